import type {Excluded} from '../store/excluded.ts';
import type {Pick as PickedReply} from '../store/picks.ts';
import type {Session} from '../store/session-log.ts';
import type {Twin} from '../store/types.ts';
import type {BlindResult} from '../twin/blind/result.ts';
import type {ChatStep} from './chat-step.ts';

/** Something to be done outside of the screen. */
export type Errand =
	| {kind: 'copy'; text: string}
	/** The twin as it is to be kept. */
	| {kind: 'twin'; twin: Twin}
	/** What came of a blind test. */
	| {kind: 'blind'; result: BlindResult}
	/** As Markdown. */
	| {kind: 'export'; file: string; session: Pick<Session, 'title' | 'turns'>}
	/** Which of two replies was the better one. */
	| {kind: 'pick'; pick: PickedReply}
	/** What the next data set leaves out, or has again. */
	| {kind: 'exclude'; excluded: Excluded}
	| {kind: 'include'; key: string};

export type Task = Errand & {id: number};

export const withTask = (step: ChatStep, errand: Errand): ChatStep => ({
	...step,
	tasks: [...step.tasks, {...errand, id: step.nextTask}],
	nextTask: step.nextTask + 1,
});

export const withoutTask = (
	step: ChatStep,
	done: number,
	notice: string | null,
): ChatStep => ({
	...step,
	tasks: step.tasks.filter(({id}) => id !== done),
	notice: notice ?? step.notice,
});

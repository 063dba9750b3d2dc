import type {Session} from '../store/session-log.ts';
import type {ChatStep} from './chat.ts';

/** Something to be done outside of the screen. */
export type Errand =
	| {kind: 'copy'; text: string}
	/** As Markdown. */
	| {kind: 'export'; file: string; session: Pick<Session, 'title' | 'turns'>};

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

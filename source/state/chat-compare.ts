import {noTally, type Tally} from '../store/picks.ts';
import type {Twin} from '../store/types.ts';
import type {PaneAction} from './chat-pane.ts';
import {lastReply} from './chat-replies.ts';
import type {ChatStep} from './chat-step.ts';
import {withTask} from './chat-tasks.ts';
import {moveCursor} from './list.ts';

/** Who else answers the same turn. */
export type Rival = {id: string; label: string; twin: Twin};

/** A rival's answer to one turn of the twin's. */
export type RivalAnswer = {
	rival: string;
	turn: number;
	text: string;
	status: 'asked' | 'done' | 'failed';
	/** Which was picked; null before that. */
	better: keyof Tally | null;
};

/** The model that a fine-tuned one rests on, where its name tells: 'ft:gpt-4o-mini-2024-07-18:org::id'. */
export const baseModelOf = ({provider, model}: Twin): string | null =>
	provider === 'local' ? null : (/^ft:([^:]+):/.exec(model)?.[1] ?? null);

/** Whom a twin is compared with: the model it rests on, alone and with the owner's past in its prompt, and the other twins. */
export function rivalsOf(twin: Twin, twins: readonly Twin[]): Rival[] {
	const base = baseModelOf(twin);
	const others = twins
		.filter(({id}) => id !== twin.id)
		.map(other => ({id: other.id, label: nameOf(other), twin: other}));
	if (base === null) return others;
	const alone: Twin = {...twin, model: base, retrieval: false, past: null};
	const prompted: Twin = {...twin, model: base, retrieval: true};
	return [
		{id: `base:${base}`, label: `${base}, the base model`, twin: alone},
		{id: `prompted:${base}`, label: `${base} with your past`, twin: prompted},
		...others,
	];
}

const nameOf = ({name, made, model}: Twin): string =>
	made === 'prompted' ? `${name} (prompted, ${model})` : name;

/** The rival that is chosen. */
export const rivalAt = ({rivals, rival}: ChatStep): Rival | undefined =>
	rivals[rival];

/** The answer of the chosen rival to the newest reply's turn, where it was asked for. */
export function answerAt(step: ChatStep): RivalAnswer | null {
	const turn = lastReply(step)?.id;
	const rival = rivalAt(step)?.id;
	return (
		step.answers.find(
			answer => answer.turn === turn && answer.rival === rival,
		) ?? null
	);
}

type CompareAction = Extract<
	PaneAction,
	{type: 'pane/rival' | 'pane/ask' | 'pane/pick'}
>;

export function comparePane(step: ChatStep, action: CompareAction): ChatStep {
	switch (action.type) {
		case 'pane/rival':
			return {
				...step,
				rival: moveCursor(step.rival, action.by, step.rivals.length),
			};
		case 'pane/ask':
			return askRival(step);
		case 'pane/pick':
			return pick(step, action.better);
	}
}

function askRival(step: ChatStep): ChatStep {
	const rival = rivalAt(step);
	const reply = lastReply(step);
	if (!rival)
		return {
			...step,
			notice: 'There is nobody to compare with yet: see the pane.',
		};
	if (!reply)
		return {...step, notice: 'Let the twin answer first, then compare.'};
	const others = step.answers.filter(
		({turn, rival: id}) => turn !== reply.id || id !== rival.id,
	);
	return {
		...step,
		answers: [
			...others,
			{
				rival: rival.id,
				turn: reply.id,
				text: '',
				status: 'asked',
				better: null,
			},
		],
	};
}

/** Each pair is judged once. */
function pick(step: ChatStep, better: keyof Tally): ChatStep {
	const answer = answerAt(step);
	if (answer?.status !== 'done')
		return {...step, notice: 'Both have to have answered: enter asks.'};
	if (answer.better !== null)
		return {...step, notice: 'This one is picked: compare the next reply.'};
	const tally = step.tallies.get(answer.rival) ?? noTally;
	const judged = {
		...step,
		answers: step.answers.map(each =>
			each === answer ? {...answer, better} : each,
		),
		tallies: new Map(step.tallies).set(answer.rival, {
			...tally,
			[better]: tally[better] + 1,
		}),
	};
	return withTask(judged, {
		kind: 'pick',
		pick: {twin: step.twin.id, rival: answer.rival, better},
	});
}

/** What a rival says, as it comes. */
export function answered(
	step: ChatStep,
	{
		rival,
		turn,
		...change
	}: Pick<RivalAnswer, 'rival' | 'turn'> & Partial<RivalAnswer>,
): ChatStep {
	return {
		...step,
		answers: step.answers.map(answer =>
			answer.rival === rival && answer.turn === turn
				? {...answer, ...change}
				: answer,
		),
	};
}

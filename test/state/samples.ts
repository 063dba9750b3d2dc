import type {Key} from 'ink';
import type {Chat, Message} from '../../source/chats/message.ts';
import {buildDataset} from '../../source/dataset/build.ts';
import type {Effect} from '../../source/dataset/desk.ts';
import {distributionOf} from '../../source/dataset/distribution.ts';
import type {Measure} from '../../source/dataset/measure.ts';
import {dropper} from '../../source/moderation/selection/dropper.ts';
import {pickedChats} from '../../source/state/chats-step.ts';
import {optionsFor, targetOf} from '../../source/state/plan.ts';
import {initialState, type Start} from '../../source/state/start.ts';
import {type Action, reduce, type State} from '../../source/state.ts';
import type {Twin} from '../../source/store/types.ts';
import {columnsOf} from '../helpers/scored.ts';

const noKey: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

const special: Record<string, Partial<Key>> = {
	up: {upArrow: true},
	down: {downArrow: true},
	left: {leftArrow: true},
	right: {rightArrow: true},
	enter: {return: true},
	esc: {escape: true},
	tab: {tab: true},
	backspace: {backspace: true},
	home: {home: true},
	end: {end: true},
	pageup: {pageUp: true},
	pagedown: {pageDown: true},
};

/** A key as Ink hands it over: 'up', 'ctrl+c', or the text that was typed. */
export function key(name: string): Action & {type: 'key'} {
	if (name in special)
		return {type: 'key', input: '', key: {...noKey, ...special[name]}};
	const ctrl = /^ctrl\+(.)$/.exec(name)?.[1];
	return ctrl
		? {type: 'key', input: ctrl, key: {...noKey, ctrl: true}}
		: {type: 'key', input: name, key: noKey};
}

/** The state after these keys. */
export const press = (state: State, ...names: string[]): State =>
	names.map(key).reduce(reduce, state);

const at = (minute: number): string =>
	`2024-03-${String(1 + Math.floor(minute / 60)).padStart(2, '0')}T10:${String(minute % 60).padStart(2, '0')}:00`;

/** A chat in which Mika answers whatever the other one says; each exchange on a day of its own. */
export function chatWith(other: string, exchanges = 20): Chat {
	const messages: Message[] = Array.from({length: exchanges}, (_, index) => [
		{
			timestamp: at(index * 60),
			sender: other,
			text: `question ${index} of ${other}`,
			kind: 'text' as const,
		},
		{
			timestamp: at(index * 60 + 1),
			sender: 'Mika Sommer',
			text: `answer ${index}`,
			kind: 'text' as const,
		},
	]).flat();
	return {
		file: `/chats/${other}.txt`,
		title: other,
		platform: 'android',
		messages,
		dateOrder: 'dmy',
		dateOrderCertain: true,
		lines: {
			total: messages.length,
			headers: messages.length,
			continuations: 0,
			unread: [],
		},
		warnings: [],
	};
}

export const twin: Twin = {
	id: 'twin-1',
	name: 'Mika',
	provider: 'local',
	baseURL: null,
	model: 'ft:local-ngram:local::1',
	made: 'fine-tuned',
	systemPrompt: 'You are Mika.',
	sampling: {temperature: 0.75, topP: 0.15},
	dataset: {chats: ['Ada'], examples: 40, messages: 80, hash: 'x'},
	me: ['Mika Sommer'],
	past: null,
	retrieval: true,
	style: null,
	shutdownDate: null,
	createdAt: '2026-01-01T00:00:00.000Z',
};

export const start: Start = {
	size: {columns: 80, rows: 24},
	twins: [],
	providers: ['local'],
	unfinished: null,
	twin: null,
	latest: null,
	habits: {pane: 'settings', rhythm: false},
	run: 'run',
};

/** The first screen with these chats read. */
export function withChats(
	chats: readonly Chat[],
	known: Partial<Start> = {},
): State {
	const read = chats.map(
		(chat): Action => ({type: 'chats/read', event: {type: 'chat', chat}}),
	);
	const actions: Action[] = [
		{
			type: 'chats/read',
			event: {
				type: 'found',
				files: chats.map(({file}) => file),
				others: [],
			},
		},
		...read,
		{
			type: 'chats/settled',
			settled: {chats, merged: [], likely: 'Mika Sommer'},
		},
	];
	return actions.reduce(reduce, initialState({...start, ...known}));
}

/** The threshold with every text scored: 'answer 3' the highest. */
export function scored(state: State): State {
	const texts = [...(state.moderation?.texts?.keys() ?? [])];
	const scores = new Map(
		texts.map(text => [
			text,
			Array.from({length: 13}, () => (text === 'answer 3' ? 0.7 : 0.01)),
		]),
	);
	const columns = columnsOf(state.moderation?.texts ?? new Map(), scores);
	return reduce(state, {
		type: 'moderation/scored',
		columns,
		refused: new Map(),
	});
}

export const noMeasure: Measure = {
	replies: 0,
	turns: distributionOf([]),
	tokens: null,
};

/** What the data set of a state is, built; in the program a desk counts it. */
export function builtFrom(state: State) {
	const options = optionsFor(state, targetOf(state));
	if (!options || !state.moderation) throw new Error('Nobody is the owner.');
	const {table, threshold} = state.moderation;
	if (!table) throw new Error('Nothing is scored.');
	return buildDataset(
		pickedChats(state.chats),
		options,
		dropper(table, threshold),
	);
}

export const effectOf = (state: State): Effect => ({
	counts: builtFrom(state).counts,
	measure: noMeasure,
});

/** The threshold or the consent once its data set is counted. */
export function counted(state: State): State {
	const effect = effectOf(state);
	const threshold = state.moderation?.threshold ?? 0;
	const known = reduce(state, {type: 'moderation/counted', threshold, effect});
	return reduce(known, {
		type: 'training/planned',
		effect: {...effect, sample: null, people: 2},
	});
}

/** From the threshold to the consent, counted. */
export const agreed = (state: State): State => counted(press(state, 'enter'));

/** Two chats picked and scored: at the threshold. */
export const scoredTwo = (): State =>
	scored(
		press(withChats([chatWith('Ada'), chatWith('Ben')]), 'a', 'enter', 'enter'),
	);

/** Two chats picked, scored and counted: at the training, which has not begun. */
export const ready = (): State => agreed(scoredTwo());

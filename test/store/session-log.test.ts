import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	changesBetween,
	type Entry,
	replay,
	showVersion,
	type Turn,
	titleOf,
	versionsOf,
} from '../../source/store/session-log.ts';

const begin: Entry = {type: 'begin', twin: {id: 'twin-1', name: 'Mika'}};
const numbered = (entries: readonly Entry[]) =>
	entries.map((entry, at) => ({
		n: at + 1,
		at: `2026-01-01T00:00:${String(at % 60).padStart(2, '0')}Z`,
		entry,
	}));

const text = fc.constantFrom('', 'hi', 'hi you', 'hi you\nthere', 'other');
const turn = fc.record({
	role: fc.constantFrom('user' as const, 'assistant' as const),
	text,
	status: fc.constantFrom('done' as const, 'stopped' as const),
});

/** Conversations as they may look one after the other: ids only grow. */
const looks = fc
	.array(fc.array(fc.record({turn, keep: fc.boolean()}), {maxLength: 6}), {
		minLength: 1,
		maxLength: 6,
	})
	.map(steps => {
		let next = 1;
		let turns: Turn[] = [];
		return steps.map(step => {
			const kept = turns.filter((_, at) => step[at]?.keep ?? true);
			turns = [
				...kept.map((known, at) => ({...known, ...step[at]?.turn})),
				...step.slice(3).map(({turn}) => ({...turn, id: next++})),
			];
			return turns;
		});
	});

test('what was noted between looks tells the conversation again', () => {
	fc.assert(
		fc.property(looks, looks => {
			const entries = looks.flatMap((after, at) =>
				changesBetween(looks[at - 1] ?? [], after),
			);
			const session = replay('s', numbered([begin, ...entries]));
			expect(session?.turns).toEqual(looks.at(-1));
		}),
	);
});

test('entries that were written twice count once', () => {
	fc.assert(
		fc.property(looks, fc.nat(20), (looks, from) => {
			const entries = numbered([begin, ...changesBetween([], looks[0] ?? [])]);
			const twice = [...entries, ...entries.slice(from)];
			expect(replay('s', twice)).toEqual(replay('s', entries));
		}),
	);
});

test('text that grows is noted by what was added', () => {
	const half: Turn = {
		id: 1,
		role: 'assistant',
		text: 'he',
		status: 'streaming',
	};
	expect(changesBetween([half], [{...half, text: 'hey'}])).toEqual([
		{type: 'add', id: 1, text: 'y'},
	]);
});

test('a reply that a kill broke off is stopped where it was, or gone where no word had come', () => {
	const turn = (id: number): Entry => ({
		type: 'turn',
		turn: {id, role: 'assistant', text: '', status: 'streaming'},
	});
	const entries = [begin, turn(1), {type: 'add', id: 1, text: 'hey'}, turn(2)];
	expect(replay('s', numbered(entries as Entry[]))?.turns).toEqual([
		{id: 1, role: 'assistant', text: 'hey', status: 'stopped'},
	]);
});

test('a kill while it is answered again brings the answer before it back', () => {
	const turn: Turn = {id: 1, role: 'assistant', text: 'one', status: 'done'};
	const [version] = versionsOf(turn);
	const again: Turn = {
		id: 2,
		role: 'assistant',
		text: '',
		status: 'streaming',
		...(version && {earlier: [version]}),
	};
	const entries = [begin, {type: 'turn', turn}] as Entry[];
	const asked = [...entries, ...changesBetween([turn], [again])];
	expect(replay('s', numbered(asked))?.turns).toEqual([turn]);
	const half = {...again, text: 'tw'};
	const kept = [...asked, ...changesBetween([again], [half])];
	expect(replay('s', numbered(kept))?.turns).toEqual([
		{...half, status: 'stopped'},
	]);
	// Back to the first: its id is lower than that of the turn it takes the place of.
	const back = showVersion(versionsOf({...half, status: 'done'}), 0);
	const cycled = [...kept, ...changesBetween([half], [back])];
	expect(replay('s', numbered(cycled))?.turns).toEqual([back]);
});

test('a file without its beginning is no session', () => {
	expect(replay('s', numbered([{type: 'title', title: 'x'}]))).toBe(null);
});

test('a session is called by its first words until it is named', () => {
	const turns: Turn[] = [
		{
			id: 1,
			role: 'user',
			text: 'Start a chat with me.',
			status: 'done',
			nudge: true,
		},
		{id: 2, role: 'assistant', text: 'hey', status: 'done'},
		{id: 3, role: 'user', text: 'soup?\nor bread', status: 'done'},
	];
	expect(titleOf({title: null, turns})).toBe('soup?');
	expect(titleOf({title: 'Soup', turns})).toBe('Soup');
	expect(titleOf({title: null, turns: []})).toBe('nothing said yet');
});

import {describe, expect, test} from 'vitest';
import {buildDataset} from '../../source/dataset/build.ts';
import type {Located} from '../../source/dataset/desk.ts';
import {defaults} from '../../source/dataset/options.ts';
import {defaultRules} from '../../source/dataset/rules.ts';
import type {DataAnswer} from '../../source/state/data-step.ts';
import {knobsFor} from '../../source/state/knobs.ts';
import {formatSpan, whyBegins, whyEnds} from '../../source/state/shown.ts';
import {reduce, type State} from '../../source/state.ts';
import {chatWith, noMeasure, press, scoredTwo} from './samples.ts';

const consent = () => press(scoredTwo(), 'enter');
const dataOf = ({training}: State) => {
	if (!training?.data) throw new Error('The data view is not open.');
	return training.data;
};
const answer = (number: number): DataAnswer => ({
	effect: {
		counts: buildDataset([chatWith('Ada'), chatWith('Ben')], {
			...defaults,
			me: ['Mika Sommer'],
		}).counts,
		measure: noMeasure,
	},
	starts: [0, 20],
	shown: {
		number,
		held: false,
		chat: 0,
		title: 'Ada',
		source: 2 * number,
		bubbles: [],
	},
	placeholders: new Map([['photo', 3]]),
});
const opened = () => {
	const state = press(consent(), 'e');
	return reduce(state, {
		type: 'data/answered',
		asked: dataOf(state).asked,
		answer: answer(0),
	});
};

describe('the data view', () => {
	test('opens from the consent, goes back to it, and asks at once', () => {
		const state = press(consent(), 'e');
		expect(dataOf(state)).toMatchObject({asked: 1, answered: 0});
		expect(press(state, 'esc').training?.data).toBeNull();
		expect(press(state, 'esc').screen).toBe('training');
	});

	test('keys in a burst count each, and late answers do not', () => {
		const state = press(opened(), 'nnnp');
		expect(dataOf(state).want).toEqual({type: 'number', number: 2});
		const late = reduce(state, {
			type: 'data/answered',
			asked: 2,
			answer: answer(1),
		});
		expect(dataOf(late)).toBe(dataOf(state));
		expect(dataOf(press(state, 'N')).want).toEqual({
			type: 'number',
			number: 20,
		});
	});

	test('a knob asks for the same place under other rules', () => {
		const state = press(opened(), 'tab', 'left');
		expect(dataOf(state).rules.gapHours).toBe(5);
		expect(dataOf(state).want).toEqual({type: 'near', chat: 0, source: 0});
		expect(dataOf(press(state, 'd')).rules).toEqual(defaultRules);
	});

	test('the rules are what is planned once it is left, for every provider', () => {
		const state = press(opened(), 'tab', 'jjj', 'right', 'esc');
		expect(state.rules.pairs).toBe(true);
		expect(state.training?.data).toBeNull();
		const {plan} = state.training ?? {};
		expect(plan?.options).toMatchObject({pairs: true, anonymize: false});
		expect(plan?.effect).toBeNull();
	});

	test('leaves the plan alone where nothing was changed', () => {
		const state = consent();
		const back = press(state, 'e', 'tab', 'left', 'right', 'esc');
		expect(back.rules).toEqual(state.rules);
		expect(press(state, 'e', 'esc').training?.plan).toBe(state.training?.plan);
	});

	test('a search is typed, looked for, and taken back by esc', () => {
		const typed = press(opened(), '/', 'np');
		expect(dataOf(typed).search.text).toBe('np');
		const found = press(typed, 'enter');
		expect(dataOf(found).want).toEqual({type: 'text', from: 0, by: 1});
		expect(dataOf(press(found, 'esc')).search.text).toBe('');
	});

	test('an example that was found is scrolled to the message with the text', () => {
		const asked = press(opened(), '/', 'needle', 'enter');
		const bubbles = Array.from({length: 40}, (_, id) => ({
			id,
			side: 'left' as const,
			author: 'Ada',
			text: id === 30 ? 'the Needle' : 'hay',
		}));
		const found = answer(3);
		const state = reduce(asked, {
			type: 'data/answered',
			asked: dataOf(asked).asked,
			answer: {...found, shown: found.shown && {...found.shown, bubbles}},
		});
		// The name once, a row for each message, two rows above.
		expect(dataOf(state).scroll.top).toBe(1 + 30 - 2);
	});

	test('a template that nothing was filled into changes nothing', () => {
		const state = press(opened(), 'tab', 'jjjjjjj', 'enter');
		expect(dataOf(state).prompt?.text).toMatch(/^You are Mika\. You live in …/);
		expect(dataOf(press(state, 'esc')).rules.system).toBeNull();
		expect(dataOf(press(state, 'x', 'enter')).rules.system).toMatch(/x$/);
	});
});

test('every knob turns both ways and comes back', () => {
	const around = {
		placeholders: new Map([['photo' as const, 3]]),
		months: ['2023-11', '2024-03'] as const,
		ownPrompt: 'Be me.',
	};
	for (const knob of knobsFor(around)) {
		const shown = (by: number, rules = defaultRules) =>
			knob.show(knob.turn(rules, by, around), around);
		const usual = knob.show(defaultRules, around);
		expect([shown(1), shown(-1)].some(value => value !== usual)).toBe(true);
		for (const by of [1, -1]) {
			const turned = knob.turn(defaultRules, by, around);
			if (turned !== defaultRules && knob.show(turned, around) !== usual)
				expect(shown(-by, turned)).toBe(usual);
		}
	}
	const date = knobsFor(around).find(({name}) => name === 'oldest date');
	expect(date?.turn(defaultRules, 3, around).since).toBe('2024-02-01');
	expect(date?.turn(defaultRules, 12, around).since).toBe('2024-03-01');
});

test('values between the steps go to their neighbours', () => {
	const around = {
		placeholders: new Map(),
		months: ['', ''] as const,
		ownPrompt: '',
	};
	const [gap, rollover] = knobsFor(around);
	const odd = {...defaultRules, gapHours: 7, rollover: 30};
	expect(gap?.turn(odd, 1, around).gapHours).toBe(8);
	expect(gap?.turn(odd, -1, around).gapHours).toBe(6);
	expect(rollover?.turn(odd, 1, around).rollover).toBe(48);
	expect(rollover?.turn(odd, -1, around).rollover).toBe(24);
});

const located: Located = {
	number: 0,
	held: false,
	chat: 0,
	indexes: [0, 1],
	begins: 'gap',
	gap: 25_920,
	rolledOver: 0,
	rolledOverAge: 0,
	ends: 'gap',
	gapAfter: 8 * 86_400,
	unanswered: 0,
	nudged: false,
	nudgedTo: null,
};

test.each([
	[{}, 'gap of 7 h 12 m', 'gap of 8 d 0 h'],
	[{begins: 'start', ends: 'end'}, 'start of the chat', 'end of the chat'],
	[
		{
			begins: 'rollover',
			rolledOver: 3,
			rolledOverAge: 2 * 86_400,
			unanswered: 2,
		},
		'roll-over of 3 messages from two days before',
		'gap of 8 d 0 h, 2 messages unanswered',
	],
	[
		{begins: 'rollover', rolledOver: 1, rolledOverAge: 9 * 3600, ends: 'size'},
		'roll-over of 1 message from 9 h 0 m before',
		'size: full, the conversation goes on',
	],
	[
		{begins: 'size', ends: 'pair'},
		'size: the example before is full',
		'end of the pair',
	],
	[
		{begins: 'pair', ends: 'end', unanswered: 1},
		'the next pair',
		'end of the chat, 1 message unanswered',
	],
] as const)('%j', (changes, begins, ends) => {
	expect(whyBegins({...located, ...changes, indexes: [0]})).toBe(begins);
	expect(whyEnds({...located, ...changes, indexes: [0]})).toBe(ends);
});

test.each([
	[0, '0 m'],
	[3599, '1 h 0 m'],
	[47 * 3600, '47 h 0 m'],
	[49 * 3600, '2 d 1 h'],
])('%d s is %s', (seconds, text) => {
	expect(formatSpan(seconds)).toBe(text);
});

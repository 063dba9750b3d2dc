import type {Reply} from '../../source/likeness/types.ts';

export const repliesOf = (...texts: string[]): Reply[] =>
	texts.map(reply => ({context: [], reply}));

/** Lower case, short, with an emoji. */
export const casual = (count: number): Reply[] =>
	Array.from({length: count}, (_, at) => ({
		context: [`are you coming at ${at}?`],
		reply: `${['yep', 'nah', 'maybe', 'lol'][at % 4]} ${['later', 'tonight', 'today'][at % 3]} 😂`,
	}));

/** Whole sentences with capitals and full stops. */
export const formal = (count: number): Reply[] =>
	Array.from({length: count}, (_, at) => ({
		context: [`are you coming at ${at}?`],
		reply: `I would gladly come along ${['later', 'tonight', 'today'][at % 3]}, ${['Anna', 'Tom', 'Lena', 'Max'][at % 4]}.`,
	}));

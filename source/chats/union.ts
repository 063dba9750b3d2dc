import type {Message, Messages} from './message.ts';
import {STEP} from './steps.ts';

/**
 * The messages of two exports of one chat: those of `pairs` (their places in both, rising) once, and what only one has
 * between the same neighbours. Pauses every few milliseconds.
 */
export function* union(
	mine: Messages,
	theirs: Messages,
	pairs: readonly [number, number][],
): Generator<void, Message[]> {
	const one = yield* arrayOf(mine);
	const other = yield* arrayOf(theirs);
	const isOtherNewer =
		(other.at(-1)?.timestamp ?? '') > (one.at(-1)?.timestamp ?? '');
	const messages: Message[] = [];
	const addBetween = (ofOne: Message[], ofOther: Message[]) => {
		for (const message of between(ofOne, ofOther, isOtherNewer))
			messages.push(message);
	};
	let a = 0;
	let b = 0;
	for (const [inOne, inOther] of pairs) {
		if (inOne > a || inOther > b)
			addBetween(one.slice(a, inOne), other.slice(b, inOther));
		messages.push(
			moreTelling(one[inOne] as Message, other[inOther] as Message),
		);
		a = inOne + 1;
		b = inOther + 1;
		if (a % STEP === 0) yield;
	}
	addBetween(one.slice(a), other.slice(b));
	return messages;
}

function* arrayOf(messages: Messages): Generator<void, Message[]> {
	const made: Message[] = [];
	for (const message of messages) if (made.push(message) % STEP === 0) yield;
	return made;
}

/** Of two media, the one that names its file; the time with seconds where one has none. */
function moreTelling(mine: Message, theirs: Message): Message {
	const timestamp =
		theirs.kind !== 'system' && theirs.timestamp > mine.timestamp
			? theirs.timestamp
			: mine.timestamp;
	const isLonger =
		theirs.kind === 'media' && theirs.text.length > mine.text.length;
	if (!isLonger && timestamp === mine.timestamp) return mine;
	return {...mine, timestamp, text: isLonger ? theirs.text : mine.text};
}

/**
 * What stands between two common messages, in the order of time. Where both have as many messages of a sender at a time,
 * these are the same ones, edited or deleted since: the newer export's stay.
 */
function between(
	mine: readonly Message[],
	theirs: readonly Message[],
	isOtherNewer: boolean,
): readonly Message[] {
	if (theirs.length === 0) return mine;
	if (mine.length === 0) return theirs;
	const counts = new Map<string, {mine: number; theirs: Message[]}>();
	const countsOf = (message: Message) => {
		const key = `${message.timestamp}\n${message.sender}`;
		const counted = counts.get(key) ?? {mine: 0, theirs: []};
		counts.set(key, counted);
		return counted;
	};
	for (const message of mine) countsOf(message).mine++;
	for (const message of theirs) countsOf(message).theirs.push(message);
	const changed = ({mine: count, theirs: list}: ReturnType<typeof countsOf>) =>
		count === list.length;
	const rest = theirs.filter(message => !changed(countsOf(message)));
	const kept = mine.map(message => {
		const counted = countsOf(message);
		if (!changed(counted)) return message;
		const newer = counted.theirs.shift() as Message;
		counted.mine--;
		return isOtherNewer ? newer : message;
	});
	return inOrderOfTime(kept, rest);
}

function inOrderOfTime(
	mine: readonly Message[],
	theirs: readonly Message[],
): Message[] {
	const messages: Message[] = [];
	let next = 0;
	for (const message of mine) {
		for (
			let other = theirs[next];
			other && other.timestamp < message.timestamp;
			other = theirs[++next]
		)
			messages.push(other);
		messages.push(message);
	}
	for (; next < theirs.length; next++) messages.push(theirs[next] as Message);
	return messages;
}

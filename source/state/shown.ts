import type {Chat} from '../chats/message.ts';
import {placeholderKind} from '../chats/placeholders.ts';
import type {Bubble} from '../components/bubbles.ts';
import type {Located} from '../dataset/desk.ts';
import type {Provenance} from '../dataset/types.ts';
import {formatCount, plural} from '../format.ts';

/** An example as the inspector shows it. */
export type ShownExample = {
	/** From 0, through all chats. */
	number: number;
	held: boolean;
	/** Place of its chat, and its title. */
	chat: number;
	title: string;
	/** Its first message of its own conversation, to find the place again under other rules. */
	source: number;
	bubbles: Bubble[];
};

/** The messages of an example as written, with what its edges are labelled by between them. */
export function showExample(
	{messages, title}: Chat,
	located: Located,
	isMine: (sender: string) => boolean,
): ShownExample {
	const {indexes, rolledOver, number, held, chat} = located;
	const bubbles: Bubble[] = [
		label('begin', whyBegins(located), messages.at(indexes[0] ?? 0)?.timestamp),
	];
	if (located.nudged)
		bubbles.push(
			label('nudge', 'a nudge goes in front: “Start a chat with …”'),
		);
	for (const [at, source] of indexes.entries()) {
		const message = messages.at(source);
		if (!message) continue;
		if (rolledOver > 0 && at === rolledOver)
			bubbles.push(label('answered', `${gapOf(located.gap)}, then`));
		const {sender, kind, text} = message;
		const mine = sender !== null && isMine(sender);
		bubbles.push({
			id: source,
			side: mine ? 'right' : 'left',
			...(mine ? {} : {author: sender ?? ''}),
			text: kind === 'media' ? `[${placeholderKind(text)}]` : text,
		});
	}
	bubbles.push(label('end', whyEnds(located)));
	const source = indexes[rolledOver] ?? indexes[0] ?? 0;
	return {number, held, chat, title, source, bubbles};
}

function label(id: string, text: string, timestamp = ''): Bubble {
	const when = timestamp.slice(0, 16).replace('T', ' ');
	return {id, side: 'centre', text: `── ${text} ──\n${when}`};
}

/** Why an example begins where it does. */
export function whyBegins({
	begins,
	gap,
	rolledOver,
	rolledOverAge,
}: Provenance): string {
	switch (begins) {
		case 'start':
			return 'start of the chat';
		case 'gap':
			return gapOf(gap);
		case 'rollover':
			return `roll-over of ${plural(rolledOver, 'message')} from ${before(rolledOverAge)}`;
		case 'size':
			return 'size: the example before is full';
		case 'pair':
			return 'the next pair';
	}
}

/** Why an example ends where it does. */
export function whyEnds({ends, gapAfter, unanswered}: Provenance): string {
	const open =
		unanswered > 0 ? `, ${plural(unanswered, 'message')} unanswered` : '';
	switch (ends) {
		case 'end':
			return `end of the chat${open}`;
		case 'gap':
			return `${gapOf(gapAfter)}${open}`;
		case 'size':
			return 'size: full, the conversation goes on';
		case 'pair':
			return 'end of the pair';
	}
}

const gapOf = (seconds: number | null): string =>
	`gap of ${formatSpan(seconds ?? 0)}`;

/** 'two days before', '7 h 12 m before'. */
function before(seconds: number): string {
	const days = Math.round(seconds / 86_400);
	if (days < 1) return `${formatSpan(seconds)} before`;
	return days === 1 ? 'the day before' : `${numeral(days)} days before`;
}

const numeral = (count: number): string =>
	['two', 'three', 'four', 'five', 'six'][count - 2] ?? formatCount(count);

/** '45 m', '7 h 12 m', '3 d 4 h'. */
export function formatSpan(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	const hours = Math.floor(minutes / 60);
	if (hours < 1) return `${minutes} m`;
	if (hours < 48) return `${hours} h ${minutes % 60} m`;
	return `${formatCount(Math.floor(hours / 24))} d ${hours % 24} h`;
}

import type {Bubble} from '../components/bubbles.ts';
import {shownText} from '../state/chat-reveal.ts';
import type {ChatStep} from '../state/chat-step.ts';
import {versionOf} from '../state/chat-versions.ts';
import type {Turn} from '../store/session-log.ts';
import type {Twin} from '../store/types.ts';
import {withNames} from '../twin/names.ts';

/** Turns are drawn again with each word that comes: one that did not change keeps its bubble. */
const known = new WeakMap<Turn, {twin: Twin; bubble: Bubble}>();

type Shown = Pick<ChatStep, 'turns' | 'twin' | 'reveal' | 'found'>;

/** The conversation as bubbles. A turn of the twin's is shown as far as it has been revealed. */
export function bubblesOf({turns, twin, reveal, found}: Shown): Bubble[] {
	return turns.map((turn, at) => {
		const bubble = bubbleOf(turn, twin);
		const note = noteOf(turn, at === turns.length - 1);
		const isMarked = found?.turn === turn.id;
		const isHeldBack = reveal?.id === turn.id;
		if (note === undefined && !isMarked && !isHeldBack) return bubble;
		return {
			...bubble,
			note,
			isMarked,
			...(isHeldBack && {
				text: shownText(reveal, bubble),
				status: 'typing' as const,
			}),
		};
	});
}

function bubbleOf(turn: Turn, twin: Twin): Bubble {
	const before = known.get(turn);
	if (before?.twin === twin) return before.bubble;
	const bubble = newBubble(turn, twin);
	known.set(turn, {twin, bubble});
	return bubble;
}

function newBubble(turn: Turn, {name, names = {}}: Twin): Bubble {
	const {id, role, status, nudge, cut} = turn;
	const text = withNames(turn.text, names);
	if (nudge) return {id, side: 'centre', text};
	if (role === 'user') return {id, side: 'right', text};
	const bubble: Bubble = {id, side: 'left', author: name, text};
	if (status !== 'done') return {...bubble, status};
	return cut ? {...bubble, status: cut} : bubble;
}

/** That there are other replies, and how to see them where that is possible. */
function noteOf(turn: Turn, isLast: boolean): string | undefined {
	const version = versionOf(turn);
	if (version === null) return undefined;
	return isLast ? `${version} · ^Y next` : version;
}

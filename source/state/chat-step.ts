import {type EditorState, emptyEditor} from '../components/editor.ts';
import {
	type Extent,
	followNewest,
	type ScrollState,
} from '../components/scroll.ts';
import type {Excluded} from '../store/excluded.ts';
import type {Tally} from '../store/picks.ts';
import {type Session, type Turn, versionsOf} from '../store/session-log.ts';
import type {Pane} from '../store/settings.ts';
import type {Sampling, Twin} from '../store/types.ts';
import type {Portrait} from '../twin/portrait.ts';
import type {BlindStep} from './blind.ts';
import type {Rival, RivalAnswer} from './chat-compare.ts';
import type {FoundTurn} from './chat-find.ts';
import type {LikenessPane, MemoryPane} from './chat-pane.ts';
import type {Reveal} from './chat-reveal.ts';
import type {Task} from './chat-tasks.ts';

/** Step 5: talking to the twin. */
export type ChatStep = {
	twin: Twin;
	/** Id of the session; null until something is said in it. */
	session: string | null;
	/** What the owner calls the session; null for its first words. */
	title: string | null;
	/** Number of the session's last entry. */
	last: number;
	turns: readonly Turn[];
	/** Highest id that a turn of the conversation has had. */
	newest: number;
	draft: EditorState;
	/** What was sent, oldest first: up and down bring it back. */
	sent: readonly string[];
	/** Which of these is in the prompt, and the draft it took the place of; null while none is. */
	recalled: {at: number; draft: EditorState} | null;
	/** Place of the command that tab would complete. */
	choice: number;
	/** The turn that is being put otherwise; null while none is. */
	editing: number | null;
	/** Id of the turn that is being written; null while nobody writes. */
	answering: number | null;
	/** How much of the newest reply is shown; null where all of it is. */
	reveal: Reveal | null;
	/** Whether bubbles come at the owner's rhythm. */
	rhythm: boolean;
	scroll: ScrollState;
	/** The message that was looked for; null while none is. */
	found: FoundTurn | null;
	/** How much there is to scroll, as last drawn. */
	extent: Extent;
	/** What stands beside the chat, and whether keys go there. */
	pane: Pane;
	paneFocused: boolean;
	field: number;
	sampling: Sampling;
	systemPrompt: string;
	/** The system prompt while it is being edited. */
	systemEditor: EditorState | null;
	/** Whom the twin takes the owner of the keyboard for; null for nobody in particular. */
	partner: string | null;
	/** How much the embedded twin keeps to what its owner once said, 0 to 1; null for its usual. */
	recall: number | null;
	/** What the twin's past tells of its owner; null before it is read, and where none is kept. */
	portrait: Portrait | null;
	portrayed: boolean;
	/** By key: what the next data set leaves out. */
	excluded: ReadonlyMap<string, Excluded>;
	/** The test that is taken; null while there is none. */
	blind: BlindStep | null;
	memory: MemoryPane | null;
	likeness: LikenessPane | null;
	/** Whom the twin is compared with, and which of them is chosen. */
	rivals: readonly Rival[];
	rival: number;
	answers: readonly RivalAnswer[];
	/** By rival: which replies were picked, in all sessions. */
	tallies: ReadonlyMap<string, Tally>;
	/** What is to be done outside, in order. */
	tasks: readonly Task[];
	/** Number of the next task. */
	nextTask: number;
	/** Why the last reply failed, in a sentence. */
	error: string | null;
	/** What a command has to say; it goes with the next key. */
	notice: string | null;
	/** What a command asks of the program around the chat. */
	asks: 'help' | 'sessions' | 'quit' | null;
};

/** What of the chat outlives one conversation. */
export type ChatHabits = Pick<ChatStep, 'pane' | 'rhythm'>;

export const usualHabits: ChatHabits = {pane: 'settings', rhythm: true};

/** @param session to go on with; none for a new one */
export function startChat(
	twin: Twin,
	habits: ChatHabits = usualHabits,
	session: Session | null = null,
): ChatStep {
	const turns = session?.turns ?? [];
	return {
		twin,
		session: session?.id ?? null,
		title: session?.title ?? null,
		last: session?.last ?? 0,
		turns,
		newest: Math.max(
			0,
			...turns
				.slice(-1)
				.flatMap(versionsOf)
				.map(({id}) => id),
		),
		draft: emptyEditor,
		sent: turns.flatMap(({role, text, nudge}) =>
			role === 'user' && !nudge ? [text] : [],
		),
		recalled: null,
		choice: 0,
		editing: null,
		answering: null,
		reveal: null,
		rhythm: habits.rhythm,
		scroll: followNewest,
		found: null,
		extent: {rows: 0, bubbles: 0, height: 1},
		pane: habits.pane,
		paneFocused: false,
		field: 0,
		sampling: twin.sampling,
		systemPrompt: twin.systemPrompt,
		systemEditor: null,
		partner: session?.partner ?? null,
		recall: null,
		portrait: null,
		portrayed: false,
		excluded: new Map(),
		blind: null,
		memory: null,
		likeness: null,
		rivals: [],
		rival: 0,
		answers: [],
		tallies: new Map(),
		tasks: [],
		nextTask: 1,
		error: null,
		notice: null,
		asks: null,
	};
}

/** What belongs to one conversation. */
const talked = [
	'session',
	'title',
	'last',
	'turns',
	'newest',
	'recalled',
	'choice',
	'editing',
	'answering',
	'reveal',
	'scroll',
	'found',
	'memory',
	'likeness',
	'answers',
	'error',
	'notice',
] as const satisfies (keyof ChatStep)[];

/** The same twin with nothing said; what is still to be done outside is done, and the old conversation is kept. */
export function renewed(step: ChatStep): ChatStep {
	const fresh = startChat(step.twin, step);
	return {
		...step,
		...Object.fromEntries(talked.map(name => [name, fresh[name]])),
		draft: step.editing === null ? step.draft : emptyEditor,
	};
}

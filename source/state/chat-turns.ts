import {editorWith, emptyEditor} from '../components/editor.ts';
import {followNewest} from '../components/scroll.ts';
import {
	type Turn,
	type Version,
	versionsOf,
	withoutShown,
} from '../store/session-log.ts';
import {revealAll, startReveal} from './chat-reveal.ts';
import type {ChatStep} from './chat-step.ts';

/** Most sent messages that up brings back. */
const mostSent = 200;

/** Sends a message; one that is being put otherwise takes the place of what it was, and of all that came of it. */
export function send(step: ChatStep, text: string): ChatStep {
	const kept =
		step.editing === null
			? step.turns
			: step.turns.filter(({id}) => id < (step.editing ?? 0));
	const turn: Turn = {
		id: nextId(step),
		role: 'user',
		text,
		status: 'done',
	};
	return ask({...remembered(step, text), editing: null, newest: turn.id}, [
		...kept,
		turn,
	]);
}

/** The prompt emptied, its text among what up brings back. */
export const remembered = (step: ChatStep, text: string): ChatStep => ({
	...step,
	draft: emptyEditor,
	recalled: null,
	choice: 0,
	sent:
		step.sent.at(-1) === text
			? step.sent
			: [...step.sent, text].slice(-mostSent),
});

/**
Begins the turn that the twin is to write.
@param earlier replies in the place of which it comes
*/
export function ask(
	step: ChatStep,
	turns: readonly Turn[],
	earlier: readonly Version[] = [],
): ChatStep {
	const id = nextId(step);
	const turn: Turn = {
		id,
		role: 'assistant',
		text: '',
		status: 'streaming',
		...(earlier.length > 0 && {earlier}),
	};
	return {
		...step,
		turns: [...turns, turn],
		newest: id,
		answering: id,
		reveal: step.rhythm ? startReveal(id) : null,
		error: null,
		scroll: followNewest,
		found: null,
	};
}

/** One that no turn of this conversation had, deleted ones included: what is known of a turn is known by its id. */
const nextId = ({newest}: ChatStep): number => newest + 1;

/** What makes the twin begin, or take up the thread, in words that nobody said. */
export function nudgeWith(step: ChatStep, text: string): ChatStep {
	const id = nextId(step);
	return ask({...step, newest: id}, [
		...step.turns,
		{id, role: 'user', text, status: 'done', nudge: true},
	]);
}

/** What is refused while the twin writes. */
export const waiting = (step: ChatStep): ChatStep => ({
	...step,
	notice: `${step.twin.name} is still writing: esc stops.`,
});

/** Answers the last turn again; an answer that was there is kept behind the new one. */
export function retry(step: ChatStep): ChatStep {
	if (step.answering !== null) return waiting(step);
	if (step.turns.length === 0)
		return {...step, notice: 'There is nothing to answer again yet.'};
	const last = step.turns.at(-1);
	return last?.role === 'assistant'
		? ask(step, step.turns.slice(0, -1), versionsOf(last))
		: ask(step, step.turns);
}

/** Opens the last message of mine for putting it otherwise; nothing is taken back before it is sent. */
export function editLast(step: ChatStep): ChatStep {
	if (step.answering !== null) return waiting(step);
	const turn = step.turns.findLast(isMine);
	if (!turn) return {...step, notice: 'You have not written anything yet.'};
	if (step.draft.text !== '' && step.editing === null)
		return {...step, notice: 'Send or clear what you are writing first.'};
	return {
		...step,
		editing: turn.id,
		draft: editorWith(turn.text),
		notice: 'Your last message: enter sends it anew, esc leaves it as it was.',
	};
}

export const leaveEditing = (step: ChatStep): ChatStep => ({
	...step,
	editing: null,
	draft: emptyEditor,
});

/** Takes the last exchange out: my last message and what came of it, or what the twin said of itself. */
export function deleteLast(step: ChatStep): ChatStep {
	if (step.turns.length === 0)
		return {...step, notice: 'There is nothing to delete.'};
	const from = step.turns.findLastIndex(({role}) => role === 'user');
	return {
		...step,
		turns: step.turns.slice(0, Math.max(from, 0)),
		reveal: null,
		error: null,
		notice: from < 0 ? 'Deleted.' : 'The last exchange is deleted.',
	};
}

const isMine = ({role, nudge}: Turn): boolean => role === 'user' && !nudge;

export const addDelta = (step: ChatStep, id: number, text: string): ChatStep =>
	step.answering === id
		? changeTurn(step, id, turn => ({...turn, text: turn.text + text}))
		: step;

/** Ends what is being written, or shows at once what is still held back. */
export const stop = (step: ChatStep): ChatStep =>
	step.answering === null
		? revealAll(step)
		: revealAll(finish(step, step.answering, {status: 'stopped'}));

/** Ends the turn that was being written; what came is kept, a turn without a word is not, and the reply before it is shown again. */
export function finish(
	step: ChatStep,
	id: number,
	how: Partial<Turn> & Pick<Turn, 'status'>,
): ChatStep {
	if (step.answering !== id) return step;
	const ended = changeTurn({...step, answering: null}, id, turn => ({
		...turn,
		...how,
	}));
	const turns = ended.turns.flatMap(turn =>
		turn.id !== id || turn.text.trim() !== ''
			? [turn]
			: (withoutShown(turn) ?? []),
	);
	const isEmpty = !turns.some(turn => turn.id === id);
	return {
		...ended,
		turns,
		reveal: isEmpty ? null : ended.reveal,
		error:
			isEmpty && how.status === 'done'
				? `${step.twin.name} gave no reply: ^R asks again.`
				: ended.error,
	};
}

/** A reply that broke off is kept; where none came, what was sent goes back to the draft, so that nothing is typed twice. */
export function fail(step: ChatStep, id: number, reason: string): ChatStep {
	if (step.answering !== id) return step;
	const failed = revealAll({
		...finish(step, id, {status: 'failed'}),
		error: reason,
	});
	const last = failed.turns.at(-1);
	if (last?.role !== 'user') return failed;
	if (last.nudge) return {...failed, turns: failed.turns.slice(0, -1)};
	if (step.draft.text !== '') return failed;
	return {
		...failed,
		turns: failed.turns.slice(0, -1),
		draft: editorWith(last.text),
	};
}

function changeTurn(
	step: ChatStep,
	id: number,
	change: (turn: Turn) => Turn,
): ChatStep {
	return {
		...step,
		turns: step.turns.map(turn => (turn.id === id ? change(turn) : turn)),
	};
}

import {fingerprintOf} from '../likeness/fingerprint.ts';
import type {Services} from '../services.ts';
import type {LearntAction} from '../state/chat.ts';
import type {Portrayed} from '../state/chat-pane.ts';
import {askedBefore, lastReply} from '../state/chat-replies.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {State} from '../state.ts';
import {log} from '../store/log.ts';
import type {Turn} from '../store/session-log.ts';
import {rememberFor} from '../twin/memory.ts';
import {likeness, portray} from '../twin/portrait.ts';
import {styleOf} from '../twin/prompt/style.ts';

/** What the past of a twin tells, and what was decided about it before. */
export async function* portraying(
	{past, store}: Services,
	{chat}: State,
): AsyncGenerator<LearntAction> {
	if (!chat) return;
	const {twin} = chat;
	const portrayed: Portrayed = {
		portrait: null,
		tallies: new Map(),
		excluded: new Map(),
	};
	try {
		portrayed.tallies = await store.picks.of(twin.id);
		const excluded = await store.excluded.all();
		portrayed.excluded = new Map(excluded.map(each => [each.key, each]));
		const found = await past(twin);
		portrayed.portrait = found && portray(found);
	} catch (error) {
		// The chat goes on without it.
		log('the past of a twin cannot be read', error);
	}
	yield {type: 'learnt/past', twin: twin.id, portrayed};
}

/** Where the newest reply comes from. */
export async function* remembersReply(
	services: Services,
	{chat}: State,
): AsyncGenerator<LearntAction> {
	const reply = chat && lastReply(chat);
	if (!chat || !reply) return;
	const found = await services.past(chat.twin).catch(() => null);
	const memory =
		found &&
		rememberFor(found, {
			asked: askedBefore(chat.turns, reply.id),
			reply: reply.text,
			leaned: reply.memory ?? [],
			partner: chat.partner,
		});
	yield {
		type: 'learnt/memory',
		twin: chat.twin.id,
		turn: reply.id,
		memory,
	};
}

/** The owner's way to write, held against the twin's in this and earlier conversations. */
export async function* likening(
	{past, store}: Services,
	{chat}: State,
): AsyncGenerator<LearntAction> {
	if (!chat?.portrait) return;
	const found = await past(chat.twin).catch(() => null);
	if (!found) return;
	const earlier = (await store.sessions.list().catch(() => [])).filter(
		({id, twin}) => twin.id === chat.twin.id && id !== chat.session,
	);
	const said = [...earlier.map(({turns}) => turns), chat.turns]
		.flatMap(repliesIn)
		.slice(-mostReplies);
	const figure = likeness(chat.portrait.fingerprint, fingerprintOf(said));
	yield {
		type: 'learnt/likeness',
		twin: chat.twin.id,
		likeness: {
			replies: said.length,
			figure,
			twin: styleOf(said.map(asExchange), chat.twin.me),
			owner: styleOf(found.exchanges.slice(-mostReplies), chat.twin.me),
		},
	};
}

/** So many of the newest replies tell a style. */
const mostReplies = 4_000;

const repliesIn = (turns: ChatStep['turns']) =>
	turns.flatMap((turn: Turn) =>
		turn.role === 'assistant' && turn.status === 'done'
			? [{context: [askedBefore(turns, turn.id)], reply: turn.text}]
			: [],
	);

const asExchange = ({context, reply}: {context: string[]; reply: string}) => ({
	asked: context[0] ?? '',
	reply,
	chat: null,
	at: null,
	people: [],
	heldOut: false,
});

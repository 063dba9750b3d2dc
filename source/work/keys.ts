import {wantedMoment} from '../state/blind.ts';
import {lastReply} from '../state/chat-replies.ts';
import {nextBubble} from '../state/chat-reveal.ts';
import {isStale, showsThreshold} from '../state/moderation-step.ts';
import {weightsName} from '../state/weights.ts';
import type {State} from '../state.ts';

/*
Which work is under way is a matter of the state alone: while a key stays the same its work goes on, a new key starts it
anew, null ends it. The work itself is loaded when it first has something to do.
*/

/** Exports are read from the first look at the list on, whatever screen one is on then. */
export function reading({screen, chats}: State): string | null {
	if (screen !== 'chats' && chats.found === 0 && chats.reading) return null;
	return chats.demo ? 'demo' : 'given';
}

/** A file whose dates are read the other way round. */
export const reordering = ({chats}: State): string | null =>
	chats.reorder && `${chats.reorder.file} ${chats.reorder.order}`;

/** What earlier runs chose is read once, when the first chats are there: the first screen needs none of it. */
export const remembering = ({chats}: State): string | null =>
	chats.rows.some(({kind}) => kind === 'chat') ? 'once' : null;

/** What was decided about names in this run. */
export const deciding = ({names, remembered}: State): string | null =>
	names === remembered.names ? null : JSON.stringify(names);

/** Scoring goes on while its screen is left; it ends with the choice of chats. */
export const scanning = ({moderation}: State): string | null =>
	moderation?.scan === 'running'
		? `${moderation.attempt}\n${moderation.files}`
		: null;

/** A table of many texts, where the scores or the settings have changed. */
export const tabulating = ({moderation}: State): string | null =>
	moderation && isStale(moderation)
		? `${revisionOf(moderation.columns)} ${revisionOf(moderation.settings)}`
		: null;

/** What the data set would be is counted for the threshold on the screen, once it rests. */
export const counting = ({moderation, weighed}: State): string | null =>
	moderation &&
	showsThreshold(moderation) &&
	!isStale(moderation) &&
	!moderation.counted
		? `${moderation.threshold} ${weighed.name} ${revisionOf(moderation.table)}`
		: null;

/** What was decided by hand is kept as soon as it is decided. */
export const keeping = ({moderation}: State): string | null =>
	moderation && moderation.unkept.size > 0
		? JSON.stringify([...moderation.unkept])
		: null;

let revisions = 0;
const revision = new WeakMap<object, number>();

/** A number for each object: another table is another one. */
function revisionOf(object: object | null): number {
	if (!object) return 0;
	const known = revision.get(object) ?? ++revisions;
	revision.set(object, known);
	return known;
}

/** The same before a training is agreed to. */
export const planning = ({training, weighed}: State): string | null =>
	training?.phase === 'ready' && training.plan?.isSettled === false
		? JSON.stringify([training.plan.options, weighed.name])
		: null;

/** Tokens are counted once for all thresholds and rules, as soon as a screen asks for them. */
export function weighing(state: State): string | null {
	const name = weightsName(state);
	return name === state.weighed.name ? null : name;
}

/** The data set is counted, and an example of it looked up, for the last key that was pressed. */
export const outlining = ({training}: State): string | null =>
	training?.data && training.data.asked !== training.data.answered
		? `${training.data.asked}`
		: null;

/** What would be replaced is looked for, anew after each decision. */
export const auditing = ({training}: State): string | null =>
	training?.audit && training.audit.asked !== training.audit.answered
		? `${training.audit.asked}`
		: null;

/** A training is watched wherever one looks; leaving the program ends the watching, not the training. */
export const training = ({training}: State): string | null =>
	training?.phase === 'running' || training?.phase === 'cancelling'
		? `${training.attempt}`
		: null;

export const cancelling = ({training}: State): string | null =>
	training?.phase === 'cancelling' && training.job ? training.job.id : null;

/** Conversations are kept while they go on; where that fails, it is tried again with the next thing said. */
export const saving = ({journal: {unsaved, failedAt}}: State): string | null =>
	unsaved[0] && failedAt !== unsaved.length
		? `${unsaved[0].session} ${unsaved[0].n} ${failedAt}`
		: null;

export const removing = ({journal}: State): string | null =>
	journal.doomed[0] ?? null;

/** The list of conversations is read each time it is opened. */
export const listing = ({sessions}: State): string | null =>
	sessions && sessions.all === null ? 'once' : null;

/** What is held back of a reply is shown one bubble at a time. */
export function revealing({chat}: State): string | null {
	const bubble = chat && nextBubble(chat);
	return bubble ? `${chat.reveal?.id} ${bubble.place}` : null;
}

/** The past of a twin is read once the chat with it is on the screen. */
export const portraying = ({screen, chat}: State): string | null =>
	screen === 'chat' && chat && !chat.portrayed ? chat.twin.id : null;

/** Where the newest reply comes from is looked up while that is looked at. */
export function remembers({chat}: State): string | null {
	const reply = chat?.pane === 'memory' ? lastReply(chat) : null;
	return reply && chat?.memory?.turn !== reply.id
		? `${chat?.twin.id} ${chat?.session} ${reply.id}`
		: null;
}

/** How alike twin and owner write is measured anew with each reply, while that is looked at. */
export function likening({chat}: State): string | null {
	const reply = chat?.pane === 'likeness' ? lastReply(chat) : null;
	return reply && chat?.portrait
		? `${chat.twin.id} ${chat.session} ${reply.id}`
		: null;
}

/** A rival answers what it was asked last. */
export function comparing({chat}: State): string | null {
	const asked = chat?.answers.findLast(({status}) => status === 'asked');
	return asked ? `${chat?.twin.id} ${asked.rival} ${asked.turn}` : null;
}

/** The moments of a blind test are looked up when it is opened. */
export const gathering = ({chat}: State): string | null =>
	chat?.blind && chat.blind.moments === null ? chat.twin.id : null;

/** The twin answers one moment of a blind test after the other. */
export function blinding({chat}: State): string | null {
	const at = chat?.blind ? wantedMoment(chat.blind) : null;
	return at === null ? null : `${chat?.twin.id} ${at}`;
}

export const errands = ({chat}: State): string | null =>
	chat?.tasks[0] ? `${chat.twin.id} ${chat.tasks[0].id}` : null;
/** What it takes is looked at anew for every provider, model and data set, once this is counted; typing a consent changes none of them. */
export function preflighting({
	training,
	room,
	moderation,
}: State): string | null {
	if (training?.phase !== 'ready' || !training.plan?.isSettled) return null;
	if (training.preflight || training.data || room) return null;
	if (!training.plan.effect?.measure.tokens) return null;
	const {provider, baseURL, model, way, plan, attempt} = training;
	const target = [provider, baseURL, model, way, attempt];
	return JSON.stringify([target, plan.options, moderation?.threshold]);
}

export const holding = ({training}: State): string | null =>
	training?.holding && training.job
		? `${training.job.id} ${training.holding}`
		: null;

/** The uploaded files of a training that is done. */
export const clearing = ({training}: State): string | null =>
	training?.clearing?.state === 'deleting' && training.job
		? training.job.id
		: null;

export const recipeWriting = ({training}: State): string | null =>
	training?.recipe?.state === 'writing' ? 'recipe' : null;

/** What is in a room is looked up when it is opened. */
export const providing = ({room}: State): string | null =>
	room?.type === 'providers' && room.rows === null ? `${room.attempt}` : null;

export const offering = ({room}: State): string | null =>
	room?.type === 'providers' && room.chosen && room.offers === null
		? `${room.chosen.provider} ${room.chosen.baseURL}`
		: null;

export const giving = ({room}: State): string | null =>
	room?.type === 'providers' && room.giving ? room.giving.variable : null;

export const listingJobs = ({room}: State): string | null =>
	room?.type === 'jobs' && room.jobs === null ? 'jobs' : null;

export const stocktaking = ({room}: State): string | null =>
	room?.type === 'clean-up' && room.looking ? `${room.attempt}` : null;

export const deleting = ({room}: State): string | null =>
	room?.type === 'clean-up' && room.deleting === 'yes' ? 'deleting' : null;

export const viewingPrompt = ({room}: State): string | null =>
	room?.type === 'prompt-view' && room.messages === null ? 'prompt' : null;

export const answering = ({chat}: State): string | null =>
	chat?.answering ? `${chat.twin.id} ${chat.answering}` : null;

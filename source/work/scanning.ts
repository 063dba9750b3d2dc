import {moderate} from '../moderation/moderate.ts';
import {
	columnsInSteps,
	copyColumns,
	enterScores,
} from '../moderation/selection/columns.ts';
import {textsInSteps} from '../moderation/selection/texts.ts';
import type {ScanEvent} from '../moderation/types.ts';
import {explain} from '../provider/errors.ts';
import {findProvider, scorerOf} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import {pickedChats} from '../state/chats-step.ts';
import type {ModerationAction} from '../state/moderation.ts';
import type {Wait} from '../state/moderation-step.ts';
import type {State} from '../state.ts';
import {openScores} from '../store/scores.ts';
import {openVerdicts} from '../store/verdicts.ts';
import {gently} from './gently.ts';

/** Milliseconds between two reports of progress: a frame has no use for more. */
const pace = 50;
/** Milliseconds between two looks at part results, which take longer to be drawn. */
const partPace = 2000;

/** Scores every text in play by the chosen scorer; scores of earlier runs are taken from the store. */
export async function* scanning(
	services: Services,
	{moderation, chats}: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	if (!moderation) return;
	const {provider: name} = moderation;
	const texts =
		moderation.texts ??
		(await gently(textsInSteps(pickedChats(chats)), signal));
	if (!moderation.texts) yield {type: 'moderation/texts', texts};
	const columns = await gently(columnsInSteps(texts), signal);
	const refused = new Map<string, string>();
	let reported = 0;
	let shown = Number.NEGATIVE_INFINITY;
	let wait: Wait | null = null;
	try {
		const verdicts = await openVerdicts(services.home).known(texts.keys());
		if (verdicts.size > 0) yield {type: 'moderation/by-hand', verdicts};
		const {client, provider} = await services.connect(name);
		const options = {
			client,
			model: provider.models.moderation ?? '',
			scores: openScores(services.home, scorerOf(provider)),
			label: provider.label,
		};
		for await (const event of moderate(texts.keys(), options, signal)) {
			if (event.type === 'refused') refused.set(event.text, event.reason);
			if (event.type === 'scored') enterScores(columns, event.scores);
			wait = waitOf(event);
			const now = performance.now();
			if (now - reported > pace || wait) {
				reported = now;
				yield {type: 'moderation/progress', pulse: event.pulse, wait};
			}
			// The first scores at once, and before a wait, too: the owner may look meanwhile.
			if ((event.type === 'scored' && now - shown > partPace) || wait) {
				shown = now;
				yield {type: 'moderation/part', columns: copyColumns(columns)};
			}
		}
		yield {type: 'moderation/scored', columns, refused};
	} catch (error) {
		if (signal.aborted) return;
		yield {type: 'moderation/part', columns};
		yield {
			type: 'moderation/failed',
			reason: explain(error, findProvider(name)),
		};
	}
}

const waitOf = (event: ScanEvent): Wait | null =>
	event.type === 'waiting'
		? {
				until: Date.now() + event.seconds * 1000,
				reason: event.reason,
				isTrouble: event.isTrouble,
			}
		: null;

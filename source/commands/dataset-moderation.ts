import {truncate} from '../components/display-text.ts';
import {formatDuration} from '../format.ts';
import {moderate} from '../moderation/moderate.ts';
import {enterScores, makeColumns} from '../moderation/selection/columns.ts';
import {dropper} from '../moderation/selection/dropper.ts';
import type {SelectionSettings} from '../moderation/selection/settings.ts';
import {tableOf} from '../moderation/selection/table.ts';
import type {ScanEvent} from '../moderation/types.ts';
import {connect} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {findProvider, scorerOf} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {findHome} from '../store/home.ts';
import {openScores} from '../store/scores.ts';
import {openVerdicts} from '../store/verdicts.ts';
import {accessFor} from './access.ts';
import type {Io} from './io.ts';
import {safeText} from './safe-text.ts';

/** Decides which texts stay out of the data set; the texts come with their number of messages. */
export type Moderate = (
	texts: ReadonlyMap<string, number>,
	options: {
		provider: ProviderName;
		threshold: number;
		selection: SelectionSettings;
	},
	io: Io,
	signal: AbortSignal,
) => Promise<(text: string) => boolean>;

/**
Scores the texts at a provider (scores of earlier runs are taken from the store) and drops those above the threshold;
what was decided by hand on the screen stays decided. Texts that the provider refused are told of, and stay out.
Progress goes to stderr, on a terminal only.
@throws Error with a sentence; the signal's reason after an abort
*/
export const moderateTexts: Moderate = async (
	texts,
	{provider: name, threshold, selection},
	io,
	signal,
) => {
	const home = findHome(io.environment);
	const columns = makeColumns(texts);
	const {client, provider, close} = await connect(name, {
		home,
		environment: await accessFor(name, io, home),
	});
	const {label, models} = provider;
	const options = {
		client,
		model: models.moderation ?? '',
		scores: openScores(home, scorerOf(provider)),
		label,
	};
	const refused = new Map<string, string>();
	try {
		for await (const event of moderate(texts.keys(), options, signal)) {
			if (event.type === 'refused') refused.set(event.text, event.reason);
			if (event.type === 'scored') enterScores(columns, event.scores);
			if (io.stderr.isTTY)
				io.stderr.write(`\r${progressOf(event, options.model)}\u001B[K`);
		}
	} catch (error) {
		signal.throwIfAborted();
		throw new Error(explain(error, findProvider(name)));
	} finally {
		if (io.stderr.isTTY && texts.size > 0) io.stderr.write('\n');
		await close();
	}
	const byHand = await openVerdicts(home).known(texts.keys());
	for (const text of byHand.keys()) refused.delete(text);
	if (refused.size > 0) io.stderr.write(refusalsOf(label, refused));
	return dropper(tableOf(columns, {...selection, byHand}), threshold);
};

/** More are counted only. */
const mostTold = 5;

/** Which texts have no scores, why, and how they come in all the same. */
function refusalsOf(
	label: string,
	refused: ReadonlyMap<string, string>,
): string {
	const told = [...refused].slice(0, mostTold);
	const more = refused.size - told.length;
	const [what, it, stays] =
		refused.size === 1
			? ['one text', 'it', 'stays']
			: [`${refused.size} texts`, 'they', 'stay'];
	return [
		`${label} refused ${what}: without scores ${it} ${stays} out. Keep or drop ${it === 'it' ? 'it' : 'them'} by hand on the moderation screen (twin-tui with these chats): that counts here, too.`,
		...told.map(
			([text, reason]) => `  “${truncate(text, 60)}” (${safeText(reason)})`,
		),
		...(more > 0 ? [`  and ${more} more`] : []),
		'',
	].join('\n');
}

/** The scorer is named: the numbers of two are not the same thing. */
function progressOf(
	{type, pulse, ...event}: ScanEvent,
	scorer: string,
): string {
	const {done, texts, secondsLeft} = pulse;
	const left =
		secondsLeft === null || secondsLeft < 2
			? ''
			: `, about ${formatDuration(secondsLeft)} left`;
	const reason =
		type === 'waiting' && 'isTrouble' in event && event.isTrouble
			? ` (${event.reason})`
			: '';
	return `Moderation by ${scorer}: ${done} of ${texts} texts${left}${reason}`;
}

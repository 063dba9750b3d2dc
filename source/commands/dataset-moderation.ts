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
	let refused = 0;
	try {
		for await (const event of moderate(texts.keys(), options, signal)) {
			if (event.type === 'refused') refused++;
			if (event.type === 'scored') enterScores(columns, event.scores);
			if (io.stderr.isTTY) io.stderr.write(`\r${progressOf(event)}\u001B[K`);
		}
	} catch (error) {
		signal.throwIfAborted();
		throw new Error(explain(error, findProvider(name)));
	} finally {
		if (io.stderr.isTTY && texts.size > 0) io.stderr.write('\n');
		await close();
	}
	if (refused > 0)
		io.stderr.write(
			`${label} refused ${refused === 1 ? 'one text' : `${refused} texts`}: without scores they stay out.\n`,
		);
	const byHand = await openVerdicts(home).known(texts.keys());
	return dropper(tableOf(columns, {...selection, byHand}), threshold);
};

function progressOf({type, pulse, ...event}: ScanEvent): string {
	const {done, texts, secondsLeft} = pulse;
	const left =
		secondsLeft === null || secondsLeft < 2
			? ''
			: `, about ${formatDuration(secondsLeft)} left`;
	const reason =
		type === 'waiting' && 'isTrouble' in event && event.isTrouble
			? ` (${event.reason})`
			: '';
	return `Moderation: ${done} of ${texts} texts${left}${reason}`;
}

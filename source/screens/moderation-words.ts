import {displayText} from '../components/display-text.ts';
import {percent} from '../components/meter.tsx';
import type {Effect} from '../dataset/desk.ts';
import {cost} from '../dataset/prices.ts';
import {billedTokens, epochs} from '../dataset/tokens.ts';
import {formatCount, formatDuration, plural} from '../format.ts';
import {presetOf} from '../moderation/selection/settings.ts';
import type {Pulse} from '../moderation/types.ts';
import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import {refusedTexts, selectedText} from '../state/moderation-lists.ts';
import {type ModerationStep, showsThreshold} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';

/**
What the data set would be: examples to train on and held out, tokens, and the price of a training at OpenAI.
@param freeTokens that OpenAI does not charge; null where the training stays here
*/
export function effectWords(
	effect: Effect | null,
	counted: boolean,
	freeTokens: number | null,
): string {
	if (!effect) return 'counting the examples…';
	const {counts, measure} = effect;
	const words = [
		plural(counts.examples + counts.validationExamples, 'example'),
		...(measure.tokens
			? tokenWords(measure.tokens.epoch, counts.examples, freeTokens)
			: ['counting tokens…']),
	];
	return words.join(' · ') + (counted || !measure.tokens ? '' : ' …');
}

function tokenWords(
	tokens: number,
	examples: number,
	freeTokens: number | null,
): string[] {
	const words = [`${formatCount(tokens)} tokens`];
	if (freeTokens === null) return words;
	const billed = billedTokens(tokens, epochs(examples));
	const dollars = cost(billed, undefined, freeTokens) ?? 0;
	return [...words, `$${dollars.toFixed(2)} at OpenAI`];
}

/** Who scored: named for what it is wherever a score is shown. */
export function scorerWords(name: ProviderName, isNarrow: boolean): string {
	if (name === 'local')
		return isNarrow
			? 'Word lists (local-lexicon), not OpenAI, no judge'
			: 'Scored by word lists (local-lexicon): not OpenAI’s, no judge of meaning';
	const {label, models} = findProvider(name);
	return `Scored by ${label} (${models.moderation})`;
}

/** How far the scan is, in two lines: texts and tokens, then how fast and how long. */
export function scanWords(pulse: Pulse): string[] {
	const {done, texts, tokens, allTokens, perMinute, permitted, secondsLeft} =
		pulse;
	const speed = perMinute
		? `${formatCount(Math.round(perMinute))} tokens a minute`
		: 'measuring the speed…';
	const limit = permitted
		? ` (limit ${formatCount(Math.round(permitted))})`
		: '';
	const left =
		secondsLeft === null ? '' : ` · about ${formatDuration(secondsLeft)} left`;
	return [
		`${formatCount(done)} of ${plural(texts, 'distinct text')}` +
			(allTokens > 0
				? ` · ${formatCount(tokens)} of about ${formatCount(allTokens)} tokens`
				: ''),
		`${speed}${limit}${left}`,
	];
}

/**
One line below the threshold: what is not settled first, then, where the data set is to leave this machine, that
passing guarantees nothing.
*/
export function moderationStatus(
	step: ModerationStep,
	staysHere: boolean,
	size: Size,
): string {
	const {scan, pulse, table, threshold, settings} = step;
	const refusal = refusalAt(step, size);
	if (refusal)
		return displayText(`refused (${refusal}): it stays out, space keeps it`);
	if (scan === 'running' && pulse) {
		const left =
			pulse.secondsLeft === null
				? ''
				: `, about ${formatDuration(pulse.secondsLeft)} left`;
		return `scoring: ${percent(pulse.done / Math.max(pulse.texts, 1))}${left}`;
	}
	if (table && table.unscored > 0) {
		const what = `${plural(table.unscored, 'message')} without scores`;
		const isOne = table.unscored === 1;
		const them = isOne ? 'it' : 'them';
		const refused = refusedTexts(step).length;
		const why = refused > 0 ? ` (${formatCount(refused)} refused: tab)` : '';
		return settings.unscored === 'drop'
			? `${what}${why} ${isOne ? 'stays' : 'stay'} out: u keeps ${them}${scan === 'done' ? '' : ', r goes on scoring'}`
			: `${what}${why} ${isOne ? 'is' : 'are'} kept: u drops ${them}`;
	}
	if (!table) return 'a threshold comes next';
	const preset = presetOf(threshold, settings);
	const name = preset ? `preset ${preset.name}` : '';
	if (staysHere) return name;
	return `${name ? `${name}: ` : ''}passing does not guarantee acceptance`;
}

/** Why the scorer refused the selected text, where the owner has not decided about it. */
function refusalAt(step: ModerationStep, size: Size): string | undefined {
	if (step.view !== 'hand' || !showsThreshold(step)) return undefined;
	const row = selectedText(step, size);
	return row && row.byHand === null ? step.refused.get(row.text) : undefined;
}

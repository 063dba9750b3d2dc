import {sparkline} from '../components/sparkline.ts';
import type {Effect} from '../dataset/desk.ts';
import type {Distribution} from '../dataset/distribution.ts';
import {billOf, costs, pricesAsOf} from '../dataset/prices.ts';
import {readiness} from '../dataset/readiness.ts';
import {formatCount, plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {State} from '../state.ts';
import {chosenRules, targetOf} from './plan.ts';

/** A line of figures: what it is about, and what there is to say. */
export type Figure = {name: string; text: string};

export type Pricing = {
	provider: ProviderName;
	/** Base model; the provider's usual one where it is null. */
	model?: string | null;
	/** Epochs; as OpenAI's `auto` chooses them where none are given. */
	epochs?: number | 'auto';
	/** Billed tokens that need not be paid for. */
	freeTokens: number;
	/** How many of the tokens are counted so far, 0 to 1. */
	share: number;
};

/** What prices are looked up by, as the state has it. */
export const pricingOf = (state: State): Pricing => ({
	provider: targetOf(state).provider,
	model: targetOf(state).model,
	epochs: state.training?.hyperparameters.epochs ?? 'auto',
	freeTokens: chosenRules(state).freeTokens,
	share: state.weighed.share,
});

/** Tokens for one epoch and billed ones, once they are counted. */
export function tokenFigure(
	{counts, measure}: Effect,
	{provider, model, epochs = 'auto', share}: Pricing,
): Figure {
	if (!measure.tokens)
		return {name: 'tokens', text: `counting… ${Math.floor(share * 100)} %`};
	const {epoch} = measure.tokens;
	const tokens = formatCount(epoch);
	if (provider === 'local' && epochs === 'auto')
		return {name: 'tokens', text: `${tokens} to learn from`};
	const bill = billOf(
		{tokens: epoch, examples: counts.examples},
		{model: model ?? '', times: epochs},
	);
	return {
		name: 'tokens',
		text: `${tokens} × ${plural(bill.epochs, 'epoch')} = ${formatCount(bill.billed)} billed`,
	};
}

/** What a training costs where it would go; null while tokens are counted. */
export function costFigure(
	{counts, measure}: Effect,
	{provider: name, model, epochs = 'auto', freeTokens}: Pricing,
): Figure | null {
	if (!measure.tokens) return null;
	if (name === 'local')
		return {name: 'cost', text: 'nothing: trained on this machine'};
	const provider = findProvider(name);
	const wanted = model ?? provider.models.training ?? '';
	const {cost} = billOf(
		{tokens: measure.tokens.epoch, examples: counts.examples},
		{model: wanted, times: epochs, free: name === 'openai' ? freeTokens : 0},
	);
	// What others ask for a model of OpenAI's is another price.
	if (cost === null || name === 'azure' || name === 'custom')
		return {name: 'cost', text: `see the prices of ${provider.label}`};
	const free =
		freeTokens > 0 && name === 'openai'
			? `, ${formatCount(freeTokens)} tokens free`
			: '';
	return {
		name: 'cost',
		text: `${dollars(cost)} for ${shortName(wanted)}${free} (prices of ${pricesAsOf})`,
	};
}

/** What each model that OpenAI trains would cost. */
function otherCosts(
	{counts, measure}: Effect,
	{freeTokens, provider}: Pricing,
): Figure[] {
	// Who stays here need not be told of prices elsewhere.
	if (!measure.tokens || provider === 'local') return [];
	const {billed} = billOf(
		{tokens: measure.tokens.epoch, examples: counts.examples},
		{model: ''},
	);
	const each = Object.entries(costs(billed, freeTokens)).map(
		([model, cost]) => `${shortName(model)} ${dollars(cost)}`,
	);
	return [{name: 'at OpenAI', text: `${each.join(', ')} (${pricesAsOf})`}];
}

/** Everything about a data set that a screen has room for, the most important first. */
export function figuresOf(effect: Effect, pricing: Pricing): Figure[] {
	const {counts, measure} = effect;
	const cost = costFigure(effect, pricing);
	const {overLimit = 0, perExample} = measure.tokens ?? {};
	const {fewestExamples} = findProvider(pricing.provider);
	const verdict = readiness(counts.examples, measure.replies, fewestExamples);
	return [
		tokenFigure(effect, pricing),
		...(cost ? [cost] : []),
		...otherCosts(effect, pricing),
		...(counts.examples > 0
			? [{name: 'turns each', text: spread(measure.turns)}]
			: []),
		...(perExample && counts.examples > 0
			? [{name: 'tokens each', text: spread(perExample)}]
			: []),
		...(overLimit > 0
			? [{name: 'too long', text: `${formatCount(overLimit)}, cut at the end`}]
			: []),
		{
			name: 'replies',
			text: `${formatCount(measure.replies)} of yours. ${verdict.words}`,
		},
	];
}

const spread = ({histogram, min, median, max}: Distribution): string =>
	min === max
		? `${formatCount(min)}, all of them`
		: `${sparkline(histogram)} ${formatCount(min)}–${formatCount(max)}, half ≤ ${formatCount(median)}`;

const dollars = (cost: number): string => `$${cost.toFixed(2)}`;

const shortName = (model: string): string =>
	model
		.replace(/-\d{4}-\d\d-\d\d$/, '')
		.replace(/^.*\//, '')
		.replace(/^Meta-/, '');

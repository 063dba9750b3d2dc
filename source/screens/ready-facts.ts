import {truncate, wrapText} from '../components/display-text.ts';
import {readiness} from '../dataset/readiness.ts';
import {formatCount, plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import {costFigure, type Pricing, tokenFigure} from '../state/figures.ts';
import type {PlanEffect} from '../state/plan.ts';
import {needsConsent} from '../state/training-gate.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {glyphs, theme} from '../theme.ts';
import {
	automatic,
	type Setting,
	timeHere,
} from '../training/hyperparameters.ts';
import {nameWidth} from './fact.tsx';

/** Something about what would be made, under a name. */
export type ReadyFact = {name: string; text: string; colour?: string};

/** What the twin would be made of and with, what that costs, and what leaves. */
export function readyFacts(
	step: TrainingStep,
	effect: PlanEffect,
	pricing: Pricing,
): ReadyFact[] {
	const {counts, measure} = effect;
	const {label, fewestExamples} = findProvider(step.provider);
	const isTraining = step.way === 'fine-tuned';
	const verdict = readiness(counts.examples, measure.replies, fewestExamples);
	return [
		{
			name: 'Data',
			text: `${plural(counts.examples, 'example')} from ${formatCount(counts.kept)} of ${plural(counts.messages, 'message')}; ${formatCount(counts.validationExamples)} newest held out`,
		},
		{
			name: isTraining ? 'Trains' : 'Prompts',
			text: `${step.model || 'no model chosen yet (p)'} at ${label}`,
		},
		...(isTraining ? training(step, effect, pricing) : []),
		{
			name: 'Replies',
			text: `${formatCount(measure.replies)} of yours. ${verdict.words}`,
		},
		leaving(step, label),
	];
}

function training(
	step: TrainingStep,
	effect: PlanEffect,
	pricing: Pricing,
): ReadyFact[] {
	const cost = costFigure(effect, pricing);
	return [
		{name: 'How', text: describeSettings(step)},
		{name: 'Tokens', text: tokenFigure(effect, pricing).text},
		...(cost ? [{name: 'Costs', text: cost.text}] : []),
	];
}

const words: Record<Exclude<Setting, 'minutes'>, string> = {
	epochs: 'epochs',
	batchSize: 'batch size',
	learningRateMultiplier: 'learning rate ×',
	seed: 'seed',
};

/** Only what is not left to the provider is named; here also how long it takes. */
function describeSettings({hyperparameters, provider}: TrainingStep): string {
	const all = {...automatic, ...hyperparameters};
	const set = Object.entries(words).flatMap(([setting, name]) => {
		const value = all[setting as Setting];
		return value === 'auto' ? [] : [`${name} ${value}`];
	});
	const chosen = set.length > 0 ? set.join(', ') : 'all hyperparameters auto';
	const time = provider === 'local' ? timeHere(all) : null;
	return time === null
		? `${chosen} (h sets them by hand)`
		: `${time}; h gives it another time; ${chosen}`;
}

const leaving = (step: TrainingStep, label: string): ReadyFact =>
	needsConsent(step)
		? {
				name: 'Leaves',
				text: `${glyphs.warning} ${
					step.way === 'prompted'
						? `with each message past exchanges go to ${label}`
						: `all examples go to ${label}, names replaced`
				}; enter tells all`,
				colour: theme.warning,
			}
		: {
				name: 'Leaves',
				text: `${glyphs.done} nothing: trained, kept and run on this machine`,
				colour: theme.good,
			};

/** Facts in lines: in full as far as there are rows for it, from the top on; the others in one line each. */
export function fitFacts(
	facts: readonly ReadyFact[],
	columns: number,
	rows: number,
): (ReadyFact & {lines: string[]})[] {
	const width = columns - nameWidth;
	let spare = rows - facts.length;
	return facts.map(fact => {
		const lines = wrapText(fact.text, width);
		if (lines.length - 1 > spare)
			return {...fact, lines: [truncate(fact.text, width)]};
		spare -= lines.length - 1;
		return {...fact, lines};
	});
}

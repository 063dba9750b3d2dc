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
import type {Check} from '../training/preflight.ts';
import {nameWidth} from './fact.tsx';

/** Something about what would be made, under a name. */
export type ReadyFact = {
	name: string;
	text: string;
	colour?: string;
	/** Whether the rows that are free are for this one first. */
	isFirst?: boolean;
};

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
			text: `${plural(counts.examples, 'example')}, ${formatCount(counts.validationExamples)} held out; ${formatCount(counts.kept)} of ${plural(counts.messages, 'message')}`,
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
				isFirst: true,
			}
		: {
				name: 'Leaves',
				text: `${glyphs.done} nothing: trained, kept and run on this machine`,
				colour: theme.good,
			};

/** Facts in lines: in full as far as there are rows for it, from the top on but for those that come first; the others in one line each. */
export function fitFacts(
	facts: readonly ReadyFact[],
	columns: number,
	rows: number,
): (ReadyFact & {lines: string[]})[] {
	const width = columns - nameWidth;
	let spare = rows - facts.length;
	const inTurn = facts.toSorted(
		(a, b) => Number(b.isFirst ?? false) - Number(a.isFirst ?? false),
	);
	const whole = new Map<ReadyFact, string[]>();
	for (const fact of inTurn) {
		const lines = wrapText(fact.text, width);
		if (lines.length - 1 > spare) continue;
		spare -= lines.length - 1;
		whole.set(fact, lines);
	}
	return facts.map(fact => ({
		...fact,
		lines: whole.get(fact) ?? [truncate(fact.text, width)],
	}));
}

/** Where there is no room for all, what matters most stays. */
const order: readonly Check['level'][] = ['bad', 'warning', 'unknown', 'good'];

const shortNames: Record<Check['name'], string> = {
	allowed: 'permission',
	model: 'model',
	price: 'price',
	time: 'time',
	format: 'examples',
	space: 'disk',
};

/** What was looked at, worst first; where rows are scarce, all that is well in one of them. */
export function fitChecks(checks: readonly Check[], rows: number): Check[] {
	const sorted = checks.toSorted(
		(a, b) => order.indexOf(a.level) - order.indexOf(b.level),
	);
	if (sorted.length <= rows) return sorted;
	const good = sorted.filter(({level}) => level === 'good');
	const [first] = good;
	if (!first) return sorted;
	const names = good.map(({name}) => shortNames[name]).join(', ');
	return [
		...sorted.filter(({level}) => level !== 'good'),
		good.length > 1 ? {...first, text: `All well: ${names}.`} : first,
	];
}

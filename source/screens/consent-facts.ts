import {epochs} from '../dataset/tokens.ts';
import {formatBytes, formatCount, plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import type {Plan, PlanEffect} from '../state/plan.ts';
import type {Sizes, TrainingStep} from '../state/training-step.ts';
import type {Check} from '../training/preflight.ts';
import {defaultSystemPrompt} from '../twin/prompt/system.ts';
import {recalledCount} from '../twin/recall.ts';

/** Something that is agreed to, under a name. */
export type ConsentFact = {name: string; text: string};

/** Everything that is agreed to: who gets what, what was replaced in it, what stays as it was, what it costs and how long it lasts. */
export function consentFacts(
	step: TrainingStep,
	plan: Plan,
	effect: PlanEffect,
	sizes: Sizes,
): ConsentFact[] {
	const {label, baseURL} = findProvider(step.provider);
	// A base URL of the environment is known to the connection only.
	const host = hostOf(step.baseURL ?? step.preflight?.baseURL ?? baseURL);
	const isTraining = step.way === 'fine-tuned';
	return [
		{
			name: 'Recipient',
			text: `${label}${host && ` (${host})`}, model ${step.model}`,
		},
		...(isTraining ? sent(step, effect, sizes) : eachMessage),
		{
			name: 'Replaced',
			text: `${plural(effect.people, 'person', 'people')} by Person1${effect.people > 1 ? '…' : ''}, you by [me]; ${replaced(sizes)}`,
		},
		{
			name: 'Stays',
			text: 'what is told, names of others who are spoken of, and names that are also words (esc, then v: decide)',
		},
		...(isUsual(plan)
			? []
			: [{name: '', text: 'your own system prompt, as you wrote it'}]),
		...checked(step.preflight?.checks ?? []),
		...(isTraining
			? [{name: 'Refused?', text: 'then the files are deleted there again'}]
			: []),
	];
}

const hostOf = (url: string | null): string =>
	url && URL.canParse(url) ? new URL(url).host : '';

const isUsual = ({me, options: {system}}: Plan): boolean =>
	!system || system === defaultSystemPrompt(me, true);

function sent(
	{hyperparameters}: TrainingStep,
	{counts, measure}: PlanEffect,
	sizes: Sizes,
): ConsentFact[] {
	const {examples, validationExamples: held, kept} = counts;
	const {epochs: chosen} = hyperparameters;
	const times = chosen === 'auto' ? epochs(examples) : chosen;
	const tokens = measure.tokens
		? `, ${formatCount(measure.tokens.epoch)} tokens in each of ${plural(times, 'epoch')}`
		: '';
	const heldOut =
		held > 0
			? ` and ${formatCount(held)} held out (${formatBytes(sizes.validation)})`
			: '';
	return [
		{
			name: 'Sent',
			text: `${plural(held > 0 ? 2 : 1, 'file')}: ${plural(examples, 'example')} (${formatBytes(sizes.training)})${heldOut}; ${plural(kept, 'message')}${tokens}`,
		},
	];
}

const eachMessage: ConsentFact[] = [
	{name: 'Now', text: 'nothing'},
	{
		name: 'Each time',
		text: `what you write, the last turns, up to ${recalledCount} of your past exchanges, and how you write in numbers (no names); ^P in the chat shows it`,
	},
];

const replaced = ({replaced}: Sizes): string =>
	replaced.length > 0
		? replaced
				.slice(0, 5)
				.map(([name, times]) => `${name} ${formatCount(times)}×`)
				.join(', ')
		: 'no phone numbers, addresses, links or bank data were found';

const names = {price: 'Cost', time: 'Time', model: 'Ends'};

const checked = (checks: readonly Check[]): ConsentFact[] =>
	(['price', 'time', 'model'] as const).flatMap(wanted => {
		const found = checks.find(({name}) => name === wanted);
		return found ? [{name: names[wanted], text: found.text}] : [];
	});

import {withNames} from '../twin/names.ts';
import {nudge} from '../twin/prompt/nudge.ts';
import type {ChatStep} from './chat-step.ts';
import {withTask} from './chat-tasks.ts';
import {nudgeWith} from './chat-turns.ts';

/** Whom the owner wrote with. */
export const people = ({portrait, twin}: ChatStep): readonly string[] =>
	portrait?.people.map(label => twin.names?.[label] ?? label) ?? [];

/** A sentence for the status line. */
export const say = (step: ChatStep, notice: string): ChatStep => ({
	...step,
	notice,
});

export function withNumber(
	step: ChatStep,
	text: string,
	{name, most}: {name: string; most: number},
	change: (value: number) => ChatStep,
): ChatStep {
	const value = Number(text.replace(',', '.'));
	return text === '' || Number.isNaN(value) || value < 0 || value > most
		? say(step, `/${name} takes a number from 0 to ${most}.`)
		: say(change(value), `${name} is ${value} from the next reply on.`);
}

/** '/nudge Mary because she is ill' */
export function runNudge(step: ChatStep, argument: string): ChatStep {
	const [, name = '', reason = ''] =
		/^(.*?)(?:\s+because\s+([\s\S]*))?$/i.exec(argument) ?? [];
	const partner = labelOf(step, name.trim()) || step.partner;
	return nudgeWith(
		{...step, partner},
		nudge(partner ?? undefined, reason.trim()),
	);
}

export function runAs(step: ChatStep, person: string): ChatStep {
	if (person === '')
		return say(
			{...step, partner: null},
			`${step.twin.name} talks to nobody in particular.`,
		);
	const known = people(step);
	const found = known.find(
		name => name.toLocaleLowerCase() === person.toLocaleLowerCase(),
	);
	const partner = found ?? person;
	return say(
		{...step, partner: labelOf(step, partner)},
		found || known.length === 0
			? `${step.twin.name} takes you for ${partner}.`
			: `${step.twin.name} takes you for ${partner}, whom it has no exchanges with.`,
	);
}

/** The data set knows people by their labels. */
const labelOf = ({twin}: ChatStep, name: string): string =>
	Object.entries(twin.names ?? {}).find(([, known]) => known === name)?.[0] ??
	name;

/** '/name Person2 Ada'; without a name the label is shown again. */
export function runName(step: ChatStep, argument: string): ChatStep {
	const [, label = '', name = ''] =
		/^(Person\d+)(?:\s+(?:is\s+)?(.+))?$/iu.exec(argument) ?? [];
	if (label === '')
		return say(step, 'Whom shall a label stand for? /name Person2 Ada');
	const key = label.replace(/^p/, 'P');
	const {[key]: _, ...others} = step.twin.names ?? {};
	const names = name === '' ? others : {...others, [key]: name};
	const twin = {...step.twin, names};
	return say(
		withTask({...step, twin}, {kind: 'twin', twin}),
		name === '' ? `${key} is shown as ${key}.` : `${key} is shown as ${name}.`,
	);
}

export function runRhythm(step: ChatStep, argument: string): ChatStep {
	if (argument !== 'on' && argument !== 'off')
		return say(step, 'Say /rhythm on or /rhythm off.');
	const rhythm = argument === 'on';
	return say(
		{...step, rhythm},
		rhythm
			? 'Bubbles come at the owner’s rhythm.'
			: 'Replies are shown as they come.',
	);
}

export function runCopy(step: ChatStep): ChatStep {
	const reply = step.turns.findLast(({role}) => role === 'assistant');
	return reply
		? withTask(step, {
				kind: 'copy',
				text: withNames(reply.text, step.twin.names ?? {}),
			})
		: say(step, 'There is no reply to copy yet.');
}

export function runExport(step: ChatStep, file: string): ChatStep {
	if (file === '') return say(step, 'Where to? /export FILE.md');
	if (step.turns.length === 0)
		return say(step, 'Nothing has been said that could be exported.');
	const {title, twin} = step;
	const turns = step.turns.map(turn => ({
		...turn,
		text: withNames(turn.text, twin.names ?? {}),
	}));
	return withTask(step, {kind: 'export', file, session: {title, turns}});
}

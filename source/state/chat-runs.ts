import {editorWith} from '../components/editor.ts';
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

/** '/nudge Mary because she is ill'; without a name it writes to whom it talks to. */
export function runNudge(step: ChatStep, argument: string): ChatStep {
	const [, name = '', because, reason = ''] =
		/^(.*?)((?:^|\s+)because(?:\s+([\s\S]*))?)?$/i.exec(argument) ?? [];
	if (because !== undefined && reason.trim() === '')
		return {
			...say(
				step,
				'Because of what? Write the reason, or leave “because” out.',
			),
			draft: editorWith(`/nudge ${argument} `),
		};
	const person = personOf(step, name.trim());
	const partner = labelOf(step, person) || step.partner;
	const asked = nudgeWith(
		{...step, partner},
		nudge(partner ?? undefined, reason.trim()),
	);
	const doubt = person === '' ? '' : doubtOf(step, person);
	return doubt === '' ? asked : say(asked, `It writes to ${person}${doubt}.`);
}

/** A name as it is known, however it is typed. */
const personOf = (step: ChatStep, typed: string): string =>
	people(step).find(
		name => name.toLocaleLowerCase() === typed.toLocaleLowerCase(),
	) ?? typed;

/** What is to be said behind a name that the twin's past does not have; '' for one that it has. */
function doubtOf(step: ChatStep, person: string): string {
	const known = people(step);
	if (known.includes(person) || !step.portrayed) return '';
	return known.length > 0
		? ', whom it has no exchanges with'
		: '; who it knows is not kept here';
}

export function runAs(step: ChatStep, person: string): ChatStep {
	if (person === '')
		return say(
			{...step, partner: null},
			`${step.twin.name} talks to nobody in particular.`,
		);
	const partner = personOf(step, person);
	return say(
		{...step, partner: labelOf(step, partner)},
		`${step.twin.name} takes you for ${partner}${doubtOf(step, partner)}.`,
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
		`${key} is shown as ${name === '' ? key : name}${isLabel(step, key) ? '' : `, but nobody here is called ${key} so far`}.`,
	);
}

/** Whether a label stands for somebody: in the twin's past, or in what was said. */
const isLabel = ({portrait, turns}: ChatStep, label: string): boolean =>
	portrait?.people.includes(label) ||
	turns.some(({text}) => new RegExp(`\\b${label}\\b`, 'u').test(text));

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

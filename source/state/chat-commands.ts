import {editorWith, emptyEditor} from '../components/editor.ts';
import {nudge} from '../twin/prompt/nudge.ts';
import {openBlind} from './blind.ts';
import {type ChatStep, renewed} from './chat.ts';
import {isWriting, revealAll} from './chat-reveal.ts';
import {withTask} from './chat-tasks.ts';
import {
	deleteLast,
	editLast,
	nudgeWith,
	remembered,
	retry,
	send,
} from './chat-turns.ts';
import {moveCursor} from './list.ts';

/** What is typed behind a slash. Completion, help and what is done all come from this table. */
export type Command = {
	name: string;
	/** What follows the name; '' for nothing. */
	form: string;
	/** In a few words. */
	does: string;
	/** What may follow, to choose from. */
	values?: (step: ChatStep) => readonly string[];
	/** Whether it waits for the end of a reply. */
	waits?: true;
	run(step: ChatStep, argument: string): ChatStep;
};

/** Whom the owner wrote with. */
const people = ({portrait, twin}: ChatStep): readonly string[] =>
	portrait?.people.map(label => twin.names?.[label] ?? label) ?? [];

const say = (step: ChatStep, notice: string): ChatStep => ({...step, notice});

export const commands: readonly Command[] = [
	{
		name: 'nudge',
		form: 'NAME because REASON',
		does: 'let the twin write first',
		values: people,
		waits: true,
		run: runNudge,
	},
	{
		name: 'as',
		form: 'PERSON',
		does: 'whom the twin talks to; alone: nobody',
		values: people,
		run: runAs,
	},
	{
		name: 'system',
		form: 'TEXT',
		does: 'who the twin is; alone: as it was made',
		run: (step, text) =>
			text === ''
				? say(
						{...step, systemPrompt: step.twin.systemPrompt},
						'The system prompt is the twin’s own again.',
					)
				: say(
						{...step, systemPrompt: text},
						'The next reply follows this system prompt.',
					),
	},
	{
		name: 'temperature',
		form: '0–2',
		does: 'how freely it speaks',
		run: (step, text) =>
			withNumber(step, text, {name: 'temperature', most: 2}, temperature => ({
				...step,
				sampling: {...step.sampling, temperature},
			})),
	},
	{
		name: 'top-p',
		form: '0–1',
		does: 'how many words it chooses from',
		run: (step, text) =>
			withNumber(step, text, {name: 'top-p', most: 1}, topP => ({
				...step,
				sampling: {...step.sampling, topP},
			})),
	},
	{
		name: 'recall',
		form: '0–1',
		does: '1 quotes its owner, 0 speaks freely',
		run: (step, text) =>
			step.twin.provider === 'local'
				? withNumber(step, text, {name: 'recall', most: 1}, recall => ({
						...step,
						recall,
					}))
				: say(
						step,
						'Only embedded twins have /recall: this one is at another provider.',
					),
	},
	{
		name: 'name',
		form: 'LABEL NAME',
		does: 'whom Person2 is shown as; alone: the label',
		run: runName,
	},
	{
		name: 'rhythm',
		form: 'on | off',
		does: 'bubbles as the owner types, or at once',
		values: () => ['on', 'off'],
		run: runRhythm,
	},
	{
		name: 'retry',
		form: '',
		does: 'answer again',
		waits: true,
		run: retry,
	},
	{
		name: 'edit',
		form: '',
		does: 'put your last message otherwise',
		waits: true,
		run: editLast,
	},
	{
		name: 'delete',
		form: '',
		does: 'take the last exchange out',
		waits: true,
		run: deleteLast,
	},
	{
		name: 'copy',
		form: '',
		does: 'the last reply, to the clipboard',
		run: runCopy,
	},
	{
		name: 'export',
		form: 'FILE.md',
		does: 'the conversation as Markdown',
		run: runExport,
	},
	{
		name: 'rename',
		form: 'TITLE',
		does: 'call this conversation something',
		run: (step, title) =>
			title === ''
				? say(step, 'What shall it be called? /rename TITLE')
				: say({...step, title}, `This conversation is called “${title}”.`),
	},
	{
		name: 'new',
		form: '',
		does: 'begin another conversation',
		waits: true,
		run: step =>
			say(
				renewed(step),
				'A new conversation: /sessions has the ones before it.',
			),
	},
	{
		name: 'sessions',
		form: '',
		does: 'search, open, rename, delete',
		waits: true,
		run: step => ({...step, asks: 'sessions'}),
	},
	{
		name: 'blind',
		form: '',
		does: 'can a friend tell the twin from its owner?',
		waits: true,
		run: openBlind,
	},
	{
		name: 'help',
		form: '',
		does: 'keys and commands',
		run: step => ({...step, asks: 'help'}),
	},
	{
		name: 'quit',
		form: '',
		does: 'leave the program',
		run: step => ({...step, asks: 'quit'}),
	},
];

/** A command as typed: '/top-p 0.5' is ['top-p', '0.5']; null for a message. Two slashes begin a message with one. */
function parse(text: string): [name: string, argument: string] | null {
	const [, name = '', argument = ''] =
		/^\/([^\s/]*)\s*([\s\S]*)$/.exec(text) ?? [];
	return text.startsWith('/') && !text.startsWith('//')
		? [name, argument.trim()]
		: null;
}

/** Something that the draft could go on as. */
export type Completion = {
	/** The draft with it. */
	draft: string;
	show: string;
	does: string;
};

/** What the draft could go on as; none while it is a message. */
export function completions(step: ChatStep): Completion[] {
	const {text} = step.draft;
	// What up has brought back is whole; up and down go on from there.
	if (step.editing !== null || step.recalled || text.includes('\n')) return [];
	const typed = /^\/([^\s/]*)$/.exec(text)?.[1];
	if (typed !== undefined)
		return commands.flatMap(({name, form, does}) =>
			name.startsWith(typed.toLowerCase())
				? [
						{
							draft: `/${name}${form ? ' ' : ''}`,
							show: usage({name, form}),
							does,
						},
					]
				: [],
		);
	const [, name = '', begun = ''] = /^\/(\S+) (.*)$/.exec(text) ?? [];
	const command = commands.find(command => command.name === name);
	const values = command?.values?.(step) ?? [];
	const wanted = begun.toLocaleLowerCase();
	return values.flatMap(value =>
		value.toLocaleLowerCase().startsWith(wanted) && value !== begun
			? [{draft: `/${name} ${value}`, show: value, does: ''}]
			: [],
	);
}

/** How a command is written: '/as PERSON'. */
export const usage = ({name, form}: Pick<Command, 'name' | 'form'>): string =>
	`/${name}${form ? ` ${form}` : ''}`;

/** Puts the chosen completion into the prompt. */
export function completeCommand(step: ChatStep): ChatStep {
	const chosen = completions(step)[step.choice];
	return chosen ? {...step, draft: editorWith(chosen.draft), choice: 0} : step;
}

export const chooseCommand = (step: ChatStep, by: number): ChatStep => ({
	...step,
	choice: moveCursor(step.choice, by, completions(step).length),
});

/** Enter: sends what is written, or does what it says. */
export function enter(step: ChatStep): ChatStep {
	const text = step.draft.text.trim();
	if (text === '') return step;
	const typed = step.editing === null ? parse(text) : null;
	if (typed) return obey(step, text, ...typed);
	if (step.answering !== null)
		return say(step, `${step.twin.name} is still writing: esc stops.`);
	return send(revealAll(step), text.replace(/^\/\//, '/'));
}

function obey(
	step: ChatStep,
	text: string,
	name: string,
	argument: string,
): ChatStep {
	const command = commands.find(each => each.name === name.toLowerCase());
	if (!command) {
		// What is begun is completed first; what needs nothing more is done at once.
		const completed = completeCommand(step);
		if (argument === '' && completed !== step)
			return completed.draft.text.endsWith(' ') ? completed : enter(completed);
		return say(
			step,
			`There is no /${name}: /help lists what there is; // in front sends it as a message.`,
		);
	}
	if (command.waits && isWriting(step) && step.answering !== null)
		return say(step, `${step.twin.name} is still writing: esc stops.`);
	const cleared = {...remembered(step, text), draft: emptyEditor, notice: null};
	return command.run(revealAll(cleared), argument);
}

function withNumber(
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
function runNudge(step: ChatStep, argument: string): ChatStep {
	const [, name = '', reason = ''] =
		/^(.*?)(?:\s+because\s+([\s\S]*))?$/i.exec(argument) ?? [];
	const partner = labelOf(step, name.trim()) || step.partner;
	return nudgeWith(
		{...step, partner},
		nudge(partner ?? undefined, reason.trim()),
	);
}

function runAs(step: ChatStep, person: string): ChatStep {
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
function runName(step: ChatStep, argument: string): ChatStep {
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

function runRhythm(step: ChatStep, argument: string): ChatStep {
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

function runCopy(step: ChatStep): ChatStep {
	const reply = step.turns.findLast(({role}) => role === 'assistant');
	return reply
		? withTask(step, {kind: 'copy', text: reply.text})
		: say(step, 'There is no reply to copy yet.');
}

function runExport(step: ChatStep, file: string): ChatStep {
	if (file === '') return say(step, 'Where to? /export FILE.md');
	if (step.turns.length === 0)
		return say(step, 'Nothing has been said that could be exported.');
	const {title, turns} = step;
	return withTask(step, {kind: 'export', file, session: {title, turns}});
}

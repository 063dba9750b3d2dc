import {editorWith, emptyEditor} from '../components/editor.ts';
import {commands, usage} from './chat-commands.ts';
import {revealAll} from './chat-reveal.ts';
import {say} from './chat-runs.ts';
import type {ChatStep} from './chat-step.ts';
import {remembered, send, waiting} from './chat-turns.ts';
import {moveCursor} from './list.ts';
import {lower} from './search.ts';

/** A command as typed: '/top-p 0.5' is ['top-p', '0.5']; null for a message. Two slashes begin a message with one. */
function parse(text: string): [name: string, argument: string] | null {
	const [, name = '', argument = ''] =
		/^\/([^\s/]*)\s*([\s\S]*)$/.exec(text) ?? [];
	return text.startsWith('/') && !text.startsWith('//')
		? [name, argument.trim()]
		: null;
}

/** Whether a command is being written, one that there is or not. */
export const isCommand = ({draft, editing}: ChatStep): boolean =>
	editing === null && parse(draft.text) !== null;

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
	// One that is written out is meant, though others may begin like it.
	if (values.some(value => lower(value) === lower(begun.trim()))) return [];
	return values.flatMap(value =>
		lower(value).startsWith(lower(begun))
			? [{draft: `/${name} ${value}`, show: value, does: ''}]
			: [],
	);
}

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
	const text = whole(step).draft.text.trim();
	if (text === '')
		return say(
			step,
			`Write something first, or let ${step.twin.name} begin: ^N.`,
		);
	const typed = step.editing === null ? parse(text) : null;
	if (typed) return obey(step, text, ...typed);
	if (step.answering !== null) return waiting(step);
	return send(revealAll(step), text.replace(/^\/\//, '/'));
}

/** With the value that is chosen under a command: enter means that one. */
const whole = (step: ChatStep): ChatStep =>
	/^\/\S+ /.test(step.draft.text) ? completeCommand(step) : step;

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
			`There is no /${name}: see /help; // in front sends it as a message.`,
		);
	}
	if (command.waits && step.answering !== null) return waiting(step);
	const cleared = {...remembered(step, text), draft: emptyEditor, notice: null};
	return command.run(revealAll(cleared), argument);
}

import {openBlind} from './blind.ts';
import {runFind} from './chat-find.ts';
import {
	people,
	runAs,
	runCopy,
	runExport,
	runName,
	runNudge,
	runRhythm,
	say,
	withNumber,
} from './chat-runs.ts';
import {type ChatStep, renewed} from './chat-step.ts';
import {deleteLast, editLast, retry} from './chat-turns.ts';
import {showNextVersion} from './chat-versions.ts';

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
		does: 'who you are; alone: nobody',
		values: people,
		run: runAs,
	},
	{
		name: 'system',
		form: 'TEXT',
		does: 'who it is; alone: as made',
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
		does: 'from how many words it picks',
		run: (step, text) =>
			withNumber(step, text, {name: 'top-p', most: 1}, topP => ({
				...step,
				sampling: {...step.sampling, topP},
			})),
	},
	{
		name: 'recall',
		form: '0–1',
		does: '1 quotes, 0 speaks freely',
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
		does: 'what a label is shown as',
		run: runName,
	},
	{
		name: 'rhythm',
		form: 'on | off',
		does: 'bubble by bubble, or at once',
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
		name: 'other',
		form: '',
		does: 'the next of the replies to this',
		waits: true,
		run: showNextVersion,
	},
	{
		name: 'edit',
		form: '',
		does: 'put your last one otherwise',
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
		does: 'the last reply to clipboard',
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
		does: 'name this conversation',
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
		name: 'find',
		form: 'WORDS',
		does: 'where they were said, newest first',
		run: runFind,
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
		does: 'can a friend tell them apart?',
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

/** How a command is written: '/as PERSON'. */
export const usage = ({name, form}: Pick<Command, 'name' | 'form'>): string =>
	`/${name}${form ? ` ${form}` : ''}`;

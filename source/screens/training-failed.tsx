import {Box, Text} from 'ink';
import {displayText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {plural} from '../format.ts';
import type {Stricter} from '../state/stricter.ts';
import type {TrainingStep} from '../state/training-step.ts';
import type {Size} from '../state.ts';
import {logPath} from '../store/log.ts';
import {glyphs, theme} from '../theme.ts';
import {RecipeNote} from './recipe-note.tsx';

type Props = {step: TrainingStep; stricter: Stricter | null; size: Size};

/** Why it failed, and the ways that remain, each with its key. */
export function Failed({step, stricter, size}: Props) {
	const ways = waysOf(step, stricter);
	const lines = wrapText(
		displayText(`${glyphs.failed} ${step.error ?? ''}`),
		size.columns,
	);
	// Below stand the ways, a recipe perhaps, and the path of the log.
	const fits = size.rows - ways.length - (step.recipe ? 1 : 0);
	// The path of the log makes way for what the provider said.
	const hasLog = lines.length < fits;
	const room = Math.max(fits - (hasLog ? 1 : 0), 1);
	const events = room - lines.length - 2;
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Lines
				lines={cut(lines, room, size.columns).map(text => ({
					text,
					colour: theme.danger,
				}))}
			/>
			{ways.map(([key, does]) => (
				<Text key={key} wrap="truncate">
					{'  '}
					<Text bold>{key.padEnd(6)}</Text>
					{does}
				</Text>
			))}
			<RecipeNote step={step} width={size.columns} />
			{hasLog && (
				<Text color={theme.muted} wrap="truncate">
					Details: {logPath()}
				</Text>
			)}
			{events > 0 && step.messages.length > 0 && (
				<Box flexDirection="column" marginTop={1}>
					<Lines
						lines={step.messages.slice(-events).map(({text}) => ({
							text: `${glyphs.waiting} ${truncate(text, size.columns - 2)}`,
							colour: theme.muted,
						}))}
					/>
				</Box>
			)}
		</Box>
	);
}

/** What does not fit is seen to be missing. */
const cut = (lines: readonly string[], room: number, width: number) =>
	lines.length <= room
		? lines
		: [
				...lines.slice(0, room - 1),
				truncate(`${lines[room - 1] ?? ''} ${lines[room] ?? ''}`, width),
			];

type Way = [key: string, does: string];

const elsewhere: Way[] = [
	['p', 'another provider: Azure, Nebius, your own server'],
	['m', 'the embedded engine: nothing leaves this machine'],
	['w', 'no training: any chat model, shown your exchanges'],
	['x', 'a recipe: files and settings for your own engine'],
];

function waysOf({cause, plan}: TrainingStep, stricter: Stricter | null): Way[] {
	if (!plan) return [];
	if (cause === 'not-allowed') return elsewhere;
	if (cause !== 'content') return [];
	if (!stricter) return elsewhere;
	const {threshold, drops} = stricter;
	return [
		[
			'enter',
			`threshold ${threshold.toFixed(2)}, −${plural(drops, 'message')}, again`,
		],
		...elsewhere.slice(0, 3),
	];
}

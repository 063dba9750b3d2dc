import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {truncate} from './display-text.ts';
import {frameRows} from './frame-size.ts';
import type {Palette} from './palette.ts';

export type Hint = {show: string; does: string};

type Props = {
	columns: number;
	rows: number;
	/** Names of all steps, and which one is on. */
	steps: readonly string[];
	step: number;
	/** One line above the footer; shown as a warning where it is a notice. */
	status: string;
	isNotice: boolean;
	hints: readonly Hint[];
	palette: Palette;
	children: ReactNode;
};

/** Every screen's frame: where one is, the screen itself, what goes on, and the keys that are valid now. */
export function Frame({
	columns,
	rows,
	steps,
	step,
	status,
	isNotice,
	hints,
	palette,
	children,
}: Props) {
	return (
		<Box flexDirection="column" width={columns} height={rows} overflow="hidden">
			<Header columns={columns} steps={steps} step={step} palette={palette} />
			<Text aria-hidden color={palette.muted}>
				{'─'.repeat(columns)}
			</Text>
			<Box
				flexDirection="column"
				height={Math.max(rows - frameRows, 0)}
				paddingX={1}
				overflow="hidden"
			>
				{children}
			</Box>
			<Box paddingX={1}>
				<Text
					wrap="truncate"
					{...(isNotice
						? {color: palette.warning, bold: true}
						: {color: palette.muted})}
				>
					{isNotice ? `! ${status}` : status || ' '}
				</Text>
			</Box>
			<Footer columns={columns} hints={hints} palette={palette} />
		</Box>
	);
}

/** Below this width only the step one is at is named. */
const pathWidth = 72;

function Header({
	columns,
	steps,
	step,
	palette,
}: Pick<Props, 'columns' | 'steps' | 'step' | 'palette'>) {
	return (
		<Box
			paddingX={1}
			justifyContent="space-between"
			height={1}
			aria-label={`twin-tui, step ${step + 1} of ${steps.length}: ${steps[step]}`}
		>
			<Text bold color={palette.accent}>
				twin-tui
			</Text>
			{columns >= pathWidth ? (
				<Text>
					{steps.map((name, index) => (
						<Text key={name}>
							{index > 0 && <Text color={palette.muted}> ─ </Text>}
							<StepName name={name} state={index - step} palette={palette} />
						</Text>
					))}
				</Text>
			) : (
				<Text bold>{steps[step]}</Text>
			)}
			<Text color={palette.muted}>
				{step + 1}/{steps.length}
			</Text>
		</Box>
	);
}

/** Steps behind are ticked, the one that is on is marked: by glyph as well as by colour. */
function StepName({
	name,
	state,
	palette,
}: {
	name: string;
	state: number;
	palette: Palette;
}) {
	if (state < 0) return <Text color={palette.good}>✔ {name}</Text>;
	if (state > 0) return <Text color={palette.muted}>· {name}</Text>;
	return (
		<Text bold color={palette.accent}>
			● {name}
		</Text>
	);
}

/** As many hints as fit, the last one (help) always. */
function Footer({
	columns,
	hints,
	palette,
}: Pick<Props, 'columns' | 'hints' | 'palette'>) {
	const fitting = fitHints(hints, columns - 2);
	return (
		<Box paddingX={1} height={1}>
			<Text wrap="truncate" aria-label={`Keys: ${spoken(fitting)}`}>
				{fitting.map(({show, does}, index) => (
					<Text key={`${show} ${does}`}>
						{index > 0 && <Text color={palette.muted}> · </Text>}
						<Text bold>{show}</Text>
						<Text color={palette.muted}> {does}</Text>
					</Text>
				))}
			</Text>
		</Box>
	);
}

/** '↑↓ move, space pick': arrows by their names, which not every reader says. */
const spoken = (hints: readonly Hint[]): string =>
	hints
		.map(({show, does}) => `${show} ${does}`)
		.join(', ')
		.replaceAll('↑↓', 'up and down')
		.replaceAll('←→', 'left and right')
		.replaceAll('^', 'control ');

function fitHints(hints: readonly Hint[], width: number): Hint[] {
	const widthOf = (shown: readonly Hint[]) =>
		shown.reduce(
			(sum, {show, does}) => sum + show.length + does.length + 4,
			-3,
		);
	const fitting = [...hints];
	// The keys named last but one matter least: the first ones do the work, the last one is the help.
	while (fitting.length > 2 && widthOf(fitting) > width) fitting.splice(-2, 1);
	return fitting;
}

/** Instead of a screen that would not fit. */
export function TooSmall({
	columns,
	rows,
	least,
}: {
	columns: number;
	rows: number;
	least: {columns: number; rows: number};
}) {
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<Text wrap="wrap">
				{truncate(
					`Make the window at least ${least.columns}×${least.rows} (now ${columns}×${rows}).`,
					columns * Math.max(rows - 1, 1),
				)}
			</Text>
		</Box>
	);
}

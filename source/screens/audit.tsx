import {Box, Text} from 'ink';
import {fitText, truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {listWindow} from '../components/list-window.ts';
import type {Decisions} from '../dataset/anonymize/decisions.ts';
import {formatCount} from '../format.ts';
import {
	type AuditRow,
	type AuditStep,
	countOf,
	rowsOf,
	type Section,
	sections,
} from '../state/audit.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {
	step: AuditStep;
	names: Decisions;
	/** Whether it goes anywhere: else this is what would be replaced. */
	isLeaving: boolean;
	size: Size;
};

const titles: Readonly<Record<Section, string>> = {
	words: 'also words',
	maybe: 'maybe names',
	decided: 'decided',
	people: 'people',
	kinds: 'kinds',
};

/** Where all five stand on a line of the smallest screen. */
const shortTitles: Readonly<Record<Section, string>> = {
	...titles,
	words: 'words',
	maybe: 'maybe',
};
const wide = 72;

const explained: Readonly<Record<Section, string>> = {
	words: 'People’s names that are also words: left until you decide.',
	maybe: 'Left, and looks like a name: r replaces it, l lets it be.',
	decided: 'What you decided; u takes it back.',
	people: 'Who was found in the texts, and as what.',
	kinds: 'What was replaced, by kind.',
};

const nothing: Readonly<Record<Section, string>> = {
	words: 'No name is left to decide about.',
	maybe: 'Nothing looks like a name any more.',
	decided: 'Nothing is decided yet.',
	people: 'Nobody was found in the texts.',
	kinds: 'Nothing was replaced.',
};

/** Rows of the heading, the tabs, what they are about, and the rule above the samples. */
const chrome = 4;

/** What is replaced in what leaves the machine, how often, and where; and what is to be decided about that. */
export function Audit({step, names, isLeaving, size}: Props) {
	const rows = rowsOf(step, names);
	const samples = samplesOf(rows[step.cursor], size);
	const height = Math.max(size.rows - chrome - samples.length, 1);
	const window = listWindow(rows.length, step.cursor, height);
	return (
		<Box flexDirection="column" height={size.rows} overflow="hidden">
			<Text bold wrap="truncate">
				{isLeaving
					? 'What is replaced before anything leaves this machine'
					: 'Nothing leaves this machine; else this would be replaced'}
				{step.asked === step.answered ? '' : ' …'}
			</Text>
			<Tabs step={step} names={names} isWide={size.columns >= wide} />
			<Text color={theme.muted} wrap="truncate">
				{explained[step.section]}
			</Text>
			<Box flexDirection="column" height={height}>
				{rows.length === 0 && (
					<Text color={theme.muted}>
						{step.report || step.section === 'decided'
							? nothing[step.section]
							: 'Looking through the texts…'}
					</Text>
				)}
				{rows
					.slice(window.first, window.first + window.height)
					.map((row, index) => (
						<Row
							key={`${row.title} ${row.note}`}
							row={row}
							isCurrent={window.first + index === step.cursor}
							width={size.columns}
						/>
					))}
			</Box>
			<Text color={theme.muted}>{'╌'.repeat(size.columns)}</Text>
			<Lines lines={samples.map(text => ({text}))} />
		</Box>
	);
}

function Tabs({
	step,
	names,
	isWide,
}: Pick<Props, 'step' | 'names'> & {isWide: boolean}) {
	const named = isWide ? titles : shortTitles;
	return (
		<Text wrap="truncate">
			{sections.map((section, index) => {
				const isCurrent = section === step.section;
				const count = countOf(step, section, names);
				return (
					<Text key={section}>
						{index > 0 ? ' · ' : ''}
						<Text
							bold={isCurrent}
							{...(isCurrent ? {color: theme.accent, underline: true} : {})}
						>
							{isCurrent ? `${glyphs.here} ` : ''}
							{named[section]}
							{step.report ? ` ${formatCount(count)}` : ''}
						</Text>
					</Text>
				);
			})}
		</Text>
	);
}

/** Columns of a count and of a title. */
const countWidth = 8;
const titleWidth = 18;

function Row({
	row: {title, count, note},
	isCurrent,
	width,
}: {
	row: AuditRow;
	isCurrent: boolean;
	width: number;
}) {
	const times = count === null ? '' : `${formatCount(count)}×`;
	return (
		<Text wrap="truncate" bold={isCurrent}>
			<Text {...(isCurrent ? {color: theme.accent} : {})}>
				{isCurrent ? glyphs.cursor : ' '}
				{fitText(times, countWidth, 'end')} {fitText(title, titleWidth)}{' '}
			</Text>
			<Text color={theme.muted}>
				{truncate(note, Math.max(width - countWidth - titleWidth - 3, 1))}
			</Text>
		</Text>
	);
}

/** Where the line under the cursor stands in the chats, in the rows that there are for it. */
function samplesOf(row: AuditRow | undefined, {columns, rows}: Size): string[] {
	const most = rows < 14 ? 2 : 4;
	const lines = (row?.samples ?? []).flatMap(sample =>
		wrapText(sample, columns),
	);
	return Array.from({length: most}, (_, index) => lines[index] ?? '');
}

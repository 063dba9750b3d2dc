import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {lastReply} from '../state/chat-replies.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import type {Memory, Remembered} from '../twin/memory.ts';

type Props = {step: ChatStep; size: Size};

/** Rows that an exchange takes. */
const perExchange = 4;

/** A tab of the pane: which real exchanges the newest reply leaned on or is near to, and what in it may be too much. */
export function ChatMemory({step, size}: Props) {
	const {memory} = step;
	const sentence = whyEmpty(step);
	if (sentence !== null || !memory?.memory)
		return (
			<Lines
				lines={wrapText(sentence ?? '', size.columns).map(text => ({
					text,
					colour: theme.muted,
				}))}
			/>
		);
	const warnings = warningsOf(memory.memory, size.columns).slice(0, 6);
	const {exchanges} = memory.memory;
	const shown = Math.max(
		Math.floor((size.rows - warnings.length - 1) / perExchange),
		1,
	);
	const first = Math.max(0, memory.cursor - shown + 1);
	return (
		<Box flexDirection="column" width={size.columns}>
			<Lines lines={warnings} />
			{exchanges.length === 0 && (
				<Text color={theme.muted}>No exchange is near.</Text>
			)}
			{exchanges.slice(first, first + shown).map((exchange, at) => (
				<ExchangeRows
					key={exchange.key ?? `${exchange.asked}\n${exchange.reply}`}
					exchange={exchange}
					isAt={step.paneFocused && first + at === memory.cursor}
					isExcluded={exchange.key !== null && step.excluded.has(exchange.key)}
					width={size.columns}
				/>
			))}
		</Box>
	);
}

function whyEmpty(step: ChatStep): string | null {
	const reply = lastReply(step);
	if (!reply)
		return 'Once the twin has answered, this shows where the reply comes from.';
	if (step.memory?.turn !== reply.id) return 'looking…';
	return step.memory.memory === null
		? 'What this twin was made of is not kept on this machine, so there is nothing to hold its replies against.'
		: null;
}

function warningsOf(
	{overlap, personal}: Memory,
	width: number,
): {text: string; colour: string}[] {
	const sentences = [
		...(overlap === null
			? []
			: [
					overlap.whose === 'others'
						? `${glyphs.warning} other people’s words: “${overlap.text}”`
						: `same words as yours: “${overlap.text}”`,
				]),
		...(personal.length > 0
			? [`${glyphs.warning} personal: ${personal.join(', ')}`]
			: []),
	];
	return sentences.flatMap(sentence =>
		wrapText(sentence, width)
			.slice(0, 3)
			.map(text => ({
				text,
				colour: sentence.startsWith(glyphs.warning)
					? theme.warning
					: theme.muted,
			})),
	);
}

function ExchangeRows({
	exchange,
	isAt,
	isExcluded,
	width,
}: {
	exchange: Remembered;
	isAt: boolean;
	isExcluded: boolean;
	width: number;
}) {
	const {asked, reply, chat, at, quoted, used} = exchange;
	const how = quoted ? 'quoted' : used ? 'used' : 'near';
	const day = at ? `${chat ? ', ' : ''}${at.slice(0, 10)}` : '';
	const room = width - how.length - day.length - (quoted ? 2 : 0) - 3;
	const where = truncate(chat ?? '', room - (isExcluded ? 11 : 0)) + day;
	return (
		<Box flexDirection="column">
			<Text
				wrap="truncate"
				bold={isAt}
				color={isAt ? theme.accent : theme.muted}
			>
				{isAt ? glyphs.cursor : ' '}{' '}
				<Text color={quoted ? theme.warning : theme.muted}>
					{quoted ? '❝ ' : ''}
					{how}
				</Text>{' '}
				{where}
				{isExcluded ? ` ${glyphs.unreadable} excluded` : ''}
			</Text>
			<Text wrap="truncate" color={theme.theirs}>
				{'  '}
				{truncate(asked || '(the owner began)', width - 2)}
			</Text>
			<Text wrap="truncate">
				{'  '}
				{truncate(reply, width - 2)}
			</Text>
			<Text> </Text>
		</Box>
	);
}

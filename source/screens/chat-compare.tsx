import {Box, Text} from 'ink';
import {truncate, wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {answerAt, type RivalAnswer, rivalAt} from '../state/chat-compare.ts';
import {lastReply} from '../state/chat-replies.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {noTally} from '../store/picks.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {step: ChatStep; size: Size};

const nobody =
	'There is nobody to compare with yet. Make another twin of the same chats, a prompted one on any chat model for instance: then both answer the same turn here, and you pick the better one.';

/** Most rivals that are listed. */
const mostListed = 4;

/** A tab of the pane: the same turn answered by somebody else, and which was picked how often. */
export function ChatCompare({step, size}: Props) {
	const rival = rivalAt(step);
	if (!rival)
		return (
			<Lines
				lines={wrapText(nobody, size.columns).map(text => ({
					text,
					colour: theme.muted,
				}))}
			/>
		);
	const reply = lastReply(step);
	const answer = answerAt(step);
	const first = Math.max(0, step.rival - mostListed + 1);
	const listed = step.rivals.slice(first, first + mostListed);
	const room = Math.max(Math.floor((size.rows - listed.length - 8) / 2), 1);
	return (
		<Box flexDirection="column" width={size.columns}>
			{listed.map((each, at) => (
				<Text
					key={each.id}
					wrap="truncate"
					{...(first + at === step.rival ? {color: theme.accent} : {})}
				>
					{first + at === step.rival ? glyphs.cursor : ' '}{' '}
					{truncate(each.label, size.columns - 2)}
				</Text>
			))}
			<Text> </Text>
			<Reply
				who={step.twin.name}
				text={reply?.text ?? ''}
				isBetter={answer?.better === 'twin'}
				width={size.columns}
				rows={room}
			/>
			<Text> </Text>
			<Reply
				who="the other"
				text={answerText(answer)}
				isBetter={answer?.better === 'rival'}
				width={size.columns}
				rows={room}
			/>
			<Text> </Text>
			<Counts step={step} width={size.columns} />
		</Box>
	);
}

function answerText(answer: RivalAnswer | null): string {
	if (!answer) return 'enter asks';
	if (answer.status === 'asked') return '…';
	return answer.status === 'failed'
		? `${glyphs.failed} ${answer.text}`
		: answer.text;
}

function Reply({
	who,
	text,
	isBetter,
	width,
	rows,
}: {
	who: string;
	text: string;
	isBetter: boolean;
	width: number;
	rows: number;
}) {
	const lines = text
		.split('\n')
		.filter(line => line.trim() !== '')
		.flatMap(line => wrapText(line, width - 2));
	return (
		<Box flexDirection="column">
			<Text bold color={isBetter ? theme.good : theme.theirs} wrap="truncate">
				{truncate(who, width - 10)}
				{isBetter ? ` ${glyphs.done} better` : ''}
			</Text>
			<Lines lines={lines.slice(0, rows).map(line => ({text: `  ${line}`}))} />
		</Box>
	);
}

function Counts({step, width}: {step: ChatStep; width: number}) {
	const {twin, rival, neither} =
		step.tallies.get(rivalAt(step)?.id ?? '') ?? noTally;
	const all = twin + rival + neither;
	return (
		<Text color={theme.muted} wrap="truncate">
			{truncate(
				all === 0
					? 'better? t twin, o other, e even'
					: `better: twin ${twin}, other ${rival}, even ${neither}`,
				width,
			)}
		</Text>
	);
}

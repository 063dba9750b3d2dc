import {Box, Text} from 'ink';
import {type Bubble, layoutBubbles} from '../components/bubbles.ts';
import {wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import {followNewest} from '../components/scroll.ts';
import {Transcript} from '../components/transcript.tsx';
import {
	type BlindStep,
	blindResult,
	type Candidate,
	candidatesAt,
	plannedPicks,
} from '../state/blind.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import type {Moment} from '../twin/blind/moments.ts';
import {cardOf, inWords} from '../twin/blind/result.ts';

type Props = {step: ChatStep; blind: BlindStep; size: Size};

/** The blind test: a real moment, and which reply to it is the real one. */
export function BlindScreen(props: Props) {
	switch (props.blind.phase) {
		case 'begin':
			return <Begin {...props} />;
		case 'pick':
			return <Picking {...props} />;
		case 'end':
			return <End {...props} />;
	}
}

function Begin({step, blind, size}: Props) {
	const {name} = step.twin;
	const earlier = blind.earlier.slice(-3).map(result => ({
		text: `  ${result.at.slice(0, 10)}  ${inWords(result)[0] ?? ''}`,
		colour: theme.muted,
	}));
	const sentences = [
		`Hand the keyboard to a friend who knows ${name}.`,
		`You see up to ${plannedPicks} real moments that the twin was never trained on. Two replies follow, ${name}’s own and the twin’s, in an order of chance. Which one is real?`,
		momentsIn(blind),
		...(blind.withBase ? ['The base model takes part as a third one.'] : []),
	];
	return (
		<Box flexDirection="column" width={size.columns}>
			<Text bold color={theme.accent}>
				Which one is {name}?
			</Text>
			<Text> </Text>
			<Lines
				lines={sentences.flatMap(sentence =>
					[...wrapText(sentence, size.columns), ''].map(text => ({text})),
				)}
			/>
			<Lines lines={earlier} />
		</Box>
	);
}

function momentsIn({moments}: BlindStep): string {
	if (moments === null) return 'Looking for moments…';
	return moments.length === 0
		? 'There are none: what this twin was made of is not kept on this machine, or nothing was held out when it was trained.'
		: `${moments.length} moments are there.`;
}

const letters = ['1', '2', '3'];

function Picking({step, blind, size}: Props) {
	const moment = blind.moments?.[blind.at];
	const candidates = candidatesAt(blind);
	if (blind.error !== null || !moment || !candidates)
		return (
			<Lines
				lines={wrapText(
					blind.error === null
						? 'The twin is thinking of what to say…'
						: `${glyphs.failed} ${blind.error} (enter tries again)`,
					size.columns,
				).map(text => ({text, colour: theme.muted}))}
			/>
		);
	const context = contextBubbles(moment, step.twin.name);
	const columns = Math.floor((size.columns - 2) / candidates.length) - 1;
	const tallest = Math.max(
		...candidates.map(candidate => rowsOf(candidate, columns).length),
	);
	const room = Math.max(Math.min(tallest, size.rows - 7), 1);
	return (
		<Box flexDirection="column" width={size.columns}>
			<Text wrap="truncate">
				<Text bold>Which reply is {step.twin.name}’s own?</Text>
				<Text color={theme.muted}>
					{' '}
					{blind.picks.length + 1} of {plannedPicks} at most
				</Text>
			</Text>
			<Text> </Text>
			<Transcript
				bubbles={context}
				width={size.columns}
				height={Math.min(
					layoutBubbles(context, size.columns).length,
					Math.max(size.rows - room - 5, 2),
				)}
				scroll={followNewest}
				palette={theme}
			/>
			<Text> </Text>
			<Box columnGap={2}>
				{candidates.map((candidate, place) => (
					<Box
						key={candidate.who}
						flexDirection="column"
						width={columns}
						flexShrink={0}
					>
						<Text bold color={theme.accent}>
							{letters[place]}
						</Text>
						<Lines
							lines={rowsOf(candidate, columns)
								.slice(0, room)
								.map(text => ({text}))}
						/>
					</Box>
				))}
			</Box>
		</Box>
	);
}

/** Each line a bubble, so that nothing but the words tells one from the other. */
const rowsOf = ({text}: Candidate, columns: number): string[] =>
	text
		.split('\n')
		.filter(line => line.trim() !== '')
		.flatMap(line =>
			wrapText(line.trim(), columns - 2).map(
				(row, at) => `${at === 0 ? '▖' : '▌'} ${row}`,
			),
		);

const contextBubbles = ({context}: Moment, name: string): Bubble[] =>
	context.map(({role, content}, id) =>
		role === 'user'
			? {id, side: 'left', text: content}
			: {id, side: 'right', author: name, text: content},
	);

function End({step, blind, size}: Props) {
	const result = blindResult(step, blind);
	const sentences =
		result.picks === 0
			? ['Nothing was picked, so nothing can be said.']
			: inWords(result);
	const [first = '', ...rest] = sentences;
	return (
		<Box flexDirection="column" width={size.columns}>
			<Lines
				lines={wrapText(first, size.columns).map(text => ({
					text,
					colour: theme.accent,
				}))}
			/>
			<Text> </Text>
			<Lines
				lines={rest.flatMap(sentence =>
					[...wrapText(sentence, size.columns), ''].map(text => ({text})),
				)}
			/>
			{result.picks > 0 && (
				<>
					<Text color={theme.muted}>
						The card to share, which quotes nobody:
					</Text>
					<Lines
						lines={cardOf(result)
							.split('\n')
							.flatMap(line => wrapText(line, size.columns - 2))
							.map(text => ({text: `  ${text}`}))}
					/>
				</>
			)}
		</Box>
	);
}

import {Box, Text} from 'ink';
import {type Dispatch, useCallback, useMemo} from 'react';
import type {Bubble} from '../components/bubbles.ts';
import {editorRows} from '../components/editor-rows.ts';
import {Prompt} from '../components/prompt.tsx';
import {promptTextWidth} from '../components/prompt-width.ts';
import type {Extent} from '../components/scroll.ts';
import {Transcript} from '../components/transcript.tsx';
import type {ChatStep} from '../state/chat.ts';
import {chatLayout} from '../state/layout.ts';
import type {Action, Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {ChatSettings} from './chat-settings.tsx';
import {Rule} from './rule.tsx';

type Props = {step: ChatStep; size: Size; dispatch: Dispatch<Action>};

const promptRows = 4;

/** Step 5: left the conversation, right what the twin is set to. */
export function ChatScreen({step, size, dispatch}: Props) {
	const layout = chatLayout(size.columns);
	const isSplit = layout.pane > 0;
	if (!isSplit && step.paneFocused)
		return <ChatSettings step={step} size={size} />;
	return (
		<Box columnGap={1}>
			<Conversation
				step={step}
				size={{columns: layout.chat, rows: size.rows}}
				dispatch={dispatch}
			/>
			{isSplit && (
				<>
					<Rule rows={size.rows} isFocused={step.paneFocused} />
					<ChatSettings
						step={step}
						size={{columns: layout.pane, rows: size.rows}}
					/>
				</>
			)}
		</Box>
	);
}

function Conversation({step, size, dispatch}: Props) {
	const bubbles = useMemo(
		() => step.turns.map(turn => bubbleOf(turn, step.twin.name)),
		[step.turns, step.twin.name],
	);
	const onExtent = useCallback(
		(extent: Extent) => dispatch({type: 'chat/extent', extent}),
		[dispatch],
	);
	const draftRows = Math.min(
		editorRows(step.draft.text, promptTextWidth(size.columns)).length,
		promptRows,
	);
	const height = size.rows - draftRows - 1 - (step.error ? 1 : 0);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			{bubbles.length === 0 ? (
				<Welcome name={step.twin.name} height={height} />
			) : (
				<Transcript
					bubbles={bubbles}
					width={size.columns}
					height={height}
					scroll={step.scroll}
					onExtent={onExtent}
					palette={theme}
				/>
			)}
			{step.error && (
				<Text color={theme.danger} wrap="truncate">
					{glyphs.failed} {step.error}
				</Text>
			)}
			<Text color={theme.muted}>{'╌'.repeat(size.columns)}</Text>
			<Prompt
				state={step.draft}
				width={size.columns}
				maxRows={promptRows}
				placeholder={`Write to ${step.twin.name}`}
				isFocused={!step.paneFocused}
				palette={theme}
			/>
		</Box>
	);
}

function bubbleOf(
	{id, role, text, status}: ChatStep['turns'][number],
	name: string,
): Bubble {
	const shown = status === 'done' ? {} : {status};
	return role === 'user'
		? {id, side: 'right', text}
		: {id, side: 'left', author: name, text, ...shown};
}

function Welcome({name, height}: {name: string; height: number}) {
	return (
		<Box
			flexDirection="column"
			height={height}
			justifyContent="center"
			alignItems="center"
			overflow="hidden"
		>
			<Text bold>Say something to {name}</Text>
			<Text color={theme.muted}>or press ^N and let the twin begin</Text>
		</Box>
	);
}

import {Box, Text} from 'ink';
import {type Tab, tabs} from '../state/chat-pane.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {ChatCompare} from './chat-compare.tsx';
import {ChatLikeness} from './chat-likeness.tsx';
import {ChatMemory} from './chat-memory.tsx';
import {ChatSettings} from './chat-settings.tsx';

type Props = {step: ChatStep; size: Size};

/** Rows of the tabs' names and the blank below. */
const head = 2;

/** Beside the chat: how it is made, who would have said it better, where it comes from, and whether it is like its owner. */
export function ChatPane({step, size}: Props) {
	const tab = step.pane === 'hidden' ? 'settings' : step.pane;
	return (
		<Box flexDirection="column" width={size.columns} overflow="hidden">
			<Tabs step={step} current={tab} />
			<Text> </Text>
			<Body
				tab={tab}
				step={step}
				size={{columns: size.columns, rows: size.rows - head}}
			/>
		</Box>
	);
}

function Tabs({step, current}: {step: ChatStep; current: Tab}) {
	return (
		<Text wrap="truncate">
			{tabs.map((tab, at) => (
				<Text key={tab}>
					{at > 0 ? ' ' : ''}
					{tab === current ? glyphs.here : ' '}
					<Text
						bold={tab === current}
						underline={tab === current}
						color={
							tab === current && step.paneFocused ? theme.accent : theme.muted
						}
					>
						{tab}
					</Text>
				</Text>
			))}
		</Text>
	);
}

function Body({tab, ...props}: Props & {tab: Tab}) {
	switch (tab) {
		case 'settings':
			return <ChatSettings {...props} />;
		case 'compare':
			return <ChatCompare {...props} />;
		case 'memory':
			return <ChatMemory {...props} />;
		case 'likeness':
			return <ChatLikeness {...props} />;
	}
}

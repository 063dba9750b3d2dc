import {Box, Text} from 'ink';
import type {State} from '../state.ts';
import {theme} from '../theme.ts';

/** Asked once where leaving interrupts something. */
export function Leave({state}: {state: State}) {
	const isLocal = state.training?.provider === 'local';
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold color={theme.warning}>
				Leave while your twin is learning?
			</Text>
			<Text>
				{isLocal
					? 'It pauses here and goes on by itself the next time you start twin-tui.'
					: 'It goes on at the provider; the next time you start twin-tui you come back to it.'}
			</Text>
		</Box>
	);
}

/** Asked before a training is ended for good. */
export function Cancel() {
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold color={theme.warning}>
				Cancel the training?
			</Text>
			<Text>
				What it has learnt so far is lost; your chats and choices stay.
			</Text>
		</Box>
	);
}

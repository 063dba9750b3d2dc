import {Box, Text} from 'ink';
import {Meter} from '../components/meter.tsx';
import {formatCount} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import {
	isStale,
	type ModerationStep,
	type Wait,
} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {scanWords} from './moderation-words.ts';

/** How far the scores are, how fast they come, and what is in the way. */
export function Scan({step, size}: {step: ModerationStep; size: Size}) {
	const {pulse, provider, scan, error} = step;
	const {label} = findProvider(provider);
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold>
				Scoring every message, so that the rude ones can stay out
			</Text>
			<Meter
				share={pulse && pulse.texts > 0 ? pulse.done / pulse.texts : 0}
				width={Math.min(size.columns - 8, 60)}
				palette={theme}
				label="scored"
			/>
			<Box flexDirection="column">
				{pulse ? (
					scanWords(pulse).map(line => <Text key={line}>{line}</Text>)
				) : (
					<Text>
						{step.texts
							? `${formatCount(step.texts.size)} distinct texts…`
							: 'counting…'}
					</Text>
				)}
				{scan === 'running' && step.wait && <Waiting wait={step.wait} />}
				{isStale(step) && <Text>putting the texts in order…</Text>}
				{scan === 'paused' && (
					<Text color={theme.warning}>
						{glyphs.waiting} Paused. What is scored stays scored.
					</Text>
				)}
			</Box>
			<Text color={theme.muted}>
				{provider === 'local'
					? 'By word lists (local-lexicon): nothing leaves this machine. '
					: `By ${label}: distinct texts go there, and nothing else. `}
				Scores are kept for the next time, as hashes without texts.
			</Text>
			{error && (
				<Text color={theme.danger}>
					{glyphs.failed} {error} Press r to try again.
				</Text>
			)}
		</Box>
	);
}

/** Short waits at the limit are the pace itself; only what the owner would wonder about is said. */
function Waiting({wait: {until, reason, isTrouble}}: {wait: Wait}) {
	if (!isTrouble) return null;
	const time = new Date(until).toTimeString().slice(0, 8);
	return (
		<Text color={theme.warning}>
			{glyphs.waiting} {reason} It goes on by itself at {time}.
		</Text>
	);
}

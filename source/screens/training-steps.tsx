import {Box, Text, useAnimation} from 'ink';
import {Meter} from '../components/meter.tsx';
import {epochs as automaticEpochs} from '../dataset/tokens.ts';
import {formatCount, formatDuration} from '../format.ts';
import {isStill} from '../motion.ts';
import {trainingPriceAt} from '../provider/catalogue.ts';
import {type Left, timeElapsed, timeLeft, tokensSoFar} from '../state/pace.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {theme} from '../theme.ts';
import {dollars} from '../training/preflight/cost.ts';

/** Two rows of numbers: steps and time, then epochs, accuracy, tokens and money, as far as each is known. */
export function Steps({step, width}: {step: TrainingStep; width: number}) {
	const isRunning = step.phase === 'running';
	// The clock is looked at with every tick, so that coming back does not begin it anew.
	useAnimation({
		interval: isStill() ? 15_000 : 1000,
		isActive: isRunning,
	});
	const now = Date.now();
	const share = step.totalSteps ? step.step / step.totalSteps : 0;
	const elapsed = timeElapsed(step, now);
	const left = isRunning ? timeLeft(step, now) : null;
	const meter = Math.max(Math.min(width - 56, 40), 8);
	const words = {
		steps: stepped(step),
		elapsed: elapsed === null ? '' : formatDuration(elapsed),
		left: left ? leftWords(left) : '',
	};
	return (
		<>
			<Box columnGap={2}>
				<Box flexShrink={0}>
					<Meter
						share={step.phase === 'succeeded' ? 1 : share}
						width={meter}
						palette={theme}
						label="trained"
					/>
				</Box>
				<Text wrap="truncate">{fitted(words, width - meter - 7)}</Text>
			</Box>
			<Text wrap="truncate" color={theme.muted}>
				{numbers(step, width < 70).join(' · ') || ' '}
			</Text>
		</>
	);
}

const leftWords = ({seconds, why}: Left): string =>
	seconds === null ? why : `about ${formatDuration(seconds)} left`;

/** How long it has taken makes way for how long it will take. */
function fitted(
	{steps, elapsed, left}: {steps: string; elapsed: string; left: string},
	width: number,
): string {
	const join = (...words: string[]) => words.filter(Boolean).join(' · ');
	const all = join(steps, elapsed, left);
	return all.length <= width ? all : join(steps, left || elapsed);
}

const stepped = ({step, totalSteps}: TrainingStep): string =>
	totalSteps
		? `step ${formatCount(step)}/${formatCount(totalSteps)}`
		: step > 0
			? `step ${formatCount(step)}`
			: 'no steps yet';

/** @param isNarrow whether it has to be said shortly */
function numbers(step: TrainingStep, isNarrow: boolean): string[] {
	const epochs = epochsOf(step);
	const accuracy = step.losses.findLast(({accuracy}) => accuracy !== null);
	const tokens = tokensSoFar(step, epochs ?? 0);
	const price = trainingPriceAt(step.provider, step.model);
	return [
		epochs && step.totalSteps
			? `epoch ${Math.min(Math.floor((step.step * epochs) / step.totalSteps) + 1, epochs)} of ${epochs}`
			: '',
		accuracy?.accuracy != null
			? `${Math.round(accuracy.accuracy * 100)} % ${isNarrow ? 'right' : 'of tokens guessed right'}`
			: '',
		tokens ? `${formatCount(tokens)} tokens` : '',
		tokens && price ? `${dollars((tokens * price) / 1e6)} so far` : '',
	].filter(Boolean);
}

/** By hand, else what OpenAI does under auto; the embedded engine ends when nothing falls any more, so nobody knows. */
function epochsOf({job, provider}: TrainingStep): number | null {
	if (!job) return null;
	const {epochs} = job.hyperparameters;
	if (epochs !== 'auto') return epochs;
	return provider === 'local' ? null : automaticEpochs(job.dataset.examples);
}

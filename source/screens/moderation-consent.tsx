import {Box, Text} from 'ink';
import {formatCount, plural} from '../format.ts';
import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {ModerationStep} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';

type Props = {step: ModerationStep; provider: ProviderName; size: Size};

/** Before any text leaves the machine: exactly what goes, to whom, and what stays. */
export function ScoringConsent({step, provider, size}: Props) {
	const {label, models} = findProvider(provider);
	return (
		<Box flexDirection="column" rowGap={size.rows > 14 ? 1 : 0}>
			<Text bold color={theme.warning}>
				Let {label} score your messages?
			</Text>
			<Text>
				<Text color={theme.warning}>{glyphs.warning} Leaves: </Text>
				{countedWords(step.texts)}, yours and others’, as they are written, with
				names, numbers and addresses in them; each once, and those already
				scored not again.
			</Text>
			<Text>
				<Text color={theme.good}>{glyphs.done} Stays: </Text>
				who wrote, when, to whom, in which chat; pictures and other files; texts
				of chats you did not pick.
			</Text>
			<Text>
				To {label}, model {models.moderation}
				{provider === 'openai'
					? ': free of charge, at the speed that your key permits (10,000 tokens a minute on small accounts).'
					: '.'}{' '}
				You can pause, leave and come back.
			</Text>
			<Text color={theme.muted}>
				Without it the embedded word lists score{' '}
				{step.texts ? formatCount(step.texts.size) : 'the'} texts here, more
				coarsely, and nothing leaves.
			</Text>
		</Box>
	);
}

/** '40 distinct texts of 61 messages', counted once for the same texts. */
function countedWords(texts: ModerationStep['texts']): string {
	if (!texts) return 'every distinct text of your messages (counting…)';
	const known = counted.get(texts) ?? sum(texts.values());
	counted.set(texts, known);
	return `${plural(texts.size, 'distinct text')} of ${plural(known, 'message')}`;
}

const counted = new WeakMap<object, number>();

function sum(numbers: Iterable<number>): number {
	let sum = 0;
	for (const number of numbers) sum += number;
	return sum;
}

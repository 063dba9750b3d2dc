import {
	type ModerationStep,
	shownTable,
	showsThreshold,
} from '../state/moderation-step.ts';
import type {Size} from '../state.ts';
import {ScoringConsent} from './moderation-consent.tsx';
import {Scan} from './moderation-scan.tsx';
import {Threshold} from './moderation-threshold.tsx';

type Props = {
	step: ModerationStep;
	size: Size;
	/** That OpenAI does not charge; null where the training stays here. */
	freeTokens: number | null;
};

/** Step 3: first every text gets its scores, then a threshold decides. */
export function ModerationScreen({step, size, freeTokens}: Props) {
	if (step.asks)
		return <ScoringConsent step={step} provider={step.asks} size={size} />;
	const table = shownTable(step);
	return table && showsThreshold(step) ? (
		<Threshold step={step} table={table} size={size} freeTokens={freeTokens} />
	) : (
		<Scan step={step} size={size} />
	);
}

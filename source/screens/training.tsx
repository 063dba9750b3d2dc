import type {Pricing} from '../state/figures.ts';
import type {TrainingStep} from '../state/training.ts';
import type {Size} from '../state.ts';
import {Consent} from './training-consent.tsx';
import {Progress} from './training-progress.tsx';

type Props = {step: TrainingStep; pricing: Pricing; size: Size};

/** Step 4: what goes where, then the training itself. */
export function TrainingScreen({step, pricing, size}: Props) {
	return step.phase === 'ready' && step.plan ? (
		<Consent step={step} plan={step.plan} pricing={pricing} size={size} />
	) : (
		<Progress step={step} size={size} />
	);
}

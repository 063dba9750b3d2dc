import type {Dispatch} from 'react';
import type {TrainingStep} from '../state/training.ts';
import type {Action, Size} from '../state.ts';
import {DataScreen} from './data.tsx';
import {Consent} from './training-consent.tsx';
import {Progress} from './training-progress.tsx';

type Props = {step: TrainingStep; size: Size; dispatch: Dispatch<Action>};

/** Step 4: what goes where, then the training itself. */
export function TrainingScreen({step, size, dispatch}: Props) {
	if (step.data)
		return <DataScreen step={step.data} size={size} dispatch={dispatch} />;
	return step.phase === 'ready' && step.plan ? (
		<Consent step={step} plan={step.plan} size={size} />
	) : (
		<Progress step={step} size={size} />
	);
}

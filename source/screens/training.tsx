import type {Dispatch} from 'react';
import {pricingOf} from '../state/figures.ts';
import {stricterNow} from '../state/stricter.ts';
import type {Action, Size, State} from '../state.ts';
import {leaves} from '../training/target.ts';
import {Audit} from './audit.tsx';
import {DataScreen} from './data.tsx';
import {Consent} from './training-consent.tsx';
import {Progress} from './training-progress.tsx';
import {Ready} from './training-ready.tsx';
import {SettingsScreen} from './training-settings.tsx';

type Props = {
	state: Extract<State, {screen: 'training'}>;
	size: Size;
	dispatch: Dispatch<Action>;
};

/** Step 4: what goes where, then the training itself. */
export function TrainingScreen({state, size, dispatch}: Props) {
	const {training: step} = state;
	const pricing = pricingOf(state);
	if (step.audit)
		return (
			<Audit
				step={step.audit}
				names={state.names}
				isLeaving={leaves(step)}
				size={size}
			/>
		);
	if (step.data)
		return (
			<DataScreen
				step={step.data}
				pricing={pricing}
				size={size}
				dispatch={dispatch}
			/>
		);
	if (step.settings) return <SettingsScreen step={step.settings} size={size} />;
	const {plan, consent, sizes} = step;
	if (step.phase !== 'ready' || !plan)
		return <Progress step={step} stricter={stricterNow(state)} size={size} />;
	return consent && sizes ? (
		<Consent
			step={step}
			plan={plan}
			sizes={sizes}
			consent={consent}
			size={size}
		/>
	) : (
		<Ready step={step} plan={plan} pricing={pricing} size={size} />
	);
}

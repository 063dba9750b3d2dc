import type {EditorState} from '../components/editor.ts';
import {findProvider} from '../provider/providers.ts';
import {leaves} from '../training/target.ts';
import type {TrainingStep} from './training-step.ts';

/** Why training cannot start; null where it can. */
export function startRefused(step: TrainingStep): string | null {
	const {fewestExamples, label} = findProvider(step.provider);
	if (!step.model)
		return `No model of ${label} is chosen yet: press p and choose one.`;
	// A prompt has no least number of examples, but without any there is nobody to be like.
	const fewest = step.way === 'prompted' ? 1 : fewestExamples;
	const examples = step.plan?.effect?.counts.examples ?? fewest;
	if (examples < fewest)
		return `Only ${examples} training examples: at least ${fewest} are needed. Pick more chats or raise the threshold (esc), or change how examples are made (e).`;
	const bad = step.preflight?.checks.find(({level}) => level === 'bad');
	return bad?.text ?? null;
}

/** Whether the owner has to type yes: something leaves this machine. */
export const needsConsent = (step: TrainingStep): boolean => leaves(step);

/** Whether what was typed is a yes. */
export const saysYes = ({text}: EditorState): boolean =>
	/^\s*yes[.!]?\s*$/i.test(text);

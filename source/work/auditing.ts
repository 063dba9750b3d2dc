import {makeAudit} from '../dataset/anonymize/audit.ts';
import type {Services} from '../services.ts';
import type {AuditAction} from '../state/audit.ts';
import {optionsFor, targetOf} from '../state/plan.ts';
import type {State} from '../state.ts';
import {building} from './building.ts';

/** Looks through what would leave the machine, as it would be written there. */
export async function* auditing(
	_services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<AuditAction> {
	const asked = state.training?.audit?.asked;
	const options = optionsFor(state, targetOf(state));
	if (asked === undefined || !options) return;
	const audit = makeAudit();
	const {ambiguousNames} = await building(
		state,
		{options: {...options, anonymize: true}},
		signal,
		audit.watch,
	);
	const report = audit.report(ambiguousNames);
	yield {type: 'audit/answered', asked, report};
}

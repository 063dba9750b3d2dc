import {type Columns, makeColumns} from '../moderation/selection/columns.ts';
import type {Pulse} from '../moderation/types.ts';
import type {ProviderName} from '../provider/types.ts';
import {
	type ModerationStep,
	unscored,
	type Wait,
	withTable,
} from './moderation-step.ts';

/** What happens to the scan. */
export type ScanAction =
	/** The distinct texts of many messages are there. */
	| {type: 'moderation/texts'; texts: ReadonlyMap<string, number>}
	| {type: 'moderation/progress'; pulse: Pulse; wait: Wait | null}
	| {type: 'moderation/part'; columns: Columns}
	| {
			type: 'moderation/scored';
			columns: Columns;
			refused: ReadonlyMap<string, string>;
	  }
	| {type: 'moderation/failed'; reason: string}
	| {type: 'moderation/pause'}
	| {type: 'moderation/go-on'}
	/** At the threshold, although not every text is scored. */
	| {type: 'moderation/look'}
	/** Whether another provider may score. */
	| {type: 'moderation/ask'; provider: ProviderName}
	| {type: 'moderation/answer'; agrees: boolean};

/** The scan goes on, is held, looked past, or begun anew by another scorer. */
export function reduceScan(
	step: ModerationStep,
	action: ScanAction,
): ModerationStep {
	switch (action.type) {
		case 'moderation/texts':
			return {...step, texts: action.texts};
		case 'moderation/progress':
			return {...step, pulse: action.pulse, wait: action.wait};
		case 'moderation/part':
			return step.looksAhead
				? scoredBy(step, action.columns)
				: {...step, columns: action.columns};
		case 'moderation/scored':
			return {
				...scoredBy(step, action.columns),
				refused: action.refused,
				scan: 'done',
				looksAhead: false,
				wait: null,
			};
		case 'moderation/failed':
			return {...step, scan: 'failed', error: action.reason, wait: null};
		case 'moderation/pause':
			return step.scan === 'running'
				? {...step, scan: 'paused', wait: null}
				: step;
		case 'moderation/go-on':
			return step.scan === 'paused' || step.scan === 'failed'
				? {...step, scan: 'running', error: null, attempt: step.attempt + 1}
				: step;
		case 'moderation/look':
			return look(step);
		case 'moderation/ask':
			return action.provider === 'local'
				? scannedBy(step, 'local')
				: {...step, asks: action.provider};
		case 'moderation/answer':
			return action.agrees && step.asks
				? scannedBy(step, step.asks)
				: {...step, asks: null};
	}
}

/** Where no score has come yet, a scan that runs is waited for: a threshold over nothing shows nothing. */
function look(step: ModerationStep): ModerationStep {
	const ahead = {...step, looksAhead: true};
	const {columns, texts, scan} = step;
	if (!texts || (columns === null && scan === 'running')) return ahead;
	return scoredBy(ahead, columns ?? makeColumns(texts));
}

const scannedBy = (
	step: ModerationStep,
	provider: ProviderName,
): ModerationStep => ({
	...step,
	...unscored,
	provider,
	asks: null,
	scan: 'running',
	attempt: step.attempt + 1,
});

const scoredBy = (step: ModerationStep, columns: Columns): ModerationStep =>
	withTable({...step, columns, counted: false});

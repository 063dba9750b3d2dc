import type {EditorAction} from '../components/editor.ts';
import {moveCursor} from './list.ts';
import {ask, edit, give, typed} from './providers-asking.ts';
import {
	offersNow,
	otherWay,
	type ProviderRow,
	type ProvidersStep,
} from './providers-step.ts';

export type ProvidersAction =
	| {type: 'providers/move'; by: number}
	| {type: 'providers/found'; rows: ProviderRow[]}
	| {type: 'providers/choose'}
	| {
			type: 'providers/offered';
			offers: NonNullable<ProvidersStep['offers']>;
			problem: string | null;
	  }
	| {type: 'providers/way'}
	| {type: 'providers/ask'; what: 'key' | 'base URL' | 'model'}
	| {type: 'providers/edit'; edit: EditorAction}
	| {type: 'providers/typed'}
	| {type: 'providers/keep'; keep: boolean}
	| {type: 'providers/given'}
	| {type: 'providers/again'}
	| {type: 'providers/back'};

/** Choosing a model, and leaving, are the program's: `room.ts`. */
export function reduceProviders(
	step: ProvidersStep,
	action: ProvidersAction,
): ProvidersStep {
	switch (action.type) {
		case 'providers/move':
			return move(step, action.by);
		case 'providers/found':
			return found(step, action.rows);
		case 'providers/choose':
			return choose(step);
		case 'providers/offered':
			return {
				...step,
				offers: action.offers,
				problem: action.problem,
				offer: 0,
				// A way without any model is no way here.
				way:
					action.offers[step.way].length === 0 &&
					action.offers[otherWay(step.way)].length > 0
						? otherWay(step.way)
						: step.way,
			};
		case 'providers/way':
			return {...step, way: otherWay(step.way), offer: 0};
		case 'providers/ask':
			return ask(step, action.what);
		case 'providers/edit':
			return edit(step, action.edit);
		case 'providers/typed':
			return typed(step);
		case 'providers/keep':
			return step.asking
				? give(step, action.keep, step.asking.editor.text)
				: step;
		case 'providers/given':
			return {...step, giving: null, rows: null, attempt: step.attempt + 1};
		case 'providers/again':
			return {...step, rows: null, offers: null, attempt: step.attempt + 1};
		case 'providers/back':
			return back(step);
	}
}

/** The providers are known; whoever gave one what it lacked goes on with it and need not choose it again. */
function found(step: ProvidersStep, rows: ProviderRow[]): ProvidersStep {
	const {awaited} = step;
	const cursor = Math.min(step.cursor, Math.max(rows.length - 1, 0));
	const known = {...step, rows, cursor, awaited: null};
	const at = rows.findIndex(
		({provider, baseURL}) => provider === awaited && baseURL === null,
	);
	return at < 0 ? known : choose({...known, cursor: at});
}

function move(step: ProvidersStep, by: number): ProvidersStep {
	if (step.chosen)
		return {...step, offer: moveCursor(step.offer, by, offersNow(step).length)};
	return {
		...step,
		cursor: moveCursor(step.cursor, by, step.rows?.length ?? 0),
	};
}

/** A provider that lacks something asks for it; one that is ready shows its models. */
function choose(step: ProvidersStep): ProvidersStep {
	const row = step.rows?.[step.cursor];
	if (!row || step.chosen) return step;
	if (row.needs) return ask(step, row.needs.what);
	return {
		...step,
		chosen: row,
		offers: null,
		problem: null,
		offer: 0,
		way: row.provider === 'local' ? 'fine-tuned' : step.way,
	};
}

function back(step: ProvidersStep): ProvidersStep {
	if (step.asking) return {...step, asking: null};
	return {...step, chosen: null, offers: null, problem: null};
}

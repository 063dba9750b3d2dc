import {
	type EditorAction,
	type EditorState,
	editorWith,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import type {Offer} from '../provider/offers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Twin} from '../store/types.ts';
import {moveCursor} from './list.ts';

/** A provider, or a server that was found, as a row. */
export type ProviderRow = {
	provider: ProviderName;
	/** Of a server that was found; null for the provider's own, wherever that is. */
	baseURL: string | null;
	label: string;
	/** Whether it can be asked at once, and why or why not, in a few words. */
	ready: boolean;
	status: string;
	/** What it still needs, under which variable; null where it needs nothing. */
	needs: {what: 'key' | 'base URL'; variable: string} | null;
	/** What it can do, in a few words. */
	can: string;
};

/** Something that was typed for a provider: looked at by nobody but the provider. */
export type Given = {variable: string; value: string; keep: boolean};

/** The choice of provider and model. */
export type ProvidersStep = {
	type: 'providers';
	/** Null while they are looked for. */
	rows: ProviderRow[] | null;
	cursor: number;
	/** What is asked of the owner; `keep` is the question whether to keep what was typed. */
	asking: {
		what: 'key' | 'base URL' | 'model';
		variable: string;
		editor: EditorState;
		stage: 'typing' | 'keep';
	} | null;
	/** Handed over to whoever keeps it; null for nothing. */
	giving: Given | null;
	/** Whose models are looked at; null for the list of providers. */
	chosen: ProviderRow | null;
	way: Twin['made'];
	/** By way of making a twin; null while they are asked for. */
	offers: Readonly<Record<Twin['made'], Offer[]>> | null;
	/** Why the provider could not be asked for its models: what is known of it is offered then. */
	problem: string | null;
	offer: number;
	/** Counts every look, so that looking again is new work. */
	attempt: number;
};

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

export const startProviders = (way: Twin['made']): ProvidersStep => ({
	type: 'providers',
	rows: null,
	cursor: 0,
	asking: null,
	giving: null,
	chosen: null,
	way,
	offers: null,
	problem: null,
	offer: 0,
	attempt: 1,
});

/** Choosing a model, and leaving, are the program's: `room.ts`. */
export function reduceProviders(
	step: ProvidersStep,
	action: ProvidersAction,
): ProvidersStep {
	switch (action.type) {
		case 'providers/move':
			return move(step, action.by);
		case 'providers/found':
			return {
				...step,
				rows: action.rows,
				cursor: Math.min(step.cursor, Math.max(action.rows.length - 1, 0)),
			};
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

export const otherWay = (way: Twin['made']): Twin['made'] =>
	way === 'prompted' ? 'fine-tuned' : 'prompted';

/** The models on the screen. */
export const offersNow = ({offers, way}: ProvidersStep): readonly Offer[] =>
	offers?.[way] ?? [];

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

function ask(
	step: ProvidersStep,
	what: 'key' | 'base URL' | 'model',
): ProvidersStep {
	const needs = step.rows?.[step.cursor]?.needs;
	return {
		...step,
		asking: {
			what,
			variable: needs?.variable ?? '',
			editor: what === 'base URL' ? editorWith('http') : emptyEditor,
			stage: 'typing',
		},
	};
}

/** One line: what a clipboard brings behind it is no part of a key. */
function edit(step: ProvidersStep, change: EditorAction): ProvidersStep {
	if (step.asking?.stage !== 'typing') return step;
	const editor = reduceEditor(step.asking.editor, change, 1000);
	const text = editor.text.replaceAll(/\s+/g, '');
	return {
		...step,
		asking: {
			...step.asking,
			editor: text === editor.text ? editor : editorWith(text),
		},
	};
}

function typed(step: ProvidersStep): ProvidersStep {
	const {asking} = step;
	if (!asking?.editor.text) return {...step, asking: null};
	// An address is no secret.
	if (asking.what === 'base URL') return give(step, true, asking.editor.text);
	return {...step, asking: {...asking, stage: 'keep'}};
}

const give = (
	step: ProvidersStep,
	keep: boolean,
	value: string,
): ProvidersStep => ({
	...step,
	asking: null,
	giving: {variable: step.asking?.variable ?? '', value, keep},
});

function back(step: ProvidersStep): ProvidersStep {
	if (step.asking) return {...step, asking: null};
	return {...step, chosen: null, offers: null, problem: null};
}

import type {EditorState} from '../components/editor.ts';
import type {Offer} from '../provider/offers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Twin} from '../store/types.ts';

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
	/** Whose models, or whose next question, come as soon as it is known what was given; null for nobody's. */
	awaited: ProviderName | null;
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

/** @param way of making a twin that is shown first, where there are models for it */
export const startProviders = (way: Twin['made']): ProvidersStep => ({
	type: 'providers',
	rows: null,
	cursor: 0,
	asking: null,
	giving: null,
	awaited: null,
	chosen: null,
	way,
	offers: null,
	problem: null,
	offer: 0,
	attempt: 1,
});

/** Of making a twin there are two ways. */
export const otherWay = (way: Twin['made']): Twin['made'] =>
	way === 'prompted' ? 'fine-tuned' : 'prompted';

/** The models on the screen. */
export const offersNow = ({offers, way}: ProvidersStep): readonly Offer[] =>
	offers?.[way] ?? [];

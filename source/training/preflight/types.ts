import type {Connection} from '../../provider/client.ts';
import type {Store} from '../../store/store.ts';
import type {Target} from '../target.ts';

/** Something that was looked at before anything is sent: a sentence, and whether it stands in the way. */
export type Check = {
	name: 'allowed' | 'model' | 'price' | 'time' | 'space' | 'format';
	level: 'good' | 'warning' | 'bad' | 'unknown';
	text: string;
};

export type Preflight = {
	checks: Check[];
	/** Where it would go, as the connection has it; missing where there is none. */
	baseURL?: string | null;
	/** 'YYYY-MM-DD' on which the model stops to answer; null where nobody says. */
	shutdownDate: string | null;
	/** US dollars of the training; null where it is not known. */
	price: number | null;
};

/** How large what is to be trained on is. */
export type Load = {
	examples: number;
	bytes: number;
	/** What is billed for one epoch; null where it was not counted. */
	tokens: number | null;
	epochs: number;
	/** What is wrong with the lines, in a sentence; null for nothing, left out where nobody looked. */
	problem?: string | null;
};

export type PreflightOptions = {
	target: Target;
	load: Load;
	/** Null for the embedded provider, of which nothing needs to be asked. */
	connection: Pick<Connection, 'client' | 'provider'> | null;
	store: Store;
	/** 'YYYY-MM-DD'. */
	today: string;
};

export const check = (
	name: Check['name'],
	level: Check['level'],
	text: string,
): Check => ({name, level, text});

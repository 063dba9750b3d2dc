export type Option = {
	/** Without the dashes. */
	name: string;
	/** What stands behind it; a switch has nothing. */
	value?: string;
	/** What shells offer for the value; `all` where it takes nothing else. */
	offers?: readonly string[];
	path?: 'file' | 'folder';
	/** What goes where it is not given. */
	usual?: string;
	does: string;
};

export type Usage = {
	/** What follows the program's name. */
	form: string;
	/** What it does, in a line that goes on from its name. */
	does: string;
	/** What else there is to know, by paragraph. */
	more: readonly string[];
	options: readonly Option[];
	/** Lines to type, and what they do. */
	examples: readonly (readonly [line: string, does: string])[];
	/** What its arguments are: paths, one of these words, or none. */
	takes: 'paths' | readonly string[] | null;
};

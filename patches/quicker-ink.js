import path from 'node:path';

/** In place of string-width, wherever it is imported but in itself. */
const width = path.join(import.meta.dirname, 'string-width.js');

const output = /[/\\]ink[/\\]build[/\\]output\.js$/;
const caches = 'caches = new OutputCaches();';

/** A frame has a few hundred lines and runs of characters; what is not drawn any more is forgotten now and then. */
const kept = `
let kept = new OutputCaches();
function keptCaches() {
	if (kept.styledChars.size > 2_000 || kept.widths.size > 20_000) kept = new OutputCaches();
	return kept;
}
`;

/**
Lets Ink keep from frame to frame what it knows of texts that stay on the screen: their widths, and the styled characters
that they are cut into. It throws both away after each frame and makes them anew, which is two thirds of what a key costs.
@type {import('rolldown').Plugin}
*/
export const quickerInk = {
	name: 'quicker-ink',
	resolveId: (id, importer) =>
		id === 'string-width' && importer !== width ? width : undefined,
	transform(code, id) {
		if (!output.test(id)) return undefined;
		if (code.split(caches).length !== 2)
			throw new Error('Ink keeps its caches elsewhere now: see patches/.');
		return code.replace(caches, 'caches = keptCaches();') + kept;
	},
};

import {readFileSync} from 'node:fs';
import type {LineKernel} from '../like-lines.ts';

/** The module that build.js compiles; from source it is the one in dist/. */
const moduleURL = new URL(
	import.meta.url.endsWith('.ts') ? '../../../dist/lines.wasm' : './lines.wasm',
	import.meta.url,
);

let kernel: LineKernel | undefined;

/** What reads lines quickly, one for each thread: texts are read one after the other. */
export function lineKernel(): LineKernel {
	if (!kernel) {
		const module = new WebAssembly.Module(readFileSync(moduleURL));
		const {exports} = new WebAssembly.Instance(module, {});
		kernel = exports as LineKernel;
	}
	return kernel;
}

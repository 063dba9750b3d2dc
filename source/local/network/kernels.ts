import {readFileSync} from 'node:fs';

/**
The arithmetic of the network over one memory: matrices are given by their addresses in bytes, row after row, in
single precision. assembly/kernels.ts says what each does; there the fast ones are, in test/ the plain ones.
*/
export type Kernels = {
	/** Makes room for so many bytes in all; the memory before is void. */
	reserve(bytes: number): ArrayBuffer;
	matmul(
		c: number,
		a: number,
		b: number,
		m: number,
		k: number,
		n: number,
		add: 0 | 1,
	): void;
	addProduct(y: number, x: number, w: number, k: number, n: number): void;
	addDots(y: number, w: number, x: number, rows: number, k: number): void;
	transpose(to: number, from: number, rows: number, columns: number): void;
	repeatRow(to: number, row: number, rows: number, columns: number): void;
	addRows(to: number, from: number, rows: number, columns: number): void;
	gates(
		to: number,
		before: number,
		x: number,
		h: number,
		rows: number,
		size: number,
	): void;
	gatesBack(
		d: number,
		before: number,
		x: number,
		h: number,
		rows: number,
		size: number,
	): void;
	softmaxLoss(
		logits: number,
		targets: number,
		weights: number,
		rows: number,
		columns: number,
	): number;
	multiply(x: number, y: number, count: number): void;
	dropMask(mask: number, count: number, rate: number, seed: number): void;
	squares(x: number, count: number): number;
	adam(
		weights: number,
		gradient: number,
		first: number,
		second: number,
		count: number,
		rate: number,
		correction: number,
		scale: number,
		decay: number,
	): void;
};

/** The module that build.js compiles; from source it is the one in dist/. */
const moduleURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../../dist/network.wasm'
		: './network.wasm',
	import.meta.url,
);

const pageBytes = 65_536;
let compiled: WebAssembly.Module | undefined;

/** Kernels with a memory of their own, in WebAssembly with 128-bit SIMD. */
export function openKernels(): Kernels {
	compiled ??= new WebAssembly.Module(readFileSync(moduleURL));
	const {exports} = new WebAssembly.Instance(compiled, {
		// Named after the file that asks for it (assembly/softmax.ts).
		softmax: {log: Math.log},
	});
	const memory = exports.memory as WebAssembly.Memory;
	// The module keeps a page for itself.
	const base = memory.buffer.byteLength;
	return {
		...(exports as Omit<Kernels, 'reserve'>),
		reserve(bytes) {
			const missing = base + bytes - memory.buffer.byteLength;
			if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
			return memory.buffer;
		},
	};
}

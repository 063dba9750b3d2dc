import type {Kernels} from './kernels.ts';

/** A stretch of the kernels' memory: its address in bytes, and its numbers. */
export type Region = {
	at: number;
	numbers: Float32Array<ArrayBuffer>;
	whole: Int32Array<ArrayBuffer>;
};

/** The module's own data come first. */
const first = 65_536;
const alignment = 64;

/** Lays regions of so many numbers each into the memory; they are all 0. */
export function layOut<Name extends string>(
	kernels: Kernels,
	sizes: Record<Name, number>,
): Record<Name, Region> {
	const places: [string, number, number][] = [];
	let at = first;
	for (const [name, size] of Object.entries<number>(sizes)) {
		places.push([name, at, size]);
		at += Math.ceil((4 * size) / alignment) * alignment;
	}

	const buffer = kernels.reserve(at);
	return Object.fromEntries(
		places.map(([name, at, size]) => {
			const numbers = new Float32Array(buffer, at, size).fill(0);
			return [name, {at, numbers, whole: new Int32Array(buffer, at, size)}];
		}),
	) as Record<Name, Region>;
}

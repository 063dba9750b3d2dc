import {partsOf, type Shape} from '../network/shape.ts';
import type {Reader, Writer} from './bytes.ts';

type Kept = {shape: Shape; weights: Float32Array};

/** Writes a network, its numbers in 16 bits: the upper half of each, rounded (bfloat16). */
export function writeNetwork(writer: Writer, network: Kept | null): void {
	writer.whole(network?.shape.size ?? 0);
	if (!network) return;
	const {shape, weights} = network;
	writer.whole(shape.vocabulary);
	const bits = new Uint32Array(
		weights.buffer,
		weights.byteOffset,
		weights.length,
	);
	for (const value of bits) {
		const half = Math.min(0xffff, (value + 0x8000) >>> 16);
		writer.byte(half & 255);
		writer.byte(half >>> 8);
	}
}

export function readNetwork(reader: Reader): Kept | null {
	const size = reader.whole();
	if (size === 0) return null;
	const shape = {vocabulary: reader.whole(), size};
	const bits = new Uint32Array(partsOf(shape).end);
	for (let at = 0; at < bits.length; at++) {
		bits[at] = ((reader.byte() << 16) | (reader.byte() << 24)) >>> 0;
	}

	return {shape, weights: new Float32Array(bits.buffer)};
}

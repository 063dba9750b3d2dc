import {partsOf, type Trained} from '../network/shape.ts';
import type {Reader, Writer} from './bytes.ts';

/** Writes networks, their numbers in 16 bits: the upper half of each, rounded (bfloat16). */
export function writeNetworks(
	writer: Writer,
	networks: readonly Trained[],
): void {
	writer.whole(networks.length);
	for (const {shape, weights} of networks) {
		writer.whole(shape.size);
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
}

export const readNetworks = (reader: Reader): Trained[] =>
	Array.from({length: reader.whole()}, () => {
		const size = reader.whole();
		const shape = {vocabulary: reader.whole(), size};
		const bits = new Uint32Array(partsOf(shape).end);
		for (let at = 0; at < bits.length; at++) {
			bits[at] = ((reader.byte() << 16) | (reader.byte() << 24)) >>> 0;
		}

		return {shape, weights: new Float32Array(bits.buffer)};
	});

import {partsOf, type Trained} from '../network/shape.ts';
import {checksum} from './bytes.ts';

/** A training of networks in the middle: those that are complete, and the one that trains. */
export type SavedNetworks = {
	complete: readonly Trained[];
	/** Minutes that they took. */
	minutes: number;
	/** Slices that they took. */
	slices: number;
	/** What the training of the next one saved (network/saved.ts), which has a checksum of its own. */
	training: Uint8Array;
};

/** A CRC-32 of the rest, the length of the description (JSON), the description, the numbers of the complete ones in single precision, the rest. */
export function writeNetworksSoFar({
	complete,
	training,
	...rest
}: SavedNetworks): Uint8Array<ArrayBuffer> {
	const shapes = complete.map(({shape}) => shape);
	const text = new TextEncoder().encode(JSON.stringify({...rest, shapes}));
	const parts = [
		new Uint8Array(Uint32Array.of(0, text.length).buffer),
		text,
		...complete.map(
			({weights}) =>
				new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength),
		),
		training,
	];
	const bytes = new Uint8Array(
		parts.reduce((sum, {length}) => sum + length, 0),
	);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	new DataView(bytes.buffer).setUint32(0, checksum(bytes.subarray(4)), true);
	return bytes;
}

/** What was saved; null where it is damaged, or of a training of another vocabulary. */
export function readNetworksSoFar(
	bytes: Uint8Array,
	vocabulary: number,
): SavedNetworks | null {
	try {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (view.getUint32(0, true) !== checksum(bytes.subarray(4))) return null;
		let at = 8 + view.getUint32(4, true);
		const text = new TextDecoder().decode(bytes.subarray(8, at));
		const {shapes, minutes, slices} = JSON.parse(text) as {
			shapes: Trained['shape'][];
			minutes: number;
			slices: number;
		};
		const complete = shapes.map(shape => {
			if (shape.vocabulary !== vocabulary) throw new RangeError();
			const from = at;
			at += 4 * partsOf(shape).end;
			return {shape, weights: new Float32Array(bytes.slice(from, at).buffer)};
		});
		return {complete, minutes, slices, training: bytes.subarray(at)};
	} catch {
		return null;
	}
}

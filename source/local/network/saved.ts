import {checksum} from '../engine/bytes.ts';
import type {SavedPace} from './pace.ts';
import {partsOf, type Shape} from './shape.ts';

/** A training in the middle: kept on disk, so that a kill costs a few seconds of it. */
export type SavedTraining = Shape & {
	weights: Float32Array;
	/** The best weights so far. */
	kept: Float32Array;
	first: Float32Array;
	second: Float32Array;
	carried: Float32Array;
	lanes: readonly number[];
	pace: SavedPace;
	/** What the last slice told of the training. */
	last: {loss: number; accuracy: number};
};

const headLength = 12;
const version = 2;

/** Version, CRC-32 and length of the description (JSON), the description, then all numbers in single precision. */
export function writeState(state: SavedTraining): Uint8Array<ArrayBuffer> {
	const {weights, kept, first, second, carried, ...rest} = state;
	const text = new TextEncoder().encode(JSON.stringify(rest));
	const described = headLength + 4 * Math.ceil(text.length / 4);
	const all = [weights, kept, first, second, carried];
	const count = all.reduce((sum, {length}) => sum + length, 0);
	const bytes = new Uint8Array(described + 4 * count);
	bytes.set(text, headLength);
	let at = described;
	for (const numbers of all) {
		bytes.set(
			new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
			at,
		);
		at += numbers.byteLength;
	}

	const view = new DataView(bytes.buffer);
	view.setUint32(0, version, true);
	view.setUint32(8, text.length, true);
	view.setUint32(4, checksum(bytes.subarray(8)), true);
	return bytes;
}

/** What was saved; null where it is damaged, of another version, or of a training of another vocabulary. */
export function readState(
	bytes: Uint8Array,
	{vocabulary, lanes}: Pick<Shape, 'vocabulary'> & {lanes: number},
): SavedTraining | null {
	if (bytes.length < headLength) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (
		view.getUint32(0, true) !== version ||
		view.getUint32(4, true) !== checksum(bytes.subarray(8))
	)
		return null;
	const textLength = view.getUint32(8, true);
	const text = new TextDecoder().decode(
		bytes.subarray(headLength, headLength + textLength),
	);
	const described = headLength + 4 * Math.ceil(textLength / 4);
	const rest = JSON.parse(text) as Pick<
		SavedTraining,
		'vocabulary' | 'size' | 'lanes' | 'pace' | 'last'
	>;
	const {size} = rest;
	const {end} = partsOf({vocabulary, size});
	if (
		rest.vocabulary !== vocabulary ||
		bytes.length !== described + 4 * (4 * end + lanes * size)
	)
		return null;
	const numbers = new Float32Array(bytes.slice(described).buffer);
	return {
		...rest,
		weights: numbers.subarray(0, end),
		kept: numbers.subarray(end, 2 * end),
		first: numbers.subarray(2 * end, 3 * end),
		second: numbers.subarray(3 * end, 4 * end),
		carried: numbers.subarray(4 * end),
	};
}

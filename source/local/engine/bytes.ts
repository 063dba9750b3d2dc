/** Writes numbers and texts one after another. */
export type Writer = {
	/** A whole number from 0 to 2^32 - 1, in 1 to 5 bytes. */
	whole: (value: number) => void;
	/** 0 to 255. */
	byte: (value: number) => void;
	real: (value: number) => void;
	text: (value: string) => void;
	/** All that was written, behind `room` bytes of 0. */
	bytes: (room?: number) => Uint8Array<ArrayBuffer>;
};

/** Reads what a writer wrote, in the same order; a RangeError beyond the end. */
export type Reader = {
	whole: () => number;
	byte: () => number;
	real: () => number;
	text: () => string;
};

/** A model is written in pieces of this size, so that it is never moved while it grows. */
const pieceLength = 1 << 20;

export function makeWriter(): Writer {
	const full: Uint8Array[] = [];
	let fullLength = 0;
	let bytes = new Uint8Array(pieceLength);
	let length = 0;
	const encoder = new TextEncoder();
	const reserve = (more: number) => {
		if (length + more <= bytes.length) return;
		full.push(bytes.subarray(0, length));
		fullLength += length;
		bytes = new Uint8Array(Math.max(pieceLength, more));
		length = 0;
	};

	const whole = (value: number) => {
		reserve(5);
		let left = value;
		for (; left > 127; left >>>= 7) bytes[length++] = (left & 127) | 128;
		bytes[length++] = left;
	};

	return {
		whole,
		byte(value) {
			reserve(1);
			bytes[length++] = value;
		},
		real(value) {
			reserve(8);
			new DataView(bytes.buffer).setFloat64(length, value, true);
			length += 8;
		},
		text(value) {
			const encoded = encoder.encode(value);
			whole(encoded.length);
			reserve(encoded.length);
			bytes.set(encoded, length);
			length += encoded.length;
		},
		bytes(room = 0) {
			const all = new Uint8Array(room + fullLength + length);
			let at = room;
			for (const piece of [...full, bytes.subarray(0, length)]) {
				all.set(piece, at);
				at += piece.length;
			}
			return all;
		},
	};
}

export function makeReader(bytes: Uint8Array): Reader {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let at = 0;
	const whole = () => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = view.getUint8(at++);
			value |= (byte & 127) << shift;
			if (byte < 128) return value >>> 0;
		}
	};

	return {
		whole,
		byte: () => view.getUint8(at++),
		real() {
			at += 8;
			return view.getFloat64(at - 8, true);
		},
		text() {
			const length = whole();
			at += length;
			return decoder.decode(bytes.subarray(at - length, at));
		},
	};
}

const table = Uint32Array.from({length: 256}, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit++) {
		value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	}

	return value;
});

/** CRC-32 as in zip and PNG. */
export function checksum(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (let at = 0; at < bytes.length; at++) {
		value =
			(value >>> 8) ^ (table[(value ^ (bytes[at] as number)) & 255] as number);
	}

	return (value ^ 0xffffffff) >>> 0;
}

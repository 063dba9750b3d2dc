import {type Headers, makeRoom} from './headers.ts';
import {phraseSieve} from './phrases/table.ts';
import type {Seen} from './repeat.ts';

/** A number that the kernel and its caller share. */
type Shared = {value: number};

/** What assembly/lines.ts exports: places in its memory, numbers, and what reads the lines. */
export type LineKernel = Readonly<
	Record<
		| 'WINDOW'
		| 'ROWS'
		| 'SLOTS'
		| 'TAILS'
		| 'LONGEST'
		| 'SLOT_SIZE'
		| 'LEAD'
		| 'PREFIX'
		| 'FIRST_TAIL'
		| 'TAIL_BYTES'
		| 'TAIL_HOURS'
		| 'TAIL_SIZE'
		| 'bytes'
		| 'begins'
		| 'slotOf'
		| 'slots'
		| 'sieve'
		| 'starts'
		| 'bodies'
		| 'times'
		| 'looks'
		| 'flags'
		| 'names'
		| 'count'
		| 'lines'
		| 'blank'
		| 'unknown'
		| 'crlf'
		| 'headersBehindCrlf'
		| 'lookBefore',
		Shared
	> & {
		memory: {readonly buffer: ArrayBuffer};
		forget(): void;
		read(
			base: number,
			from: number,
			to: number,
			id: number,
			android: 0 | 1,
		): number;
	}
>;

const CR = 0x0d;

/**
 * Reads the lines of an export for as long as their headers have the date and the form of the one before, which most
 * have, with a kernel in WebAssembly; the others are left to `scan`, which tells of each what it was.
 */
export class LikeLines {
	readonly #kernel: LineKernel;
	readonly #bytes: Buffer;
	readonly #android: 0 | 1;
	readonly #memory: Uint8Array;
	/** The bytes of the text that the kernel has before it. */
	#base = 0;
	#size = 0;
	/** Counts the changes of date or form; what was learnt under another number is not like the header before. */
	#id = 0;
	readonly #learnt: {seen: Seen; id: number}[] = new Array(256);
	#slots = 0;
	readonly #rows: ReturnType<typeof rowsOf>;

	/** @param mayBegin for each byte 1 where a header may begin with it */
	constructor(
		kernel: LineKernel,
		bytes: Buffer,
		mayBegin: Uint8Array,
		platform: 'ios' | 'android',
	) {
		this.#kernel = kernel;
		this.#bytes = bytes;
		this.#android = platform === 'android' ? 1 : 0;
		const memory = new Uint8Array(kernel.memory.buffer);
		memory.set(mayBegin, kernel.begins.value);
		memory.set(phraseSieve.holes, kernel.sieve.value);
		const slotOf = kernel.slotOf.value;
		memory.fill(0, slotOf, slotOf + 256);
		kernel.forget();
		this.#memory = memory;
		this.#rows = rowsOf(kernel);
	}

	/** Takes note of a header that was read, and of what is known of those whose line begins with the same byte. */
	learn(first: number, seen: Seen | null | undefined, isNew: boolean): void {
		if (isNew) this.#id++;
		const last = this.#learnt[first];
		if (!seen || (last?.seen === seen && last.id === this.#id)) return;
		if (!this.#fits(seen)) return;
		const {slotOf, slots, SLOTS, SLOT_SIZE} = this.#kernel;
		let slot = this.#memory[slotOf.value + first] as number;
		if (slot === 0) {
			if (this.#slots === SLOTS.value) return;
			slot = ++this.#slots;
			this.#memory[slotOf.value + first] = slot;
		}
		this.#write(slots.value + (slot - 1) * SLOT_SIZE.value, seen);
		this.#learnt[first] = {seen, id: this.#id};
	}

	#fits({bytes, tails, date}: Seen): boolean {
		const longest = this.#kernel.LONGEST.value;
		return (
			bytes.length <= longest &&
			tails.length <= this.#kernel.TAILS.value &&
			tails.every(
				tail => tail.bytes.length <= longest && tail.form === date.form,
			)
		);
	}

	/** The numbers of a slot stand in the order of assembly/slots.ts. */
	#write(slot: number, seen: Seen): void {
		const memory = this.#memory;
		const {LEAD, PREFIX, FIRST_TAIL} = this.#kernel;
		const {TAIL_BYTES, TAIL_HOURS, TAIL_SIZE} = this.#kernel;
		const {lead, zero, width} = seen.digits;
		const {length} = seen.bytes;
		const numbers = new Int32Array(memory.buffer, slot, PREFIX.value / 4);
		numbers.set([this.#id, seen.date.marked ? 1 : 0, width, 0, zero]);
		numbers.set([seen.separator, seen.hasSeconds ? 1 : 0], 5);
		numbers.set([length, seen.tails.length], 7);
		memory.set(lead, slot + LEAD.value);
		memory.set(seen.bytes, slot + PREFIX.value);
		for (const [at, tail] of seen.tails.entries()) {
			const to = slot + FIRST_TAIL.value + at * TAIL_SIZE.value;
			new Int32Array(memory.buffer, to, 1)[0] = tail.bytes.length;
			memory.set(tail.bytes, to + TAIL_BYTES.value);
			const hours = new Int16Array(memory.buffer, to + TAIL_HOURS.value, 100);
			hours.set(tail.hours);
		}
	}

	/** Reads on from the beginning of a line, and returns where the first one begins that is left to the caller. */
	read(from: number, headers: Headers): number {
		const kernel = this.#kernel;
		const {length} = this.#bytes;
		for (let at = from; ; ) {
			if (at >= length) return length;
			if (at < this.#base || at >= this.#base + this.#size) this.#load(at);
			kernel.crlf.value = this.#bytes[at - 2] === CR ? 1 : 0;
			const stop = kernel.read(
				this.#base,
				at - this.#base,
				this.#size,
				this.#id,
				this.#android,
			);
			this.#take(headers);
			const next = this.#base + stop;
			if (kernel.unknown.value === 1) return next;
			if (next === at) {
				// The line goes on behind the window, or is the last one and has no end.
				if (at === this.#base) return at;
				this.#load(at);
			}
			at = next;
		}
	}

	#load(at: number): void {
		const {WINDOW, bytes} = this.#kernel;
		this.#base = at;
		this.#size = Math.min(WINDOW.value, this.#bytes.length - at);
		const piece = this.#bytes.subarray(at, at + this.#size);
		this.#memory.set(piece, bytes.value);
		this.#memory[bytes.value + this.#size] = 0x0a;
	}

	/** Adds what the kernel found to the headers: each has the date and the form of the last one. */
	#take(headers: Headers): void {
		const {count, lines, blank, lookBefore, headersBehindCrlf} = this.#kernel;
		const from = headers.count;
		(headers.look[from - 1] as number) |= lookBefore.value;
		headers.lines += lines.value;
		headers.blank += blank.value;
		const rows = count.value;
		if (rows === 0) return;
		const to = from + rows;
		if (to > headers.start.length) makeRoom(headers, 2 * to);
		for (const key of ['a', 'b', 'c', 'shape'] as const)
			headers[key].fill(headers[key][from - 1] as number, from, to);
		const {start, body, time, look, flags, name} = this.#rows;
		headers.start.set(start.subarray(0, rows), from);
		headers.body.set(body.subarray(0, rows), from);
		headers.time.set(time.subarray(0, rows), from);
		headers.look.set(look.subarray(0, rows), from);
		headers.flags.set(flags.subarray(0, rows), from);
		headers.name.set(name.subarray(0, rows), from);
		headers.behindCrlf += headersBehindCrlf.value;
		headers.count = to;
	}
}

/** The columns of what the kernel finds, in its memory. */
function rowsOf(kernel: LineKernel) {
	const {buffer} = kernel.memory;
	const rows = kernel.ROWS.value;
	return {
		start: new Int32Array(buffer, kernel.starts.value, rows),
		body: new Int32Array(buffer, kernel.bodies.value, rows),
		time: new Int32Array(buffer, kernel.times.value, rows),
		look: new Uint8Array(buffer, kernel.looks.value, rows),
		flags: new Uint8Array(buffer, kernel.flags.value, rows),
		name: new Uint8Array(buffer, kernel.names.value, rows),
	};
}

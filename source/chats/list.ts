import {textAt} from './bytes.ts';
import {cleanText, withoutEdited} from './classify.ts';
import {ASCII, type Columns, EDITED, KINDS, UTF8} from './columns.ts';
import type {Message, Messages} from './message.ts';
import {timestampWriter} from './timestamp.ts';

/** Bytes that are made a string at once where texts are read one after the other. */
const WINDOW = 16 * 1024;

/** Whether a code unit, or a byte of UTF-8, is an ASCII sign that has ink. */
export const isInk = (unit: number): boolean => unit > 0x20 && unit < 0x7f;

/** The messages of columns: each is made when it is asked for, and quickly where they are asked for in order. */
export class MessageList implements Messages {
	readonly #columns: Columns;
	readonly #timestampOf = timestampWriter();
	/** The bytes from `#begin` to `#end`, a character each. */
	#window = '';
	#begin = 0;
	#end = 0;

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	get columns(): Columns {
		return this.#columns;
	}

	get length(): number {
		return this.#columns.length;
	}

	at(index: number): Message | undefined {
		const {length} = this.#columns;
		const place = index < 0 ? length + index : index;
		return place >= 0 && place < length ? this.#make(place) : undefined;
	}

	*[Symbol.iterator](): Generator<Message, void> {
		for (let at = 0; at < this.#columns.length; at++) yield this.#make(at);
	}

	/** The text of the message at a place, which must be one of the chat. */
	textAt(place: number): string {
		const {bytes, from, to, written} = this.#columns;
		const begin = from[place] as number;
		const end = to[place] as number;
		const how = written[place] as number;
		if (how === ASCII) return this.#narrow(begin, end);
		const text = textAt(bytes, begin, end);
		if (how === UTF8) return text;
		return how === EDITED ? withoutEdited(cleanText(text)) : cleanText(text);
	}

	/** Whether the text at a place is seen, without decoding it, to begin with an ASCII sign that has ink. */
	hasInkAt(place: number): boolean {
		const {bytes, from, to, written} = this.#columns;
		const begin = from[place] as number;
		const how = written[place] as number;
		if ((how !== ASCII && how !== UTF8) || begin >= (to[place] as number))
			return false;
		return isInk(bytes[begin] as number);
	}

	#make(at: number): Message {
		const {time, sender, names, kind} = this.#columns;
		return {
			timestamp: this.#timestampOf(time[at] as number),
			sender: names[sender[at] as number] as string | null,
			text: this.textAt(at),
			kind: KINDS[kind[at] as number] as Message['kind'],
		};
	}

	#narrow(from: number, to: number): string {
		if (from < this.#begin || to > this.#end) {
			const {bytes} = this.#columns;
			const isNext = from >= this.#end && from - this.#end < WINDOW;
			const end = Math.min(from + WINDOW, bytes.length);
			if (!isNext || to > end) return bytes.toString('latin1', from, to);
			this.#window = bytes.toString('latin1', from, end);
			this.#begin = from;
			this.#end = end;
		}
		return this.#window.slice(from - this.#begin, to - this.#begin);
	}
}

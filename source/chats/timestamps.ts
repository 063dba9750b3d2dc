import {formatDate, formatTime} from './calendar.ts';
import {dateOf} from './civil.ts';
import type {Decision} from './date-order.ts';
import type {Headers} from './scan.ts';

/** The timestamp of each header as text; many messages share that of the one before. */
export function timestampWriter(
	headers: Headers,
	orders: readonly Decision[],
): (at: number) => string {
	const dateText = dateWriter(headers, orders);
	let date = '';
	let seconds = -1;
	let written = '';
	return at => {
		const text = dateText(at);
		const time = headers.time[at] as number;
		if (time !== seconds || text !== date) {
			date = text;
			seconds = time;
			written = date + timeText(time);
		}
		return written;
	};
}

/** Dates as text; most messages have the date of the one before. */
function dateWriter(headers: Headers, orders: readonly Decision[]) {
	let shape = -1;
	let a = -1;
	let b = -1;
	let c = -1;
	let written = '';
	return (at: number): string => {
		if (
			headers.a[at] !== a ||
			headers.b[at] !== b ||
			headers.c[at] !== c ||
			headers.shape[at] !== shape
		) {
			shape = headers.shape[at] as number;
			a = headers.a[at] as number;
			b = headers.b[at] as number;
			c = headers.c[at] as number;
			const {order} = orders[shape] as Decision;
			const date = dateOf(a, b, c, order);
			written = date ? formatDate(date) : '';
		}
		return written;
	};
}

/** Times of day as text, each written once: many messages of all chats share theirs. */
const times: (string | undefined)[] = [];

function timeText(seconds: number): string {
	times[seconds] ??= `T${formatTime(seconds)}`;
	return times[seconds];
}

import {dayNumber, formatDate, formatTime, fromDayNumber} from './calendar.ts';

const DAY = 86_400;

/**
Seconds from 1970-01-01T00:00:00 to a wall-clock time, for differences only: the same under every time zone.
Takes 'YYYY-MM-DDTHH:mm:ss' (`Message.timestamp`) and reads its digits where they stand, for this runs once per message.
*/
export function toSeconds(timestamp: string): number {
	const year = number(timestamp, 0, 4);
	const month = number(timestamp, 5, 2);
	const day = number(timestamp, 8, 2);
	return (
		dayNumber(year, month, day) * DAY +
		number(timestamp, 11, 2) * 3600 +
		number(timestamp, 14, 2) * 60 +
		number(timestamp, 17, 2)
	);
}

function number(text: string, start: number, length: number): number {
	let value = 0;
	for (let at = start; at < start + length; at++)
		value = value * 10 + text.charCodeAt(at) - 48;
	return value;
}

/** Writes seconds as the timestamps they come from; many messages have the day of the one before. */
export function timestampWriter(): (seconds: number) => string {
	let day = Number.NaN;
	let date = '';
	return seconds => {
		const days = Math.floor(seconds / DAY);
		if (days !== day) {
			day = days;
			date = formatDate(fromDayNumber(days));
		}
		return date + timeText(seconds - days * DAY);
	};
}

/** Times of day as text, each written once: many messages of all chats share theirs. */
const times: (string | undefined)[] = [];

function timeText(seconds: number): string {
	times[seconds] ??= `T${formatTime(seconds)}`;
	return times[seconds];
}

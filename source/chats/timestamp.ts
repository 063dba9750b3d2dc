import {dayNumber} from './calendar.ts';

/**
Seconds from 1970-01-01T00:00:00 to a wall-clock time, for differences only: the same under every time zone.
Takes 'YYYY-MM-DDTHH:mm:ss' (`Message.timestamp`) and reads its digits where they stand, for this runs once per message.
*/
export function toSeconds(timestamp: string): number {
	const year = number(timestamp, 0, 4);
	const month = number(timestamp, 5, 2);
	const day = number(timestamp, 8, 2);
	return (
		dayNumber(year, month, day) * 86_400 +
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

/**
Seconds from 1970-01-01T00:00:00 to a wall-clock time, for differences only: the same under every time zone.
Takes 'YYYY-MM-DDTHH:mm:ss' (`Message.timestamp`) and reads its digits where they stand, for this runs once per message.
The day count is Howard Hinnant's "days from civil" (https://howardhinnant.github.io/date_algorithms.html).
*/
export function toSeconds(timestamp: string): number {
	const year = number(timestamp, 0, 4);
	const month = number(timestamp, 5, 2);
	const day = number(timestamp, 8, 2);
	return (
		toDays(year, month, day) * 86_400 +
		number(timestamp, 11, 2) * 3600 +
		number(timestamp, 14, 2) * 60 +
		number(timestamp, 17, 2)
	);
}

/** The year is counted from March, so that the leap day comes last. */
function toDays(year: number, month: number, day: number): number {
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear =
		Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 +
		Math.floor(yearOfEra / 4) -
		Math.floor(yearOfEra / 100) +
		dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

function number(text: string, start: number, length: number): number {
	let value = 0;
	for (let at = start; at < start + length; at++)
		value = value * 10 + text.charCodeAt(at) - 48;
	return value;
}

/** 12345 → '12,345': the same everywhere, whatever the machine's language. */
export const formatCount = (count: number): string => counts.format(count);

const counts = new Intl.NumberFormat('en-US');

/** '1 chat', '2 chats'. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${formatCount(count)} ${count === 1 ? one : many}`;

/** Share of a whole, '2.7 %'; two digits are enough, and nothing that is there becomes 0. */
export function formatShare(part: number, whole: number): string {
	if (whole === 0) return '0 %';
	const percent = (part / whole) * 100;
	if (percent === 0) return '0 %';
	if (percent < 0.1) return '<0.1 %';
	return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** '45 s', '3 min 20 s', '2 h 05 min'. */
export function formatDuration(seconds: number): string {
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes} min ${whole % 60} s`;
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

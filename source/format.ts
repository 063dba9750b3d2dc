/** 12345 → '12,345': the same everywhere. (Intl would cost 10 ms before the first screen is seen.) */
export const formatCount = (count: number): string =>
	String(count).replaceAll(/(?<!\.\d*)\B(?=(\d{3})+$)/g, ',');

/** '1 chat', '2 chats'. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${formatCount(count)} ${count === 1 ? one : many}`;

/** '45 s', '3 min 20 s', '2 h 05 min'. */
export function formatDuration(seconds: number): string {
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes} min ${whole % 60} s`;
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** '12 kB', '3.4 MB'. */
export const formatBytes = (bytes: number): string =>
	bytes < 1_000_000
		? `${Math.ceil(bytes / 1000)} kB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;

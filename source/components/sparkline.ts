const heights = [...'▁▂▃▄▅▆▇█'];

/** A small histogram in one line: a character for each bar; what is there at all shows. */
export function sparkline(bars: readonly number[]): string {
	const most = Math.max(...bars);
	return bars
		.map(count =>
			count === 0
				? ' '
				: (heights[Math.ceil((count / most) * heights.length) - 1] ?? ''),
		)
		.join('');
}

/** The part of asciichart 1.5 that is used; it brings no types. */
declare module 'asciichart' {
	const asciichart: {
		/** One line as rows of text, topmost first, behind an axis `offset` columns wide. */
		plot(
			series: readonly number[],
			options: {
				height: number;
				min: number;
				max: number;
				offset: number;
				format: () => string;
			},
		): string;
	};
	export default asciichart;
}

export type Box = {left: number; top: number; width: number; height: number};

/** Parts of a cell from its left, top, right and bottom edge, in eighths: [x, y, width, height]. */
const blocks: Record<string, readonly [number, number, number, number]> = {
	'█': [0, 0, 8, 8],
	'▀': [0, 0, 8, 4],
	'▐': [4, 0, 4, 8],
	'▕': [7, 0, 1, 8],
	'▖': [0, 4, 4, 4],
	'▗': [4, 4, 4, 4],
	...Object.fromEntries(
		[...'▁▂▃▄▅▆▇'].map((glyph, index) => [
			glyph,
			[0, 7 - index, 8, index + 1] as const,
		]),
	),
	...Object.fromEntries(
		[...'▏▎▍▌▋▊▉'].map((glyph, index) => [
			glyph,
			[0, 0, index + 1, 8] as const,
		]),
	),
};

const shades: Record<string, number> = {'░': 0.25, '▒': 0.5, '▓': 0.75};

/** The dots of a braille pattern by bit: column and row in the cell. */
const dots = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
] as const;

/** Blocks, shades and braille as shapes: they meet their neighbours, whatever the font is. Null for any other character. */
export function block(text: string, box: Box, fill: string): string | null {
	const {left, top, width, height} = box;
	const part = blocks[text];
	if (part) {
		const [x, y, w, h] = part;
		return `<rect x="${left + (x * width) / 8}" y="${top + (y * height) / 8}" width="${(w * width) / 8}" height="${(h * height) / 8}" fill="${fill}" shape-rendering="crispEdges"/>`;
	}
	const shade = shades[text];
	if (shade) {
		return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}" opacity="${shade}"/>`;
	}
	const pattern = (text.codePointAt(0) ?? 0) - 0x2800;
	if (pattern <= 0 || pattern > 0xff) {
		return null;
	}
	const circles = dots
		.filter((_, bit) => pattern & (1 << bit))
		.map(
			([x, y]) =>
				`<circle cx="${left + (width * (2 * x + 1)) / 4}" cy="${top + (height * (2 * y + 1)) / 8}" r="1.3"/>`,
		);
	return `<g fill="${fill}">${circles.join('')}</g>`;
}

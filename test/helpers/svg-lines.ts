import type {Box} from './svg-blocks.ts';

/** Which edges of the cell a line goes to from its middle: up, right, down, left. */
const lines: Record<string, string> = {
	'─': 'rl',
	'│': 'ud',
	'┌': 'rd',
	'┐': 'dl',
	'└': 'ur',
	'┘': 'ul',
	'├': 'urd',
	'┤': 'udl',
	'┬': 'rdl',
	'┴': 'url',
	'┼': 'urdl',
	'━': 'rl',
};

const corners: Record<string, string> = {
	'╭': 'rd',
	'╮': 'dl',
	'╰': 'ur',
	'╯': 'ul',
};

/** Box drawing characters as strokes that meet in any font; null for any other character. */
export function line(text: string, box: Box, colour: string): string | null {
	const middle = {
		x: box.left + box.width / 2,
		y: box.top + box.height / 2,
	};
	const ends: Record<string, string> = {
		u: `${middle.x} ${box.top}`,
		r: `${box.left + box.width} ${middle.y}`,
		d: `${middle.x} ${box.top + box.height}`,
		l: `${box.left} ${middle.y}`,
	};
	const centre = `${middle.x} ${middle.y}`;
	const straight = lines[text];
	const corner = corners[text];
	const path = straight
		? [...straight].map(edge => `M${centre}L${ends[edge]}`).join('')
		: corner && `M${ends[corner[0] ?? '']}Q${centre} ${ends[corner[1] ?? '']}`;
	const width = text === '━' ? 2.6 : 1.2;
	return path
		? `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
		: null;
}

import type {IBufferCell, Terminal} from '@xterm/headless';
import {block} from './svg-blocks.ts';
import {line} from './svg-lines.ts';
import {type Cursor, cellStyle, type Style} from './terminal.ts';

const cell = {width: 9, height: 19};
const fontSize = 15;
const margin = 14;
const bar = 30;
const background = '#16181d';
const foreground = '#d7dae0';
const emojiFamily = ` font-family="'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji'"`;

/** A quiet dark scheme for the 16 colours that a terminal has. */
const scheme: Record<string, string> = {
	black: '#16181d',
	red: '#e5727a',
	green: '#8ec07c',
	yellow: '#dcb765',
	blue: '#6aa2e0',
	magenta: '#c792d8',
	cyan: '#63bfc7',
	white: '#c3c8d1',
	gray: '#7b828e',
	redBright: '#ff8b93',
	greenBright: '#a9d998',
	yellowBright: '#f2d184',
	blueBright: '#8abcf2',
	magentaBright: '#deb0ec',
	cyanBright: '#86d8df',
	whiteBright: '#ffffff',
};

type Look = {
	fill: string;
	back: string | null;
	weight: string;
	opacity: number;
};
type Run = {x: number; columns: number; text: string; look: Look};

/** The screen of a terminal as a picture: every run of characters stands on its own columns, so that wide characters shift nothing. The same screen gives the same bytes. */
export function toSvg(
	terminal: Terminal,
	{title = '', cursor}: {title?: string; cursor?: Cursor} = {},
): string {
	return windowSvg(terminal, title, [
		...rowsOf(terminal),
		...(cursor?.isVisible ? [drawCursor(cursor)] : []),
	]);
}

/** Each row of the screen, drawn where it stands in the window. */
export function rowsOf(terminal: Terminal): string[] {
	const {active} = terminal.buffer;
	return Array.from({length: terminal.rows}, (_, y) => {
		const row = active.getLine(active.viewportY + y);
		const cells = Array.from({length: terminal.cols}, (_, x) =>
			row?.getCell(x),
		);
		return runs(cells)
			.flatMap(run => drawRun(run, y))
			.join('\n');
	});
}

/** A window with a title around what is drawn. */
export function windowSvg(
	{cols, rows}: {cols: number; rows: number},
	title: string,
	content: readonly string[],
): string {
	const width = cols * cell.width + 2 * margin;
	const height = rows * cell.height + bar + margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontSize}">`,
		`<title>${escaped(title || 'terminal')}</title>`,
		`<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
		...['#e5727a', '#dcb765', '#8ec07c'].map(
			(fill, index) =>
				`<circle cx="${margin + 6 + index * 18}" cy="15" r="5" fill="${fill}" opacity="0.75"/>`,
		),
		`<text x="${width / 2}" y="20" fill="#7b828e" font-size="13" text-anchor="middle">${escaped(title)}</text>`,
		...content.filter(part => part !== ''),
		'</svg>',
		'',
	].join('\n');
}

/** Neighbours that look the same and take one column each are one run; anything else stands alone. */
function runs(cells: readonly (IBufferCell | undefined)[]): Run[] {
	const found: Run[] = [];
	cells.forEach((at, x) => {
		if (!at || at.getWidth() === 0) {
			return;
		}
		const look = lookOf(cellStyle(at));
		const text = at.getChars() || ' ';
		const last = found.at(-1);
		if (last && joins(last, text, look)) {
			last.text += text;
			last.columns++;
		} else {
			found.push({x, columns: at.getWidth(), text, look});
		}
	});
	return found;
}

/** Words are runs of their own: another font's width cannot add up over a line. */
function joins(last: Run, text: string, look: Look): boolean {
	const isSame = JSON.stringify(last.look) === JSON.stringify(look);
	const wasSpace = last.text.endsWith(' ');
	return (
		isSame &&
		(text === ' ') === wasSpace &&
		/^[\x20-\x7E]+$/.test(last.text + text)
	);
}

function lookOf(style: Style): Look {
	const colour = paint(style.colour) ?? foreground;
	const back = paint(style.background);
	return {
		fill: style.inverse ? (back ?? background) : colour,
		back: style.inverse ? colour : back,
		weight: style.bold ? 'bold' : 'normal',
		opacity: style.dim ? 0.6 : 1,
	};
}

const paint = (colour: string | null): string | null =>
	colour === null ? null : (scheme[colour] ?? colour);

function drawRun({x, columns, text, look}: Run, row: number): string[] {
	const left = margin + x * cell.width;
	const top = bar + row * cell.height;
	const width = columns * cell.width;
	const parts: string[] = [];
	if (look.back) {
		parts.push(
			`<rect x="${left}" y="${top}" width="${width}" height="${cell.height}" fill="${look.back}" shape-rendering="crispEdges"/>`,
		);
	}
	if (text.trim() === '') {
		return parts;
	}
	const box = {left, top, ...cell};
	const shape = block(text, box, look.fill) ?? line(text, box, look.fill);
	if (shape) {
		return [...parts, shape];
	}
	const weight = look.weight === 'bold' ? ' font-weight="bold"' : '';
	const opacity = look.opacity < 1 ? ` opacity="${look.opacity}"` : '';
	// Without it a text font draws the emoji, in one colour and another width.
	const family = /\p{Emoji_Presentation}/u.test(text) ? emojiFamily : '';
	const length =
		columns > 1 && /^[\x21-\x7E]+$/.test(text)
			? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`
			: '';
	parts.push(
		`<text x="${left}" y="${top + 14}" fill="${look.fill}"${weight}${opacity}${family}${length}>${escaped(text)}</text>`,
	);
	return parts;
}

export const drawCursor = ({x, y}: Cursor): string =>
	`<rect x="${margin + x * cell.width}" y="${bar + y * cell.height}" width="${cell.width}" height="${cell.height}" fill="${foreground}" opacity="0.55"/>`;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

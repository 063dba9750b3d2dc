import unicode11 from '@xterm/addon-unicode11';
import xterm, {type IBufferCell, type Terminal} from '@xterm/headless';

export type Size = {columns: number; rows: number};

/** How a cell is drawn; colours are Ink's names, '#rrggbb', or null for the terminal's own. */
export type Style = {
	colour: string | null;
	background: string | null;
	bold: boolean;
	dim: boolean;
	inverse: boolean;
};

export type Cursor = {x: number; y: number; isVisible: boolean};

const names = [
	'black',
	'red',
	'green',
	'yellow',
	'blue',
	'magenta',
	'cyan',
	'white',
	'gray',
	'redBright',
	'greenBright',
	'yellowBright',
	'blueBright',
	'magentaBright',
	'cyanBright',
	'whiteBright',
];

/** A terminal without a window that measures as new ones do (Unicode 11), and what can be read from it. */
export function createTerminal({columns, rows}: Size) {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
	});
	terminal.loadAddon(new unicode11.Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	let isVisible = true;
	for (const final of ['h', 'l']) {
		terminal.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			if (parameters.includes(25)) {
				isVisible = final === 'h';
			}
			return false;
		});
	}
	return {
		terminal,
		text: () => screenText(terminal),
		cursor: (): Cursor => ({
			x: terminal.buffer.active.cursorX,
			y: terminal.buffer.active.cursorY,
			isVisible,
		}),
		styleOf: (shown: string) => styleOf(terminal, shown),
	};
}

/** What the screen shows, without spaces at the ends of lines. */
export function screenText(terminal: Terminal): string {
	const {active} = terminal.buffer;
	return Array.from(
		{length: terminal.rows},
		(_, y) =>
			active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
	).join('\n');
}

/** How the first place that shows a text is drawn. */
function styleOf(terminal: Terminal, shown: string): Style {
	const {active} = terminal.buffer;
	for (let y = 0; y < terminal.rows; y++) {
		const line = active.getLine(active.viewportY + y);
		const index = line?.translateToString(true).indexOf(shown) ?? -1;
		const before = line?.translateToString(true).slice(0, index) ?? '';
		const cell = line?.getCell(columnsOf(line, before.length));
		if (index >= 0 && cell) {
			return cellStyle(cell);
		}
	}
	throw new Error(`"${shown}" is not on the screen:\n${screenText(terminal)}`);
}

/** The column where the character with an index in a line's text is. */
function columnsOf(
	line: {getCell(x: number): IBufferCell | undefined},
	index: number,
): number {
	let column = 0;
	for (let length = 0; length < index; column++) {
		const cell = line.getCell(column);
		length += cell?.getWidth() === 0 ? 0 : cell?.getChars().length || 1;
	}
	while (line.getCell(column)?.getWidth() === 0) {
		column++;
	}
	return column;
}

export const cellStyle = (cell: IBufferCell): Style => ({
	colour: colourName(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
	background: colourName(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
	bold: cell.isBold() !== 0,
	dim: cell.isDim() !== 0,
	inverse: cell.isInverse() !== 0,
});

function colourName(
	isDefault: boolean,
	isRgb: boolean,
	value: number,
): string | null {
	if (isDefault) {
		return null;
	}
	return isRgb
		? `#${value.toString(16).padStart(6, '0')}`
		: (names[value] ?? cube(value));
}

/** Colours 16 to 255 of the palette: a cube of 6 × 6 × 6 and a ramp of greys. */
function cube(index: number): string {
	const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
	const grey = 8 + (index - 232) * 10;
	const channels =
		index >= 232
			? [grey, grey, grey]
			: [36, 6, 1].map(unit => level(Math.floor((index - 16) / unit) % 6));
	return `#${channels.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

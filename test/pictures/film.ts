import type {Terminal} from '@xterm/headless';
import {drawCursor, rowsOf, windowSvg} from '../helpers/svg.ts';
import type {Cursor} from '../helpers/terminal.ts';

/** What stood on the screen from a moment on, in milliseconds; the cursor is one more row. */
export type Frame = {at: number; rows: string[]};

/** Nothing new for longer than this is no use to anybody who watches. */
const longestPause = 1800;
/** How long the last picture stays before it begins again. */
const lastPause = 5000;
/** Frames that follow sooner are one. */
const shortest = 90;

export const frameOf = (
	at: number,
	terminal: Terminal,
	cursor: Cursor,
): Frame => ({
	at,
	rows: [...rowsOf(terminal), cursor.isVisible ? drawCursor(cursor) : ''],
});

/** The frames with their pauses cut, on a clock of their own that begins at 0; and how long it all takes. */
export function retime(frames: readonly Frame[]): {
	frames: Frame[];
	length: number;
} {
	const kept: Frame[] = [];
	let before = frames[0]?.at ?? 0;
	let now = 0;
	for (const {at, rows} of frames) {
		now += Math.min(at - before, longestPause);
		before = at;
		const last = kept.at(-1);
		if (last && now - last.at < shortest) last.rows = rows;
		else kept.push({at: now, rows});
	}
	return {frames: kept, length: now + lastPause};
}

type Shown = {from: number; to: number; drawn: string};

/** A film of a terminal: each row is drawn once for as long as it stays, so that it is small. It holds still, at its end, for whoever asks for less motion. */
export function toFilm(
	recorded: readonly Frame[],
	size: {cols: number; rows: number},
	title: string,
): string {
	const {frames, length} = retime(recorded);
	const shown = Array.from({length: size.rows + 1}, (_, y) =>
		stretches(frames, y, length),
	).flat();
	const percent = (at: number) => `${((at / length) * 100).toFixed(2)}%`;
	const times = new Map<string, string>();
	const nameOf = ({from, to}: Shown) => {
		const key = `${from} ${to}`;
		const name = times.get(key) ?? `t${times.size}`;
		times.set(key, name);
		return name;
	};
	const groups = shown.map(
		part =>
			`<g class="${nameOf(part)}${part.to === length ? ' end' : ''}">${part.drawn}</g>`,
	);
	const rules = [...times].map(([key, name]) => {
		const [from = 0, to = 0] = key.split(' ').map(Number);
		const after = to === length ? '' : `${percent(to)}{visibility:hidden}`;
		const before = from === 0 ? '' : '0%{visibility:hidden}';
		return `.${name}{animation-name:${name}}@keyframes ${name}{${before}${percent(from)}{visibility:visible}${after}}`;
	});
	const style = `<style>g{visibility:hidden;animation:${length}ms step-end infinite}${rules.join('')}@media (prefers-reduced-motion:reduce){g{animation:none}.end{visibility:visible}}</style>`;
	return windowSvg(size, title, [style, ...groups]);
}

/** How long each content of a row stayed. */
function stretches(
	frames: readonly Frame[],
	y: number,
	length: number,
): Shown[] {
	const found: Shown[] = [];
	for (const {at, rows} of frames) {
		const drawn = rows[y] ?? '';
		const last = found.at(-1);
		if (last?.drawn === drawn) continue;
		if (last) last.to = at;
		found.push({from: at, to: length, drawn});
	}
	return found.filter(({drawn}) => drawn !== '');
}

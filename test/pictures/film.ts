import type {Terminal} from '@xterm/headless';
import {drawCursor, rowsOf, windowSvg} from '../helpers/svg.ts';
import type {Cursor} from '../helpers/terminal.ts';

/** What stood on the screen from a moment on, in milliseconds; the cursor is one more row. */
export type Frame = {at: number; rows: string[]};

/** Nothing new for longer than this is no use to anybody who watches. */
const longestPause = 1500;
/** How long the last picture stays before it begins again. */
const lastPause = 5000;
/** Frames that follow sooner are one. */
const shortest = 160;

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

type Stretch = {from: number; to: number};
/** What a row shows, and when: a spinner comes to the same picture again and again. */
type Shown = {drawn: string; stretches: Stretch[]};

/** A film of a terminal: each row is drawn once for as long as it stays, so that it is small. It holds still, at its end, for whoever asks for less motion. */
export function toFilm(
	recorded: readonly Frame[],
	size: {cols: number; rows: number},
	title: string,
): string {
	const {frames, length} = retime(recorded);
	const shown = Array.from({length: size.rows + 1}, (_, y) =>
		shownIn(frames, y, length),
	).flat();
	const rules = new Map<string, string>();
	const groups = shown.map(({drawn, stretches}) => {
		const key = keyframes(stretches, length);
		const name = rules.get(key) ?? `t${rules.size}`;
		rules.set(key, name);
		const isLast = stretches.at(-1)?.to === length;
		return `<g class="${name}${isLast ? ' end' : ''}">${drawn}</g>`;
	});
	const named = [...rules].map(
		([key, name]) =>
			`.${name}{animation-name:${name}}@keyframes ${name}{${key}}`,
	);
	const style = `<style>g{visibility:hidden;animation:${length}ms step-end infinite}${named.join('')}@media (prefers-reduced-motion:reduce){g{animation:none}.end{visibility:visible}}</style>`;
	return windowSvg(size, title, [style, ...groups]);
}

/** Seen within the stretches, hidden between them. */
function keyframes(stretches: readonly Stretch[], length: number): string {
	const percent = (at: number) => `${((at / length) * 100).toFixed(2)}%`;
	const [first] = stretches;
	return [
		first?.from === 0 ? '' : '0%{visibility:hidden}',
		...stretches.map(
			({from, to}) =>
				`${percent(from)}{visibility:visible}${to === length ? '' : `${percent(to)}{visibility:hidden}`}`,
		),
	].join('');
}

/** Everything that a row shows in its time, each picture once. */
function shownIn(frames: readonly Frame[], y: number, length: number): Shown[] {
	const found = new Map<string, Stretch[]>();
	let last: Stretch | null = null;
	let before: string | null = null;
	for (const {at, rows} of frames) {
		const drawn = rows[y] ?? '';
		if (drawn === before) continue;
		if (last) last.to = at;
		last = {from: at, to: length};
		before = drawn;
		found.set(drawn, [...(found.get(drawn) ?? []), last]);
	}
	found.delete('');
	return [...found].map(([drawn, stretches]) => ({drawn, stretches}));
}

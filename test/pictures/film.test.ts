import {expect, test} from 'vitest';
import {retime, toFilm} from './film.ts';

const frames = [
	{at: 1000, rows: ['<a/>', '<b/>']},
	{at: 1500, rows: ['<c/>', '<b/>']},
	{at: 60_000, rows: ['<a/>', '']},
];

test('pauses are cut, and the clock begins at 0', () => {
	const {frames: timed, length} = retime(frames);
	expect(timed.map(({at}) => at)).toEqual([0, 500, 2000]);
	expect(length).toBe(7000);
});

test('each picture of a row is drawn once, and seen in its stretches only', () => {
	const film = toFilm(frames, {cols: 10, rows: 2}, 'x');
	expect(film.split('<a/>')).toHaveLength(2);
	expect(film.split('<b/>')).toHaveLength(2);
	expect(film).toContain(
		'0.00%{visibility:visible}7.14%{visibility:hidden}28.57%{visibility:visible}',
	);
	expect(film).toContain('0.00%{visibility:visible}28.57%{visibility:hidden}');
	// Who asks for less motion sees the end.
	expect(film).toMatch(/<g class="t\d end"><a\/>/);
});

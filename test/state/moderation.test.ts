import {expect, test} from 'vitest';
import {reduce} from '../../source/state.ts';
import {chatWith, effectOf, press, scored, withChats} from './samples.ts';

const scanning = press(withChats([chatWith('Ada')]), 'a', 'enter', 'enter');
const ready = scored(scanning);

test.each([
	[['right'], 0.61],
	[['left'], 0.59],
	[['up'], 0.7],
	[['down'], 0.5],
	[['home'], 0],
	[['end'], 1],
	[['home', 'left'], 0],
	[['end', 'up'], 1],
	[['8'], 0.8],
	[['end', 'd'], 0.6],
	[Array(30).fill('right'), 0.9],
])('%j moves the threshold to %d', (keys, threshold) => {
	expect(press(ready, ...keys).moderation?.threshold).toBe(threshold);
});

test('nothing is moved before the scores are there', () => {
	expect(press(scanning, 'right').moderation?.threshold).toBe(0.6);
});

test('examples that were counted for another threshold are not shown', () => {
	const moved = press(ready, 'right');
	const late = reduce(moved, {
		type: 'moderation/counted',
		threshold: 0.6,
		effect: effectOf(ready),
	});
	expect(late.moderation?.counted).toBe(false);
	const counted = reduce(moved, {
		type: 'moderation/counted',
		threshold: 0.61,
		effect: effectOf(moved),
	});
	expect(counted.moderation).toMatchObject({
		counted: true,
		effect: effectOf(moved),
	});
	expect(press(counted, 'left').moderation?.counted).toBe(false);
});

test('a scan that failed can be tried again', () => {
	const failed = reduce(scanning, {
		type: 'moderation/failed',
		reason: 'The disk is full.',
	});
	expect(failed.moderation?.scan).toBe('failed');
	const again = press(failed, 'r').moderation;
	expect([again?.scan, again?.attempt]).toEqual(['running', 1]);
});

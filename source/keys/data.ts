import type {DataStep} from '../state/data-step.ts';
import {also, type Bindings, bind, both, rare, rareBoth} from './binding.ts';
import {leftRight, moves, newLine, stepEnd, upDown} from './common.ts';

const replaced = rare('v', 'v', 'what is replaced', {type: 'audit'});

/** The data set, looked at and adjusted, and what is replaced in it. */
export const dataKeys = {
	'data examples': [
		bind('n right l', 'n p', 'example', {type: 'data/example', by: 1}),
		also('p left h', {type: 'data/example', by: -1}),
		bind('tab e', 'tab', 'knobs', {type: 'data/pane'}),
		bind('N ]', 'N P', 'chat', {type: 'data/chat', by: 1}),
		also('P [', {type: 'data/chat', by: -1}),
		...both(upDown, '↑↓', 'scroll', by => ({
			type: 'data/scroll',
			move: by < 0 ? 'up' : 'down',
		})),
		...rareBoth(
			['pageup ctrl+u', 'pagedown ctrl+d space'],
			'pgup pgdn',
			'scroll by pages',
			by => ({type: 'data/scroll', move: by < 0 ? 'page up' : 'page down'}),
		),
		rare('home g', 'home end', 'first, last', {
			type: 'data/end',
			move: 'first',
		}),
		also('end G', {type: 'data/end', move: 'last'}),
		bind('/', '/', 'search', {type: 'data/search', open: true}),
		replaced,
		...stepEnd,
	],
	'data knobs': [
		...both(upDown, '↑↓', 'move', by => ({type: 'data/knob', move: by})),
		...both(leftRight, '←→', 'turn', by => ({type: 'data/turn', by})),
		bind('tab e', 'tab', 'examples', {type: 'data/pane'}),
		...rareBoth(
			['shift+left pageup', 'shift+right pagedown'],
			'shift ←→',
			'turn by a year, or far',
			by => ({type: 'data/turn', by: by * 12}),
		),
		rare('home g', 'home end', 'first, last', {
			type: 'data/knob',
			move: 'first',
		}),
		also('end G', {type: 'data/knob', move: 'last'}),
		bind('enter space', 'enter', 'edit', {type: 'data/prompt', open: true}),
		replaced,
		rare('n', 'n p', 'next, previous example', {type: 'data/example', by: 1}),
		also('p', {type: 'data/example', by: -1}),
		bind('d', 'd', 'defaults', {type: 'data/defaults'}),
		...stepEnd,
	],
	'data search': [
		bind('enter tab', 'enter', 'find', {type: 'data/search', open: false}),
		bind('esc', 'esc', 'no search', {type: 'data/clear'}),
	],
	'data prompt': [
		bind('enter esc tab', 'enter', 'done', {type: 'data/prompt', open: false}),
		newLine('data/edit'),
	],
	audit: [
		...moves('audit/move'),
		...both(['left shift+tab', 'right tab'], '←→', 'list', by => ({
			type: 'audit/section',
			by,
		})),
		bind('r', 'r', 'replace', {type: 'audit/decide', as: 'replace'}),
		bind('l', 'l', 'leave', {type: 'audit/decide', as: 'leave'}),
		bind('u', 'u', 'undo', {type: 'audit/decide', as: 'undecided'}),
		...stepEnd,
	],
} satisfies Bindings;

export function dataContext({
	prompt,
	searching,
	pane,
}: DataStep): Exclude<keyof typeof dataKeys, 'audit'> {
	if (prompt) return 'data prompt';
	if (searching) return 'data search';
	return pane === 'knobs' ? 'data knobs' : 'data examples';
}

import type {BlindStep} from '../state/blind.ts';
import {type Bindings, bind, rare} from './binding.ts';

const close = bind('esc q', 'esc', 'back to the chat', {type: 'blind/close'});

/** The blind test over the chat. */
export const blindKeys = {
	'blind begin': [
		bind('enter space', 'enter', 'begin', {type: 'blind/begin'}),
		bind('b', 'b', 'with the base model', {type: 'blind/base'}),
		close,
	],
	'blind pick': [
		bind('1 a', '1', 'the first', {type: 'blind/pick', place: 0}),
		bind('2 b', '2', 'the second', {type: 'blind/pick', place: 1}),
		bind('3 c', '3', 'the third', {type: 'blind/pick', place: 2}),
		rare('enter', 'enter', 'try again', {type: 'blind/begin'}),
		bind('esc', 'esc', 'end here', {type: 'blind/close'}),
	],
	'blind end': [
		bind('c', 'c', 'copy a card', {type: 'blind/copy'}),
		bind('enter', 'enter', 'once more', {type: 'blind/begin'}),
		close,
	],
} satisfies Bindings;

export const blindContext = ({phase}: BlindStep): keyof typeof blindKeys =>
	`blind ${phase}`;

import type {YouStep} from '../state/you.ts';
import {type Bindings, bind} from './binding.ts';
import {moves, stepEnd} from './common.ts';

/** Step 2: which name is the owner's, and which others are too. */
export const youKeys = {
	you: [
		...moves('you/move'),
		bind('enter space', 'enter', 'that is me', {type: 'next'}),
		...stepEnd,
	],
	'you aliases': [
		...moves('you/move'),
		bind('space x', 'space', 'me too', {type: 'you/toggle-alias'}),
		bind('enter', 'enter', 'next', {type: 'next'}),
		...stepEnd,
	],
} satisfies Bindings;

export const youContext = ({name}: YouStep): keyof typeof youKeys =>
	name === null ? 'you' : 'you aliases';

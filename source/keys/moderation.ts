import {presets} from '../moderation/selection/settings.ts';
import {type ModerationStep, showsThreshold} from '../state/moderation-step.ts';
import {also, type Bindings, bind, both, rare, rareBoth} from './binding.ts';
import {back, help, leftRight, quit, upDown, visibleQuit} from './common.ts';

const scorer = bind('s', 's', 'who scores', {type: 'scorer'});

const look = bind('enter', 'enter', 'look now', {type: 'moderation/look'});

const scanEnd = [scorer, back, visibleQuit, help];

/** The threshold, and the list below it. */
const sliderKeys = [
	...both(leftRight, '←→', '±0.01', by => ({
		type: 'moderation/turn',
		by: by * 0.01,
	})),
	...rareBoth(
		['pagedown shift+left H', 'pageup shift+right L'],
		'pgup pgdn',
		'±0.10',
		by => ({type: 'moderation/turn', by: by * 0.1}),
	),
	rare('home g', 'home end', '0 and 1', {
		type: 'moderation/set',
		threshold: 0,
	}),
	also('end G', {type: 'moderation/set', threshold: 1}),
	// Digits are typed: see `state/typing.ts`.
	rare('digits', '0-9 .', 'type a threshold', {type: 'stay'}),
	...both(upDown, '↑↓', 'move', by => ({type: 'moderation/cursor', by})),
];

const thresholdEnd = [
	bind('tab', 'tab', 'lists', {type: 'moderation/view', by: 1}),
	also('shift+tab', {type: 'moderation/view', by: -1}),
	bind('p', 'p', 'preset', {type: 'moderation/preset', preset: 'next'}),
	bind('enter', 'enter', 'next', {type: 'next'}),
	rare('d', 'd', 'default 0.60', {
		type: 'moderation/preset',
		preset: presets.find(({name}) => name === '0.60') ?? 'next',
	}),
	rare('u', 'u', 'unscored texts in or out', {type: 'moderation/unscored'}),
	rare('r', 'r', 'go on scoring', {type: 'moderation/go-on'}),
	{...scorer, rare: true},
	{...back, rare: true},
	quit,
	help,
];

/** Step 3: the scan, then the threshold. */
export const moderationKeys = {
	'moderation scan': [
		look,
		bind('space p', 'space', 'pause', {type: 'moderation/pause'}),
		...scanEnd,
	],
	'moderation paused': [
		bind('space p r', 'space', 'go on', {type: 'moderation/go-on'}),
		look,
		...scanEnd,
	],
	'moderation failed': [
		bind('r space', 'r', 'try again', {type: 'moderation/go-on'}),
		look,
		...scanEnd,
	],
	'moderation consent': [
		bind('enter y', 'enter', 'agree and score', {
			type: 'moderation/answer',
			agrees: true,
		}),
		bind('esc n', 'esc', 'no: nothing leaves', {
			type: 'moderation/answer',
			agrees: false,
		}),
		quit,
		help,
	],
	moderation: [
		...sliderKeys,
		bind('space x', 'space', 'decide', {type: 'moderation/toggle'}),
		...thresholdEnd,
	],
	'moderation categories': [
		...sliderKeys,
		bind('space x', 'space', 'on/off', {type: 'moderation/toggle'}),
		rare('o', 'o', 'as the slider again', {type: 'moderation/release'}),
		...thresholdEnd,
	],
	'moderation number': [
		bind('enter tab', 'enter', 'take it', {
			type: 'moderation/typed',
			takes: true,
		}),
		bind('esc', 'esc', 'leave it', {type: 'moderation/typed', takes: false}),
	],
} satisfies Bindings;

export function moderationContext(
	step: ModerationStep,
): keyof typeof moderationKeys {
	const {asks, scan, typed, view} = step;
	if (asks) return 'moderation consent';
	if (!showsThreshold(step))
		return scan === 'failed' || scan === 'paused'
			? `moderation ${scan}`
			: 'moderation scan';
	if (typed !== null) return 'moderation number';
	return view === 'categories' ? 'moderation categories' : 'moderation';
}

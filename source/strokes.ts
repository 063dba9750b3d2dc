import type {Key} from 'ink';

/** One press: the name that bindings use, and the text it types. */
export type Stroke = {name: string; input: string; key: Key};

/**
The presses in what Ink hands over: keys hit within one tick come as one string,
so that "jj\r" is three presses and an emoji is one, and a control character among them is its key.
*/
export function strokes(input: string, key: Key): Stroke[] {
	if (key.ctrl || key.meta || input.length <= 1)
		return [{name: keyName(input, key), input, key}];
	return [...graphemes.segment(input)].map(({segment}) => {
		const control = controlOf(segment, key);
		if (control) return control;
		const enter = segment === '\r' || segment === '\r\n';
		const tab = segment === '\t';
		const pressed = {...key, return: enter, tab};
		return {
			name: keyName(segment, pressed),
			input: enter || tab ? '' : segment,
			key: pressed,
		};
	});
}

/** The press behind a control character; null for text, and for return, tab and line feed, which have names of their own. */
function controlOf(segment: string, key: Key): Stroke | null {
	if (segment === '\b' || segment === '\u007F') {
		const pressed = {...key, backspace: true};
		return {name: keyName('', pressed), input: '', key: pressed};
	}
	if (!/^[\u0001-\u001A]$/.test(segment) || /[\t\n\r]/.test(segment))
		return null;
	const letter = String.fromCharCode(segment.charCodeAt(0) + 96);
	const pressed = {...key, ctrl: true};
	return {name: keyName(letter, pressed), input: letter, key: pressed};
}

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const;

/** 'up', 'shift+left', 'ctrl+a', 'space', 'x'… */
function keyName(input: string, key: Key): string {
	const special = named.find(([flag]) => key[flag])?.[1];
	if (special) {
		const modifier = key.ctrl
			? 'ctrl+'
			: key.meta && special !== 'esc'
				? 'alt+'
				: key.shift
					? 'shift+'
					: '';
		return modifier + special;
	}
	// Ctrl+J is the line feed itself: terminals send nothing else for it.
	if (input === '\n') return 'ctrl+j';
	if (key.ctrl) return `ctrl+${input}`;
	if (key.meta) return `alt+${input}`;
	return input === ' ' ? 'space' : input;
}

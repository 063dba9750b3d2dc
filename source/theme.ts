import type {Palette} from './components/palette.ts';

/** Colours by meaning, from the 16 that every terminal has: the user's own scheme decides how they look. */
export const theme: Palette = {
	accent: 'cyan',
	muted: 'gray',
	good: 'green',
	warning: 'yellow',
	danger: 'red',
	mine: 'cyan',
	theirs: 'magenta',
};

/** Meaning never rests on colour alone: each state has a glyph too. */
export const glyphs = {
	cursor: '❯',
	picked: '◉',
	unpicked: '◯',
	unreadable: '✗',
	done: '✔',
	waiting: '·',
	failed: '✗',
	warning: '!',
	here: '●',
	spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
} as const;

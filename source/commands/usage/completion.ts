import type {Usage} from './types.ts';

/** For shells. */
export const completion: Usage = {
	form: 'completion bash|zsh|fish',
	does: 'writes a script that lets the shell complete commands and options',
	more: [],
	options: [],
	examples: [
		['source <(twin-tui completion bash)', 'in ~/.bashrc'],
		['source <(twin-tui completion zsh)', 'in ~/.zshrc, behind compinit'],
		['twin-tui completion fish | source', 'in ~/.config/fish/config.fish'],
	],
	takes: ['bash', 'zsh', 'fish'],
};

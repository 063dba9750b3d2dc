import type {ChatStep} from '../state/chat-step.ts';
import {completions} from '../state/chat-typing.ts';
import {type Bindings, bind, both, rare, rareBoth} from './binding.ts';
import {blindContext} from './blind.ts';
import {arrows, back, newLine} from './common.ts';
import {paneContext} from './pane.ts';

const helpWhileTyping = bind('ctrl+g', '^G', 'help', {
	type: 'help',
	open: true,
});

/** Step 5: where one writes to the twin; no letter is bound here. */
export const chatKeys = {
	chat: [
		bind('enter', 'enter', 'send', {type: 'chat/send'}),
		{...newLine('chat/edit'), rare: true},
		bind('ctrl+n', '^N', 'let the twin open', {type: 'chat/nudge'}),
		rare('ctrl+r', '^R', 'answer again', {type: 'chat/retry'}),
		rare('ctrl+y', '^Y', 'next of several answers', {type: 'chat/version'}),
		rare('ctrl+o', '^O', 'edit your last message', {type: 'chat/edit-last'}),
		rare('ctrl+l', '^L', 'all conversations', {type: 'sessions/show'}),
		rare('ctrl+p', '^P', 'what is sent', {
			type: 'room/open',
			room: 'prompt-view',
		}),
		bind('tab', 'tab', 'pane', {type: 'pane/focus'}),
		rare('shift+tab', 'shift tab', 'next tab of the pane', {
			type: 'pane/next',
			by: 1,
		}),
		rare('ctrl+t', '^T', 'hide or show the pane', {type: 'pane/hide'}),
		...rareBoth(
			['pageup shift+up', 'pagedown shift+down'],
			'pgup pgdn',
			'scroll',
			by => ({type: 'chat/scroll', move: by < 0 ? 'page up' : 'page down'}),
		),
		rare('ctrl+home', '^home', 'oldest', {type: 'chat/scroll', move: 'top'}),
		rare('ctrl+end', '^end', 'newest', {type: 'chat/scroll', move: 'bottom'}),
		back,
		helpWhileTyping,
	],
	'chat command': [
		bind('tab', 'tab', 'complete', {type: 'chat/complete'}),
		...both(arrows, '↑↓', 'choose', by => ({type: 'chat/choose', by})),
		bind('enter', 'enter', 'do it', {type: 'chat/send'}),
		bind('esc', 'esc', 'no command', {
			type: 'chat/edit',
			edit: {type: 'clear'},
		}),
		helpWhileTyping,
	],
	'chat system prompt': [
		bind('enter esc tab', 'enter', 'done', {
			type: 'chat/edit-system',
			open: false,
		}),
		newLine('chat/edit'),
	],
} satisfies Bindings;

export function chatContext(
	step: ChatStep,
):
	| keyof typeof chatKeys
	| ReturnType<typeof blindContext>
	| ReturnType<typeof paneContext> {
	if (step.blind) return blindContext(step.blind);
	if (step.systemEditor) return 'chat system prompt';
	if (step.paneFocused) return paneContext(step);
	return completions(step).length > 0 ? 'chat command' : 'chat';
}

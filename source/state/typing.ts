import type {EditorAction} from '../components/editor.ts';
import type {Context} from '../keys.ts';
import type {ProvidersAction} from './providers.ts';
import type {StepAction} from './steps.ts';

/** What an edit is an edit of, by where keys go; null where no text has the cursor. */
export function editIn(
	context: Context,
	edit: EditorAction,
): StepAction | ProvidersAction | null {
	switch (context) {
		case 'chats filter':
			return {type: 'chats/edit', edit};
		// A digit begins a threshold.
		case 'moderation':
		case 'moderation categories':
		case 'moderation number':
			return {type: 'moderation/edit', edit};
		case 'training consent':
			return {type: 'training/edit', edit};
		case 'training settings':
			return edit.type === 'insert'
				? {type: 'settings/type', text: edit.text}
				: null;
		case 'data search':
		case 'data prompt':
			return {type: 'data/edit', edit};
		case 'provider typing':
			return {type: 'providers/edit', edit};
		case 'sessions search':
		case 'sessions title':
			return {type: 'sessions/edit', edit};
		case 'chat':
		case 'chat command':
		case 'chat system prompt':
			return {type: 'chat/edit', edit};
		default:
			return null;
	}
}

import type {Services} from '../services.ts';
import type {ChatAction} from '../state/chat.ts';
import type {Task} from '../state/chat-tasks.ts';
import type {State} from '../state.ts';
import {toMarkdown} from '../store/markdown.ts';
import {reasonOf} from '../store/reason.ts';
import type {Twin} from '../store/types.ts';

/** What commands of the chat have to do outside of the screen, one after the other. */
export async function* errands(
	services: Services,
	{chat}: State,
): AsyncGenerator<ChatAction> {
	const [task] = chat?.tasks ?? [];
	if (!chat || !task) return;
	const notice = await run(task, services, chat.twin);
	yield {type: 'chat/task-done', id: task.id, notice};
}

/** @returns what is to be said of it */
async function run(
	task: Task,
	services: Services,
	twin: Pick<Twin, 'id' | 'name'>,
): Promise<string | null> {
	switch (task.kind) {
		case 'copy':
			return services.copy(task.text)
				? 'Copied, where the terminal allows that (OSC 52).'
				: 'That is too long for the clipboard of a terminal: /export FILE.md';
		case 'export':
			try {
				const file = await services.write(
					task.file,
					toMarkdown(task.session, twin.name),
				);
				return `The conversation is in ${file}`;
			} catch (error) {
				return `Not written: ${reasonOf(error)}.`;
			}
		case 'twin':
			return keeping(services.store.twins.save(task.twin));
		case 'blind':
			return keeping(services.store.blind.add(twin.id, task.result));
		case 'pick':
			return keeping(services.store.picks.add(task.pick));
		case 'exclude':
			return keeping(services.store.excluded.add(task.excluded));
		case 'include':
			return keeping(services.store.excluded.remove(task.key));
	}
}

/** What is kept without a word; that it is not is said. */
const keeping = (kept: Promise<void>): Promise<string | null> =>
	kept.then(
		() => null,
		error => `That is not kept: ${reasonOf(error)}.`,
	);

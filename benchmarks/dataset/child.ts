import process from 'node:process';
import {buildDataset} from '../../source/dataset/build.ts';
import {toJsonl} from '../../source/dataset/jsonl.ts';
import {defaults} from '../../source/dataset/options.ts';
import {makeChats} from './chats.ts';

/*
Messages to JSONL in a process of its own: `child.js MESSAGES ROUNDS`. Writes the milliseconds of each case, by round;
the cases take turns.
*/
const [, , messages, rounds] = process.argv;
const chats = makeChats(Number(messages));
const me = ['Nils', 'Dan Whitlock'];

function jsonl(anonymize: boolean): number {
	const options = {...defaults, me, anonymize};
	const {examples, validation} = buildDataset(chats, options);
	let length = 0;
	for (const lines of [toJsonl(examples), toJsonl(validation)])
		for (const line of lines) length += line.length;
	return length;
}

const cases = {
	'JSON.stringify': () =>
		chats.reduce((sum, chat) => sum + JSON.stringify(chat.messages).length, 0),
	'to JSONL': () => jsonl(false),
	'to JSONL, anonymised': () => jsonl(true),
};

const times: Record<string, number[]> = {};
for (let round = 0; round < Number(rounds); round++)
	for (const [name, run] of Object.entries(cases)) {
		const begun = performance.now();
		if (run() === 0) throw new Error(`${name} made nothing.`);
		times[name] = [...(times[name] ?? []), performance.now() - begun];
	}
process.stdout.write(JSON.stringify(times));

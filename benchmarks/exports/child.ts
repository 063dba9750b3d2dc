import {readFileSync} from 'node:fs';
import process from 'node:process';
import {type ReaderName, readers} from './readers.ts';

/*
Reads exports in a process of its own: `child.js READER FILE ROUNDS`. Writes how many messages there were, and the
milliseconds of each round.
*/
const [, , name, path = '', rounds] = process.argv;
const read = await readers[name as ReaderName]();
const bytes = readFileSync(path);
const times: number[] = [];
let messages = 0;
for (let round = 0; round < Number(rounds); round++) {
	const begun = performance.now();
	messages = read(bytes);
	times.push(performance.now() - begun);
}
process.stdout.write(JSON.stringify({messages, times}));

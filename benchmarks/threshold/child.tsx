import {EventEmitter} from 'node:events';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {render, useInput} from 'ink';
import {useReducer} from 'react';
import type {Columns} from '../../source/moderation/selection/columns.ts';
import {drawing} from '../../source/motion.ts';
import {reduce, type State} from '../../source/state.ts';
import {Still, thresholdWith} from '../../test/screens/still.tsx';
import {fewOf, manyScored} from './scored.ts';

/*
The threshold, bundled as the program is and drawn as it is, for a terminal that only notes when bytes come: milliseconds
from a key to the first of them. Few and many messages take turns, so that whatever else goes on on the machine hits both.
*/

const messages = 1_000_000;
const size = {columns: 140, rows: 36};
const steps = 80;
/** Ink draws the first key at once and the next ones in its own rhythm: this measures the first. */
const rest = 60;

function Toy({first}: {first: State}) {
	const [state, dispatch] = useReducer(reduce, first);
	useInput((input, key) => dispatch({type: 'key', input, key}));
	return <Still state={state} />;
}

/** The screen, and the time that a key takes on it. */
async function open(columns: Columns) {
	let painted = 0;
	const stdout = Object.assign(new EventEmitter(), {
		isTTY: true,
		...size,
		write(_: string, done?: () => void) {
			painted ||= performance.now();
			done?.();
			return true;
		},
	});
	const pending: string[] = [];
	const stdin = Object.assign(new EventEmitter(), {
		isTTY: true,
		setEncoding() {},
		setRawMode() {},
		ref() {},
		unref() {},
		read: () => pending.shift() ?? null,
	});
	const app = render(<Toy first={thresholdWith(columns, size)} />, {
		...drawing,
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: stdin as unknown as NodeJS.ReadStream,
		patchConsole: false,
	});
	await app.waitUntilRenderFlush();
	return {
		unmount: app.unmount,
		async press(key: string): Promise<number> {
			await setTimeout(rest);
			painted = 0;
			const begun = performance.now();
			pending.push(key);
			stdin.emit('readable');
			await app.waitUntilRenderFlush();
			return painted - begun;
		},
	};
}

const columns = manyScored(messages);
const screens = {
	few: await open(fewOf(columns, 100)),
	many: await open(columns),
};
const times = {few: [] as number[], many: [] as number[]};
for (let step = -20; step < steps; step++)
	for (const name of ['few', 'many'] as const) {
		// By a tenth, there and back: every list and number changes, whatever the number of messages.
		const time = await screens[name].press(step % 2 ? 'H' : 'L');
		// At first the code is not compiled.
		if (step >= 0) times[name].push(time);
	}
for (const {unmount} of Object.values(screens)) unmount();
process.stdout.write(JSON.stringify(times));

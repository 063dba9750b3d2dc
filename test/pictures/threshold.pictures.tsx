import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {test} from 'vitest';
import {score} from '../../source/local/scorer/score.ts';
import {reduce} from '../../source/state.ts';
import {columnsOf} from '../helpers/scored.ts';
import {toSvg} from '../helpers/svg.ts';
import {chatter} from '../moderation/chatter.ts';
import {thresholdWith} from '../screens/still.tsx';
import {openThreshold} from '../screens/threshold.tsx';
import {press} from '../state/samples.ts';

const folder = process.env.FOLDER;
const counts = [100, Number(process.env.MANY ?? 1_000_000)];
const sizes = [
	{columns: 60, rows: 16},
	{columns: 80, rows: 24},
	{columns: 140, rows: 36},
];

const rude = [
	'wtf',
	'shit',
	'du Idiot',
	'you are such an idiot',
	'oh fuck I forgot the keys',
	'verdammt, der Bus ist weg',
	'fick dich',
	'I will kill you',
	'scheiße',
	'halt die Fresse du Penner',
	'das ist ja blöd',
	'send nudes',
	'wo kriege ich Koks',
];

/** What a chat of so many messages scores, by the embedded scorer. */
function scoredChat(messages: number) {
	const texts = new Map<string, number>();
	for (const [number, text] of chatter(messages).entries()) {
		const shown =
			number % 19 === 0 ? (rude[(number * 7) % rude.length] ?? '') : text;
		texts.set(shown, (texts.get(shown) ?? 0) + 1);
	}
	const scores = new Map([...texts.keys()].map(text => [text, score(text)]));
	return columnsOf(texts, scores);
}

const views = {
	'0.30': ['.', '3', 'enter'],
	'0.60': [],
	'0.80': ['8', 'enter'],
	often: ['tab', 'down'],
	hand: [' ', 'down', 'down', ' ', 'tab', 'tab'],
	categories: ['p', 'tab', 'tab', 'tab', 'down', 'down', ' ', 'down', 'left'],
};

/** The threshold, with few and many messages, in several sizes: `FOLDER=/tmp/x` says where to. */
test.skipIf(!folder)(
	'pictures of the threshold',
	async () => {
		await mkdir(String(folder), {recursive: true});
		for (const messages of counts) {
			const columns = scoredChat(messages);
			const ready = thresholdWith(columns, {columns: 80, rows: 24});
			for (const size of sizes)
				for (const [name, keys] of Object.entries(views)) {
					const state = press(reduce(ready, {type: 'resize', size}), ...keys);
					const screen = await openThreshold(state);
					await writeFile(
						path.join(
							String(folder),
							`${size.columns}-${messages}-${name}.svg`,
						),
						toSvg(screen.terminal, {
							title: `twin-tui: threshold, ${messages} messages`,
							cursor: screen.cursor(),
						}),
					);
					await screen.unmount();
				}
		}
	},
	600_000,
);

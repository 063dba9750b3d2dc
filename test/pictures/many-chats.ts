import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {writeExport} from '../../benchmarks/exports/generate.ts';
import {zip} from '../helpers/zip.ts';

/** Whom people chat with, as phones list them: short and long, from the right, of several code points, hardly a name at all. */
const names = [
	'Noa',
	'נועה לוי',
	'ליאור 👨‍👩‍👧‍👦 משפחה',
	'ليلى حسن',
	'محمد 2',
	'فاطمة الزهراء بنت عبد الرحمن آل محمود 🌙',
	'مینا (کار)',
	'Family 👨‍👩‍👧‍👦❤️',
	'Surf 🏄🏽‍♀️ & Sun 🇵🇹🇧🇷',
	'👩🏿‍🚀',
	'🇮🇱 חברים מהצבא 🇮🇱',
	'家族のグループ',
	'王小明',
	'김민수 (회사)',
	'สมชาย ใจดี',
	'नेहा शर्मा',
	'Elternvertretung Klasse 4b – Schuljahr 2023/24 Organisation Sommerfest',
	'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
	'+49 170 1234567',
	'~ Kim',
	'Zoë O’Neill-Þórsdóttir',
	'Ж. Петрова',
	'Αλέξανδρος',
	'Chat 10',
	'Chat 9',
	'Chat 1',
] as const;

const owner = 'Mika Sommer';

/** What the owner is called in a chat: some phones say it otherwise. */
const ownNames = [owner, owner, owner, 'Mika', owner, '+351 912 345 678'];

/** Names of files as phones write them in the languages of their owners. */
const fileNames = [
	(title: string) => `WhatsApp Chat with ${title}.txt`,
	(title: string) => `צ'אט WhatsApp עם ${title}.txt`,
	(title: string) => `Чат WhatsApp с контактом ${title}.txt`,
	(title: string) => `与${title}的 WhatsApp 聊天.txt`,
	(title: string) => `Chat de WhatsApp con ${title}.txt`,
	(title: string) => `دردشة واتساب مع ${title}.txt`,
	(title: string) => `WhatsApp Chat - ${title}.zip`,
];

/**
 * Writes a folder with so many exports of small chats, one that takes a while, one that was exported twice, and what
 * cannot be read: something empty, a broken archive, notes. Up to three files are chats only.
 */
export async function writeChats(folder: string, count: number): Promise<void> {
	await mkdir(folder, {recursive: true});
	const put = (name: string, content: string | Uint8Array) =>
		writeFile(path.join(folder, name.replaceAll('/', '_')), content);
	for (let at = 0; at < count; at++) {
		const base = names[at % names.length] as string;
		const round = Math.floor(at / names.length);
		const title = round === 0 ? base : `${base} ${round + 1}`;
		const nameOf = fileNames[at % fileNames.length] as (of: string) => string;
		const text = exported(title, at);
		const name = nameOf(title);
		if (name.endsWith('.zip'))
			await put(name, zip([{name: '_chat.txt', content: text}]));
		else await put(name, text);
	}
	if (count <= 3) return;
	await put('WhatsApp Chat with Noa (1).txt', exported('Noa', 0, 90));
	await put('WhatsApp Chat with nobody.txt', '');
	await put('WhatsApp Chat - מקולקל.zip', zip([]).subarray(0, 9));
	await put('notes.txt', 'milk\neggs\n');
	writeExport(
		path.join(folder, 'WhatsApp Chat mit Büro.txt'),
		'Android, German',
		60_000,
	);
}

/** A chat of some days; the same arguments give the same text, and more messages only more of it. */
function exported(title: string, at: number, length = 40 + ((at * 7) % 50)) {
	const me = ownNames[at % ownNames.length];
	const others = /\d[ab]|Family|家族|חברים|Surf/.test(title)
		? [[...title].slice(0, 4).join(''), 'Ana', 'בן', 'Cleo']
		: [title];
	const two = (value: number) => String(value).padStart(2, '0');
	return Array.from({length}, (_, n) => {
		const who = n % 3 === 0 ? me : others[n % others.length];
		const month = two(1 + (at % 8) + Math.floor(n / 28));
		return `${two(1 + (n % 28))}.${month}.${23 - (at % 4)}, ${two(8 + (n % 12))}:${two(n % 60)} - ${who}: ${n} ok 👍🏽\n`;
	}).join('');
}

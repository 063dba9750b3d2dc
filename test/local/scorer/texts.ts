import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {english} from '../../../source/local/scorer/english.ts';
import {englishTopics} from '../../../source/local/scorer/english-topics.ts';
import {german} from '../../../source/local/scorer/german.ts';
import {germanTopics} from '../../../source/local/scorer/german-topics.ts';
import {lists} from '../../../source/local/scorer/lists.ts';
import {demoFolder} from '../../../source/services.ts';

/** The lines of the demo chats. */
export const demoTexts = (): string[] =>
	readdirSync(demoFolder)
		.filter(name => name.endsWith('.txt'))
		.sort()
		.flatMap(name =>
			readFileSync(path.join(demoFolder, name), 'utf8').split('\n'),
		);

/** What people put between letters and words, and what folding has to do with. */
const odd =
	`! ? . * ** *** $ @ | 's ❤️ 👍🏽 👨‍👩‍👧 ß ẞ İ ﬁ ｆｕｃｋ é e\u0301 ü u\u0308 ς が か\u3099 ﾊﾞ 한 \u1112\u1161\u11ab … ™ ©
	‼ ① १ नि ا \u0300 0 14 years jährige yo shiiit fuuuck sh1t f*ck f*** s**t idiot's a$$ @ss b!tch |diot 1488 14888
	constructor __proto__ ﷺ 𝓯 🅰 🄰 ŉ ㊗ ℹ ⁉️ , ; “ ” ’`.split(/\s+/);

/** Texts of listed words and odd characters in every order, always the same ones. */
export function mixtures(count: number): string[] {
	let state = 11;
	const next = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const one = <T>(of: readonly T[]) => of[next(of.length)] as T;
	const listed = [
		...[english.words, german.words, englishTopics, germanTopics].flatMap(
			words => Object.values(words).flatMap(tiers => Object.values(tiers)),
		),
		...lists.map(({terms}) => terms.join()),
	]
		.join()
		.split(/[\s,*~-]+/)
		.filter(Boolean);
	const word = () => {
		const written = next(3) > 0 ? one(listed) : one(odd);
		const place = next(written.length);
		if (next(15) === 0)
			return written.slice(0, place) + one(odd) + written.slice(place);
		return next(12) === 0 ? written.toUpperCase() : written;
	};
	return Array.from({length: count}, () =>
		Array.from(
			{length: 1 + next(8)},
			() => word() + (next(6) > 0 ? ' ' : ''),
		).join(''),
	);
}

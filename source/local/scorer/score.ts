import {categories} from '../../moderation/types.ts';
import {combine} from './combine.ts';
import {findAges} from './evidence.ts';
import {findHits} from './hits.ts';
import {tokenize} from './text.ts';
import {createVocabulary, mayScore, type Vocabulary} from './vocabulary.ts';

/** What these scores are called wherever one is shown: word lists, no judge, and not OpenAI's. */
export const scorerName = 'local-lexicon';

/**
Goes up with every change of lists or rules that changes a score: scores are kept by name and version, so that old ones
are not taken for new ones.
*/
export const scorerVersion = 2;

let vocabulary: Vocabulary | undefined;

/**
Scores a text offline by word lists and rules, for English and German, coarsely
for Spanish, French, Italian, Dutch and Portuguese: 0 to 1 per category, in the
order of `categories`. It finds the coarse, and threats that are spelled out;
it is no judge of hate, and passing it guarantees nothing.
*/
export function score(text: string): number[] {
	vocabulary ??= createVocabulary();
	const tokens = tokenize(text);
	const words = tokens.words.map(vocabulary.entryOf);
	// Where most messages end.
	if (!mayScore(words)) return categories.map(() => 0);
	const hits = [...findHits(words, tokens.sentences), ...findAges(tokens)];
	const scores = combine({hits, length: words.length, ...tokens});
	return categories.map(category => Math.min(1, scores[category]));
}

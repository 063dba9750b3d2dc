import {Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {formatCount} from '../format.ts';
import type {Row} from '../moderation/selection/lists.ts';
import type {Category} from '../moderation/types.ts';
import {glyphs, theme} from '../theme.ts';

type RowProps = {
	row: Row;
	/** Why the scorer refused it; undefined where it did not. */
	refusal?: string | undefined;
	isSelected: boolean;
	threshold: number;
	width: number;
};

/** Columns of the cursor and of the number of messages. */
const before = 4;
const countWidth = 7;

/** A text, how many messages have it, and its two highest scores. */
export function TextRow({
	row,
	refusal,
	isSelected,
	threshold,
	width,
}: RowProps) {
	const {text, count, isDropped, byHand, top} = row;
	const scoreWidth = width < 90 ? 26 : 46;
	const room = width - before - countWidth - scoreWidth - 1;
	return (
		<Text wrap="truncate" bold={isSelected}>
			<Text color={theme.accent}>{isSelected ? glyphs.cursor : ' '} </Text>
			<Text color={isDropped ? theme.warning : theme.good}>
				{isDropped ? glyphs.failed : glyphs.done}{' '}
			</Text>
			{fitText(text, room)}
			<Text color={theme.muted}>
				{fitText(
					count > 1 ? `${formatCount(count)}×` : '',
					countWidth,
					'end',
				)}{' '}
			</Text>
			<Text>
				{fitText(
					byHand
						? `${byHand === 'keep' ? 'kept' : 'dropped'} by hand`
						: refusal
							? `refused: ${refusal}`
							: scoresOf(top, threshold, width),
					scoreWidth,
				)}
			</Text>
		</Text>
	);
}

/** '0.71 harassment  0.30 hate': what rounds to nothing is left out. */
function scoresOf(top: Row['top'], threshold: number, width: number): string {
	if (top.length === 0) return 'no scores';
	const words = top
		.filter(({score}) => score >= 0.005)
		.map(
			({category, score}) =>
				`${scoreText(score, threshold)} ${width < 90 ? short[category] : category}`,
		);
	return words.join('  ') || '0.00';
}

/** A score with two decimals, or with as many as tell it from the threshold; four are kept. */
export function scoreText(score: number, threshold: number): string {
	const decimals = [2, 3].find(
		places => Number(score.toFixed(places)) !== threshold,
	);
	return score.toFixed(score === threshold ? 2 : (decimals ?? 4));
}

/** Two categories have to fit beside a text. */
const short: Record<Category, string> = {
	harassment: 'harass',
	'harassment/threatening': 'threat',
	hate: 'hate',
	'hate/threatening': 'hate/thr',
	illicit: 'illicit',
	'illicit/violent': 'ill/viol',
	'self-harm': 'self-harm',
	'self-harm/intent': 's-h/int',
	'self-harm/instructions': 's-h/how',
	sexual: 'sexual',
	'sexual/minors': 'minors',
	violence: 'violence',
	'violence/graphic': 'graphic',
};

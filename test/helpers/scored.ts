import {
	type Columns,
	enterScores,
	makeColumns,
} from '../../source/moderation/selection/columns.ts';
import {
	defaultSettings,
	type SelectionSettings,
} from '../../source/moderation/selection/settings.ts';
import {type Table, tableOf} from '../../source/moderation/selection/table.ts';
import type {Scores} from '../../source/moderation/types.ts';

/** The columns of texts (with their number of messages) and scores at once. */
export function columnsOf(
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
): Columns {
	const columns = makeColumns(texts);
	enterScores(columns, scores);
	return columns;
}

/** The table of these, with the usual settings but for those given. */
export const buildTable = (
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
	options: Partial<SelectionSettings> = {},
): Table => tableOf(columnsOf(texts, scores), {...defaultSettings, ...options});

import path from 'node:path';
import {type BlindResults, openBlindResults} from './blind.ts';
import {type ExcludeList, openExcluded} from './excluded.ts';
import {findHome, type Home} from './home.ts';
import {openPicks, type Picks} from './picks.ts';
import {openRecords, type Records} from './records.ts';
import {openSessions, type Sessions} from './sessions.ts';
import type {Job, Twin} from './types.ts';

/** Everything that outlives a run, settings aside (`settings.ts`). */
export type Store = {
	home: Home;
	twins: Records<Twin>;
	jobs: Records<Job>;
	sessions: Sessions;
	blind: BlindResults;
	/** Which replies were picked in comparisons. */
	picks: Picks;
	/** What the next data set leaves out. */
	excluded: ExcludeList;
};

export function openStore(home: Home = findHome()): Store {
	return {
		home,
		twins: openRecords<Twin>(path.join(home.data, 'twins'), {
			defaults: {past: null, retrieval: true, style: null},
			shape: twinShape,
		}),
		jobs: openRecords<Job>(path.join(home.data, 'jobs'), {shape: jobShape}),
		sessions: openSessions(home),
		blind: openBlindResults(home),
		picks: openPicks(home),
		excluded: openExcluded(home),
	};
}

const common = {
	name: 'string',
	provider: 'string',
	model: 'string',
	systemPrompt: 'string',
	dataset: {chats: 'array', examples: 'number'},
	me: 'array',
} as const;

const twinShape = {
	...common,
	sampling: {temperature: 'number', topP: 'number'},
} as const;

const jobShape = {
	...common,
	hyperparameters: {},
	trainingFile: 'string',
	uploaded: {},
	phase: 'string',
} as const;

import {log as writeToLog} from '../../store/log.ts';
import type {Halt} from './halt.ts';
import type {JobLog} from './log.ts';
import {claim, type Ownership} from './owner.ts';
import {isEnd, type KeptJob, stageOf} from './record.ts';
import {type Run, runJob} from './run.ts';

/** Trains the jobs of this program, one at a time, and only those that no other program trains. */
export type Trainer = {
	begin(kept: KeptJob): void;
	/** Ends what this program does for a job; nothing where it does nothing. */
	stop(id: string): Promise<void>;
	/** When a job will be done, in Unix seconds; null where nobody knows. */
	estimatedFinish(id: string): number | null;
	/** Stops everything; the jobs go on in the next program that asks for them. */
	close(): Promise<void>;
};

type Active = {
	controller: AbortController;
	done: Promise<void>;
	estimatedFinish: number | null;
};

/** Often enough that a cancelled job stops at once and a watcher sees steps; rarely enough that the disk does not notice. */
const beatMs = 500;

export function openTrainer(
	tools: Pick<Run, 'files' | 'models' | 'train'>,
	folderOf: (id: string) => string,
	logOf: (id: string) => JobLog,
	haltOf: (id: string) => Halt,
): Trainer {
	const active = new Map<string, Active>();
	const inTurn = openQueue();
	let closed = false;

	const own = async (kept: KeptJob, state: Active) => {
		const {controller} = state;
		const {signal} = controller;
		const log = logOf(kept.id);
		const halt = haltOf(kept.id);
		const ownership = await claim(folderOf(kept.id));
		if (!ownership) return;
		const timer = setInterval(() => {
			void beat({ownership, log, halt, kept, controller});
		}, beatMs);
		timer.unref();
		const onStep = estimator(finish => {
			state.estimatedFinish = finish;
		});
		try {
			const stages = await log.stages();
			if (
				!signal.aborted &&
				!isEnd(stageOf(stages, kept)) &&
				!(await halt.isPaused())
			)
				await runJob({...tools, kept, log, halt, inTurn, onStep, signal});
		} finally {
			clearInterval(timer);
			await ownership.release();
		}
	};

	return {
		begin(kept) {
			if (closed || active.has(kept.id)) return;
			const state: Active = {
				controller: new AbortController(),
				done: Promise.resolve(),
				estimatedFinish: null,
			};
			active.set(kept.id, state);
			state.done = own(kept, state)
				.catch(error => writeToLog('A job could not be begun.', error))
				.finally(() => active.delete(kept.id));
		},
		async stop(id) {
			const state = active.get(id);
			state?.controller.abort();
			await state?.done;
		},
		estimatedFinish: id => active.get(id)?.estimatedFinish ?? null,
		async close() {
			closed = true;
			const states = [...active.values()];
			for (const {controller} of states) controller.abort();
			await Promise.all(states.map(({done}) => done));
		},
	};
}

/** Keeps the disk up to date while a job trains, and stops where it has no right to go on. */
async function beat({
	ownership,
	log,
	halt,
	kept,
	controller,
}: {
	ownership: Ownership;
	log: JobLog;
	halt: Halt;
	kept: KeptJob;
	controller: AbortController;
}): Promise<void> {
	try {
		await log.flush();
		const ended =
			isEnd(stageOf(await log.stages(), kept)) || (await halt.isPaused());
		if (ended || !(await ownership.keep())) controller.abort();
	} catch (error) {
		controller.abort(error);
	}
}

/** One training at a time; whoever is aborted while it waits leaves the queue. */
function openQueue(): Run['inTurn'] {
	let last: Promise<unknown> = Promise.resolve();
	return (work, signal) => {
		const left = new Promise<void>(resolve => {
			if (signal.aborted) resolve();
			else signal.addEventListener('abort', () => resolve(), {once: true});
		});
		const turn = Promise.race([last, left]).then(() => {
			signal.throwIfAborted();
			return work();
		});
		last = Promise.allSettled([last, turn]);
		return turn;
	};
}

/** Tells by the steps so far when the last one will be done, in Unix seconds. */
function estimator(tell: (finish: number) => void): Run['onStep'] {
	let first: {step: number; at: number} | undefined;
	return (step, totalSteps) => {
		const now = Date.now();
		first ??= {step, at: now};
		const perStep = (now - first.at) / Math.max(1, step - first.step);
		tell(Math.ceil((now + perStep * (totalSteps - step)) / 1000));
	};
}

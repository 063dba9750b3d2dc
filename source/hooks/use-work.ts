import {useEffect, useEffectEvent} from 'react';

/** Long work, loaded when it is first needed, that says what happens as actions until it is done or the signal ends it. */
export type Work<Action> = (
	signal: AbortSignal,
) => Promise<AsyncIterable<Action> | readonly Action[]>;

/**
Runs one piece of long work per key and dispatches what it yields; it is ended when the key changes or the app ends.
A key of null runs nothing. What the work throws is thrown into React: work turns expected failures into actions itself.
*/
export function useWork<Action>(
	key: string | null,
	work: Work<Action>,
	dispatch: (action: Action) => void,
	fail: (error: unknown) => void,
): void {
	const run = useEffectEvent(async (signal: AbortSignal) => {
		try {
			for await (const action of await work(signal)) {
				if (signal.aborted) return;
				dispatch(action);
			}
		} catch (error) {
			if (!signal.aborted) fail(error);
		}
	});
	useEffect(() => {
		if (key === null) return;
		const controller = new AbortController();
		void run(controller.signal);
		return () => controller.abort();
	}, [key]);
}

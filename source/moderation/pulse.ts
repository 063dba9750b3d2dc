import {lanesOf, type Scan} from './scan-state.ts';
import type {Pulse} from './types.ts';

/** How far a scan is, and how fast it goes. */
export function pulseOf(scan: Scan): Pulse {
	const {done, texts, tokens, jobs, pace, clock, since} = scan;
	const minutes = (clock.now() - since) / 60_000;
	return {
		done,
		texts,
		tokens,
		allTokens: jobs.tokens,
		perMinute: tokens > 0 && minutes > 0 ? tokens / minutes : null,
		permitted: pace.perMinute(),
		secondsLeft: secondsLeft(scan),
	};
}

/** From the limits that were told, or from the provider's answering time where that is longer; null before the first answer. */
function secondsLeft(scan: Scan): number | null {
	const {jobs, tokens, asked, pace, clock, held, since} = scan;
	const left = jobs.tokens - tokens;
	if (left <= 0) return 0;
	if (tokens === 0) return null;
	const now = clock.now();
	// What is refused is asked for several times: so it will be with the rest.
	const share = left / tokens;
	const requests = Math.max(1, asked.requests * share);
	const limited = pace.secondsFor(asked.tokens * share, requests, now);
	if (limited === null) return ((now - since) / 1000) * share;
	const answering = (asked.milliseconds * share) / lanesOf(scan) / 1000;
	const waiting = Math.max(0, (held?.until ?? 0) - now) / 1000;
	return Math.max(limited, answering) + waiting;
}

import type {Services} from '../services.ts';
import {
	type BlindAction,
	type Candidate,
	wantedMoment,
} from '../state/blind.ts';
import {baseModelOf} from '../state/chat-compare.ts';
import type {ChatStep} from '../state/chat-step.ts';
import type {State} from '../state.ts';
import {log} from '../store/log.ts';
import type {Twin} from '../store/types.ts';
import {type Moment, momentsOf, shuffled} from '../twin/blind/moments.ts';
import {speaking} from '../twin/speaking.ts';

/** The held-out moments of a twin in an order of chance, and the tests that were taken before. */
export async function* gathering(
	{past, store}: Services,
	{chat}: State,
): AsyncGenerator<BlindAction> {
	if (!chat) return;
	const found = await past(chat.twin).catch(() => null);
	const earlier = await store.blind.of(chat.twin.id).catch(error => {
		log('earlier blind tests cannot be read', error);
		return [];
	});
	yield {
		type: 'blind/moments',
		moments: shuffled(momentsOf(found?.exchanges ?? []), Math.random),
		earlier,
	};
}

/** What the twin says to the next moment, beside what its owner said. */
export async function* blinding(
	services: Services,
	{chat}: State,
	signal: AbortSignal,
): AsyncGenerator<BlindAction> {
	const {blind} = chat ?? {};
	const at = blind ? wantedMoment(blind) : null;
	const moment = at === null ? undefined : blind?.moments?.[at];
	if (!chat || !blind || at === null || !moment) return;
	const {twin} = chat;
	const base = baseModelOf(twin);
	const voices: [Candidate['who'], Twin][] = [
		['twin', twin],
		...(blind.withBase && base !== null
			? [['base', {...twin, model: base, retrieval: false}] as const]
			: []),
	].map(([who, voice]) => [who as Candidate['who'], voice as Twin]);
	try {
		const candidates: Candidate[] = [{who: 'owner', text: moment.real}];
		for (const [who, voice] of voices)
			candidates.push({
				who,
				text: await replyTo(services, chat, {voice, moment}, signal),
			});
		if (signal.aborted) return;
		const texts = new Set(candidates.map(({text}) => text.trim()));
		const isTelling = texts.size === candidates.length && !texts.has('');
		yield {
			type: 'blind/replies',
			at,
			replies: isTelling ? shuffled(candidates, Math.random) : null,
		};
	} catch (error) {
		yield {type: 'blind/failed', reason: (error as Error).message};
	}
}

async function replyTo(
	services: Services,
	{sampling, systemPrompt, recall, portrait}: ChatStep,
	{voice, moment}: {voice: Twin; moment: Moment},
	signal: AbortSignal,
): Promise<string> {
	const speaker = {
		twin: voice,
		history: moment.context,
		partner: moment.partner,
		sampling,
		systemPrompt,
		recall,
		longest: portrait?.longest,
	};
	let text = '';
	for await (const event of speaking(services, speaker, signal))
		if (event.type === 'done') text = event.text;
	return text;
}

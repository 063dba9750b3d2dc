import type {Watch} from './anonymize.ts';
import type {Hit, HitKind} from './hits.ts';
import {sampleOf} from './sample.ts';
import {type Suspect, suspectCounter} from './suspects.ts';

/** What anonymisation replaced, and what still looks like a name. It quotes the texts, so it stays on this machine. */
export type AnonymizationReport = {
	/** Most first. */
	kinds: {kind: HitKind; count: number; samples: string[]}[];
	/** What stands for somebody, and as what they were found; most first. */
	names: {
		label: string;
		count: number;
		written: [form: string, count: number][];
		sample: string;
	}[];
	/** Names that are words and were left where they stand alone; how often that is with a capital (0: in small letters only), most first. */
	undecided: {name: string; count: number; sample: string}[];
	/** What still looks like a name, most first. */
	suspects: Suspect[];
};

export type Audit = {
	watch: Watch;
	report(undecided: readonly string[]): AnonymizationReport;
};

const mostSamples = 3;

/** Collects what `makeAnonymizer` finds. */
export function makeAudit(): Audit {
	const kinds = new Map<HitKind, {count: number; samples: string[]}>();
	const names = new Map<
		string,
		{count: number; written: Map<string, number>; sample: string}
	>();
	const suspects = suspectCounter();
	const add = (text: string, hit: Hit) => {
		const kind = kinds.get(hit.kind) ?? {count: 0, samples: []};
		kinds.set(hit.kind, kind);
		kind.count++;
		if (kind.samples.length < mostSamples)
			kind.samples.push(sampleOf(text, hit));
		if (hit.kind !== 'name') return;
		const label = hit.label.replace('@', '');
		const name = names.get(label) ?? {
			count: 0,
			written: new Map<string, number>(),
			sample: sampleOf(text, hit),
		};
		names.set(label, name);
		name.count++;
		const form = text.slice(hit.start, hit.end);
		name.written.set(form, (name.written.get(form) ?? 0) + 1);
	};
	return {
		watch(text, hits) {
			for (const hit of hits) add(text, hit);
			suspects.add(text, hits);
		},
		report: undecided => ({
			kinds: [...kinds]
				.map(([kind, found]) => ({kind, ...found}))
				.sort(byCount),
			names: [...names]
				.map(([label, {count, written, sample}]) => ({
					label,
					count,
					written: [...written].sort(([, a], [, b]) => b - a),
					sample,
				}))
				.sort(byCount),
			undecided: undecided
				.map(name => ({name, ...suspects.capital(name)}))
				.sort(byCount),
			suspects: suspects.list(undecided),
		}),
	};
}

const byCount = (one: {count: number}, other: {count: number}): number =>
	other.count - one.count;

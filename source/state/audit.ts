import type {AnonymizationReport} from '../dataset/anonymize/audit.ts';
import type {Decisions} from '../dataset/anonymize/decisions.ts';
import {type Move, moveCursor} from './list.ts';

/** What the audit has lists of, in the order of its tabs. */
export const sections = [
	'words',
	'maybe',
	'decided',
	'people',
	'kinds',
] as const;
export type Section = (typeof sections)[number];

/** What is replaced in what leaves the machine, looked through; names that could be somebody's are decided about. */
export type AuditStep = {
	/** Null until the texts were looked through once. */
	report: AnonymizationReport | null;
	section: Section;
	cursor: number;
	/** Counts what was decided, and says what was looked through last: the counts are up to date where they are the same. */
	asked: number;
	answered: number;
};

export type AuditAction =
	| {type: 'audit/answered'; asked: number; report: AnonymizationReport}
	| {type: 'audit/section'; by: 1 | -1}
	| {type: 'audit/move'; move: Move}
	| {type: 'audit/decide'; as: Decision};

/** Replace a name everywhere, leave it where it stands alone, or decide nothing. */
export type Decision = 'replace' | 'leave' | 'undecided';

/** A line of the audit. */
export type AuditRow = {
	/** What it is about: a name, who stands for one, or a kind. */
	title: string;
	/** How often it is there, or was replaced; null where nobody has counted. */
	count: number | null;
	/** More about it, in a few words. */
	note: string;
	/** Where it stands: texts of the owner's chats. */
	samples: readonly string[];
	/** The name that can be decided about; null where nothing is to be decided. */
	name: string | null;
};

export const startAudit: AuditStep = {
	report: null,
	section: 'words',
	cursor: 0,
	asked: 1,
	answered: 0,
};

export function reduceAudit(
	step: AuditStep,
	action: Exclude<AuditAction, {type: 'audit/decide'}>,
	names: Decisions,
): AuditStep {
	switch (action.type) {
		case 'audit/answered':
			return action.asked === step.asked
				? clamp({...step, report: action.report, answered: action.asked}, names)
				: step;
		case 'audit/section': {
			const at = sections.indexOf(step.section) + action.by;
			const section = sections.at(at % sections.length) ?? 'words';
			return {...step, section, cursor: 0};
		}
		case 'audit/move': {
			const {length} = rowsOf(step, names);
			return {...step, cursor: moveCursor(step.cursor, action.move, length)};
		}
	}
}

/** The name under the cursor is decided about; the cursor stays where the next one comes up. */
export function decide(
	step: AuditStep,
	as: Decision,
	names: Decisions,
): {step: AuditStep; names: Decisions} {
	const name = rowsOf(step, names)[step.cursor]?.name;
	if (!name) return {step, names};
	const without = (list: readonly string[]) =>
		list.filter(other => !isSame(other, name));
	const {replaceNames, keepNames} = names;
	const decided = {
		replaceNames: [
			...without(replaceNames),
			...(as === 'replace' ? [name] : []),
		],
		keepNames: [...without(keepNames), ...(as === 'leave' ? [name] : [])],
	};
	const asked = {...step, asked: step.asked + 1};
	return {step: clamp(asked, decided), names: decided};
}

function clamp(step: AuditStep, names: Decisions): AuditStep {
	const {length} = rowsOf(step, names);
	return {...step, cursor: moveCursor(step.cursor, 0, length)};
}

const isSame = (one: string, other: string): boolean =>
	one.toLowerCase() === other.toLowerCase();

/** How many lines a section has. */
export const countOf = (
	step: AuditStep,
	section: Section,
	names: Decisions,
): number => rowsOf({...step, section}, names).length;

/** The lines of the section on the screen: what is decided leaves its list at once. */
export function rowsOf(
	{report, section}: Pick<AuditStep, 'report' | 'section'>,
	names: Decisions,
): AuditRow[] {
	if (section === 'decided') return decidedRows(names, report);
	if (!report) return [];
	const isOpen = ({name}: {name: string}) =>
		![...names.replaceNames, ...names.keepNames].some(other =>
			isSame(other, name),
		);
	switch (section) {
		case 'words':
			return report.undecided.filter(isOpen).map(({name, count, sample}) => ({
				title: name,
				count,
				note:
					count > 0
						? 'a participant’s, and a word'
						: 'a participant’s, here in small letters only',
				samples: sample ? [sample] : [],
				name,
			}));
		case 'maybe':
			return report.suspects
				.filter(isOpen)
				.map(({name, count, isMention, sample}) => ({
					title: name,
					count,
					note: isMention ? 'was mentioned with @' : '',
					samples: [sample],
					name,
				}));
		case 'people':
			return report.names.map(({label, count, written, sample}) => ({
				title: label,
				count,
				note: written
					.slice(0, 6)
					.map(([form, times]) => `${form} ${times}×`)
					.join(', '),
				samples: [sample],
				name: null,
			}));
		case 'kinds':
			return report.kinds.map(({kind, count, samples}) => ({
				title: kind,
				count,
				note: '',
				samples,
				name: null,
			}));
	}
}

function decidedRows(
	{replaceNames, keepNames}: Decisions,
	report: AnonymizationReport | null,
): AuditRow[] {
	const replaced = replaceNames.map(name => {
		const found = report?.names.flatMap(({written, sample}) => {
			const times = written
				.filter(([form]) => isSame(form, name))
				.reduce((sum, [, count]) => sum + count, 0);
			return times > 0 ? [{times, sample}] : [];
		});
		return {
			title: name,
			count: found?.reduce((sum, {times}) => sum + times, 0) ?? null,
			note: 'is replaced',
			samples: found?.slice(0, 1).map(({sample}) => sample) ?? [],
			name,
		};
	});
	const kept = keepNames.map(name => ({
		title: name,
		count: null,
		note: 'is left where it stands alone',
		samples: [],
		name,
	}));
	return [...replaced, ...kept];
}

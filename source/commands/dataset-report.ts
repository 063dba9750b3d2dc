import type {AnonymizationReport} from '../dataset/anonymize/audit.ts';
import {writeFile} from '../store/files.ts';
import type {DatasetCommandOptions} from './dataset-options.ts';
import {reasonOf} from './dataset-output.ts';
import type {Io} from './io.ts';
import {safeText} from './safe-text.ts';

/** Most lines of a list for people; `--json` has all. */
const most = 30;

/**
Names the names that the owner is asked about, and gives the report where it is wanted.
@throws Error with a sentence where the file cannot be written
*/
export async function tellOfNames(
	undecided: readonly string[],
	report: AnonymizationReport | null,
	{report: isShown, reportFile, json, out}: DatasetCommandOptions,
	io: Io,
): Promise<void> {
	if (report && reportFile !== null)
		try {
			await writeFile(reportFile, describeReport(report));
		} catch (error) {
			const reason = reasonOf(error).replace('--out', '--report-file');
			throw new Error(`${reportFile} cannot be written: ${reason}`);
		}
	// A reader of JSON on stderr finds both in there.
	if (json && out === null) return;
	if (undecided.length > 0)
		io.stderr.write(
			`Names that are also words were left where they stand alone: ${safeText(undecided.join(', '))}. Decide with --replace-name NAME or --keep-name NAME.\n`,
		);
	if (report && isShown && !json) io.stderr.write(describeReport(report));
}

/** `dataset --report` for people. Every line is of the owner's own chats: it is shown and kept on this machine only. */
function describeReport(report: AnonymizationReport): string {
	const {kinds, names, undecided, suspects} = report;
	const lines = [
		'Anonymisation (this report quotes your chats: keep it on this machine)',
		'',
		kinds.length > 0 ? 'Replaced, by kind' : 'Nothing was replaced.',
		...kinds.flatMap(({kind, count, samples}) => [
			row(count, kind),
			...samples.map(sample => `          ${sample}`),
		]),
	];
	if (names.length > 0)
		lines.push('', 'Replaced names, by what stands for them');
	for (const {label, count, written, sample} of names.slice(0, most)) {
		const forms = written
			.slice(0, 6)
			.map(([form, times]) => `${form} ${times}×`)
			.join(', ');
		lines.push(row(count, `${label}: ${forms}`), `          ${sample}`);
	}
	lines.push(...more(names.length));
	if (undecided.length > 0)
		lines.push(
			'',
			'Names that are also words, left as they are (decide with --replace-name NAME or --keep-name NAME)',
			...undecided
				.slice(0, most)
				.map(({name, count, sample}) =>
					row(
						count,
						`${name}, ${count > 0 ? 'with a capital' : 'in small letters only'}${sample && `: ${sample}`}`,
					),
				),
			...more(undecided.length),
		);
	if (suspects.length > 0)
		lines.push(
			'',
			'What still looks like a name (--replace-name NAME replaces it)',
			...suspects
				.slice(0, most)
				.map(({name, count, isMention, sample}) =>
					row(
						count,
						`${name}${isMention ? ' (was mentioned with @)' : ''}: ${sample}`,
					),
				),
			...more(suspects.length),
		);
	return `${safeText(lines.join('\n'))}\n`;
}

const row = (count: number, text: string): string =>
	`${String(count).padStart(7)}× ${text}`;

const more = (count: number): string[] =>
	count > most ? [`         and ${count - most} more`] : [];

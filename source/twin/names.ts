import type {Twin} from '../store/types.ts';

/** Who stands behind the labels of a twin's data set, as its owner wants to see them: 'Person2' is Ada. */
export type Names = NonNullable<Twin['names']>;

/** A text for the owner's eyes: names in the place of labels. */
export const withNames = (text: string, names: Names): string =>
	text.replaceAll(/\bPerson\d+\b/g, label => names[label] ?? label);

/**
A text for the twin, which knows labels only, so that no name leaves the machine that did not leave it in training.
First names count too, but only as they are written: 'will' is a word.
*/
export function withLabels(text: string, names: Names): string {
	const forms = Object.entries(names).flatMap(([label, name]) => {
		const [first = '', ...rest] = name.trim().split(/\s+/);
		return rest.length > 0
			? [
					{label, form: name.trim(), flags: 'giu'},
					{label, form: first, flags: 'gu'},
				]
			: [{label, form: first, flags: 'gu'}];
	});
	return (
		forms
			.filter(({form}) => form.length > 1)
			// The longest first: 'Ada Lang' is not 'Ada' and a surname.
			.sort((one, other) => other.form.length - one.form.length)
			.reduce(
				(changed, {label, form, flags}) =>
					changed.replaceAll(asWord(form, flags), label),
				text,
			)
	);
}

const asWord = (form: string, flags: string): RegExp =>
	new RegExp(
		`(?<![\\p{L}\\p{N}])${form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
		flags,
	);

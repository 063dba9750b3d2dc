import type {Chat, DateOrder} from './message.ts';

/** What one export tells about the phone that wrote it. */
export type DateEvidence = Pick<Chat, 'dateOrder' | 'platform'> & {
	/** How its headers are written, its digits as 0: '[0/0/00, 0:00:00 PM]'. */
	form?: string;
};

/** The same, and whether something in the export proves its order. */
export type SharedEvidence = DateEvidence & Pick<Chat, 'dateOrderCertain'>;

/**
 * The order of day and month for an export in which nothing decides: that of all certain ones of the run which the same
 * kind of phone wrote and whose headers look alike (reference, section 1.3: other files of the same batch are evidence);
 * null where they disagree or there are none.
 */
export function dateOrderHint(
	uncertain: DateEvidence,
	others: readonly SharedEvidence[],
): DateOrder | null {
	let hint: DateOrder | null = null;
	for (const {dateOrder, dateOrderCertain, platform, form} of others) {
		// A year in front says nothing about day and month elsewhere.
		if (!dateOrderCertain || dateOrder === 'ymd') continue;
		if (platform !== uncertain.platform) continue;
		if (look(form) !== look(uncertain.form)) continue;
		if (hint !== null && hint !== dateOrder) return null;
		hint = dateOrder;
	}
	return hint;
}

/** A form without the number of its digits, which differs within one file ('0/0/00' and '00/0/00') and between days. */
function look(form = ''): string {
	return form.replace(/0+/g, '0').replace(/[AaPp]\.?\s?[Mm]\.?/g, 'm');
}

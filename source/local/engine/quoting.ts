/**
By so much the best real reply is usually judged better than the best drawn one, and so far that spreads: measured on
held-out moments of the demo and two public sets, where the difference is distributed like a logistic one.
*/
const usualLead = 0.4;
const spread = 0.4;

/**
How likely a real reply is said again: the more the higher the dial is, and the better the real ones fit. Over many moments
the share of quotations is about what the dial says.
@param lead by how much the best real reply was judged better than the best drawn one; Infinity where none was drawn, -Infinity where there is no real one
@param recall 0 never … 1 always, as long as there is something to say
*/
export function chanceOfQuoting(lead: number, recall: number): number {
	if (Number.isNaN(lead) || lead === Number.NEGATIVE_INFINITY) return 0;
	if (recall === 1 || lead === Number.POSITIVE_INFINITY) return 1;
	if (recall === 0) return 0;
	const odds = (recall / (1 - recall)) * Math.exp((lead - usualLead) / spread);
	return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

import type {JobEvent, Metrics} from './log.ts';

/** The result file of a job: a CSV of its steps with OpenAI's columns (openai-api.md, 2.4). */
export function toResults(events: readonly JobEvent[]): string {
	const rows = events
		.filter(({type}) => type === 'metrics')
		.map(({data}) => {
			const metrics = data as Metrics;
			return [
				metrics.step,
				metrics.train_loss,
				metrics.train_mean_token_accuracy,
				metrics.valid_loss ?? '',
				metrics.valid_mean_token_accuracy ?? '',
			].join(',');
		});
	return [
		'step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy',
		...rows,
		'',
	].join('\n');
}

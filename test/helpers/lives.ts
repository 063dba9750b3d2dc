import type {OpenAI} from 'openai';

export type RemoteJob = OpenAI.FineTuning.FineTuningJob;
export type RemoteEvent = OpenAI.FineTuning.FineTuningJobEvent;
export type Checkpoint = OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint;

/** What a job is seen as at one look: each retrieval moves on by one, the last one stays. */
export type Moment = {
	/** Statuses that the specification does not know are sent by real providers too. */
	status: RemoteJob['status'] | 'paused' | 'preparing';
	events?: Partial<RemoteEvent>[];
	checkpoints?: Partial<Checkpoint>[];
	/** Real jobs without an error say `{}`. */
	error?: {code?: string; message?: string; param?: string | null} | null;
};

export type Life = Moment[];

const losses = [2.5, 1.5, 1.25, 1.125];
const total = losses.length;

const text = (step: number, loss: number) =>
	`Step ${step}/${total}: training loss=${loss}, validation loss=${loss + 0.5}`;

/** How each kind of provider tells its numbers. */
const tellers: Record<
	'data' | 'text' | 'checkpoints',
	(step: number, loss: number) => Partial<Moment>
> = {
	data: (step, loss) => ({
		events: [
			{
				type: 'metrics',
				message: `Step ${step}/${total}`,
				data: {
					step,
					total_steps: total,
					train_loss: loss,
					valid_loss: loss + 0.5,
					train_mean_token_accuracy: 0.5,
				},
			},
		],
	}),
	// Real messages come with `data: null`.
	text: (step, loss) => ({
		events: [{type: 'message', message: text(step, loss), data: null}],
	}),
	checkpoints: (step, loss) => ({
		events: [{message: `Checkpoint ${step} saved`, data: null}],
		checkpoints: [
			{
				step_number: step,
				metrics: {step, train_loss: loss, valid_loss: loss + 0.5},
			},
		],
	}),
};

/** The ordinary life of a job. */
export const life = (numbers: keyof typeof tellers = 'data'): Life => [
	{status: 'validating_files', events: [{message: 'Created fine-tuning job'}]},
	{status: 'queued', events: [{message: 'Files validated'}]},
	...losses.map((loss, index) => ({
		status: 'running' as const,
		...tellers[numbers](index + 1, loss),
	})),
	{
		status: 'succeeded',
		events: [{message: 'The job has successfully completed', data: null}],
	},
];

/** Wording of the real refusal (reference: openai-api.md, section 2.5). */
export const unsafeData =
	"The job failed due to an invalid training file. This training file was blocked because too many examples were flagged by our moderation API for containing content that violates OpenAI's usage policies in the following categories: hate, violence. Use the free OpenAI Moderation API to identify these examples and remove them from your training data.";

export const failingLife = (message: string, code: string): Life => [
	{status: 'validating_files'},
	{status: 'failed', error: {code, message, param: 'training_file'}},
];

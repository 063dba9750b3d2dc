import type {Stage, TrainingEvent} from '../training/events.ts';
import type {Io} from './io.ts';

const stageWords: Record<Stage, string> = {
	upload: 'Uploading the data set…',
	validate: 'The data set is being checked…',
	queue: 'Waiting for the training to start…',
	train: 'Training…',
	finish: 'Trained.',
};

const clearLine = '\r\u001B[K';

/** Readable progress on stderr, and only where somebody watches it. The line of the current step is written over. */
export function trainReport({stderr}: Io): (event: TrainingEvent) => void {
	if (!stderr.isTTY) return () => {};
	let isOpen = false;
	const line = (text: string) => {
		stderr.write(`${isOpen ? clearLine : ''}${plain(text)}\n`);
		isOpen = false;
	};
	const overwrite = (text: string) => {
		stderr.write(`${isOpen ? clearLine : ''}${plain(text)}`);
		isOpen = true;
	};
	return event => {
		if (event.type === 'stage') line(stageWords[event.stage]);
		if (event.type === 'message') line(`  ${event.text}`);
		if (event.type === 'metrics') overwrite(`  ${describeStep(event)}`);
		if (event.type === 'sent')
			(event.share < 1 ? overwrite : line)(
				`  ${event.file} data: ${Math.round(event.share * 100)} %`,
			);
		if (event.type === 'checkpoint')
			line(`  Checkpoint at step ${event.step}: ${event.model}`);
		if (event.type === 'paused') line(event.paused ? 'Paused.' : 'Goes on.');
		if (event.type === 'reconnecting') overwrite(`  ${event.reason}`);
		if (isOpen && ['twin', 'failed', 'cancelled'].includes(event.type))
			line('');
	};
}

function describeStep({
	step,
	totalSteps,
	trainLoss,
	validLoss,
}: Extract<TrainingEvent, {type: 'metrics'}>): string {
	const of = totalSteps === null ? '' : `/${totalSteps}`;
	const train = trainLoss === null ? '' : `, loss ${trainLoss.toFixed(2)}`;
	const valid =
		validLoss === null ? '' : `, held-out loss ${validLoss.toFixed(2)}`;
	return `Step ${step}${of}${train}${valid}`;
}

/** A provider's words must not steer the terminal. */
const plain = (text: string): string =>
	text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, ' ');

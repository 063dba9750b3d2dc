import path from 'node:path';
import {
	readBytesIfThere,
	readIfThere,
	removeFile,
	type Write,
} from '../../store/files.ts';

/** What a job leaves between two programs, or two turns of one: that it is paused, and how far its network came. */
export type Halt = {
	isPaused(): Promise<boolean>;
	pause(): Promise<void>;
	resume(): Promise<void>;
	readSaved(): Promise<Uint8Array<ArrayBuffer> | null>;
	/** Null forgets it. */
	save(state: Uint8Array | null): Promise<void>;
};

export function openHalt(folder: string, write: Write): Halt {
	const paused = path.join(folder, 'paused');
	const saved = path.join(folder, 'network');
	return {
		isPaused: async () => (await readIfThere(paused)) !== null,
		pause: () => write(paused, ''),
		resume: () => removeFile(paused),
		readSaved: () => readBytesIfThere(saved),
		save: state => (state ? write(saved, state) : removeFile(saved)),
	};
}

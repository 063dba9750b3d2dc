import {spawnSync} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {onTestFinished, type TestContext} from 'vitest';
import {temporaryFolder} from './program.ts';

/** A disk of its own for a case. */
export type Disk = {
	folder: string;
	/** Takes all that is free. */
	fill(): Promise<void>;
	/** Gives it more room, or takes the right to write. */
	change(options: string): void;
};

/** Mounts a small disk; the case is skipped, and the table says why, where that may not be done. */
export async function mountDisk(
	size: string,
	context: TestContext,
): Promise<Disk> {
	const folder = path.join(await temporaryFolder(), 'disk');
	await mkdir(folder);
	const mount = (options: string) =>
		spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
			.status === 0;
	if (!mount(`size=${size}`))
		context.skip('it takes Linux and the right to mount a small disk');
	onTestFinished(() => void spawnSync('umount', ['-l', folder]));
	return {
		folder,
		async fill() {
			// The last block is not taken by one large write.
			for (const part of [1 << 20, 1 << 12, 1])
				for (let count = 0; count < 4096; count++) {
					const file = path.join(folder, `filler-${part}-${count}`);
					const isFull = await writeFile(file, Buffer.alloc(part)).then(
						() => false,
						() => true,
					);
					if (isFull) break;
				}
		},
		change(options) {
			if (!mount(`remount,${options}`))
				throw new Error(`The disk cannot be changed: ${options}`);
		},
	};
}

import {rmSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import {onTestFinished} from 'vitest';

/** Cases of each property: as many as `npm test` has time for, or what the nightly run asks for. */
export const runs = Number(process.env.FUZZ_RUNS ?? 2000);

export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-fuzz-'));
	onTestFinished(() =>
		rm(folder, {recursive: true, force: true, maxRetries: 5}),
	);
	return folder;
}

/** Puts a file there; a new one, since some file systems flush one that is cut to nothing first. */
export function put(file: string, content: string | Uint8Array): void {
	rmSync(file, {force: true});
	writeFileSync(file, content);
}

/** A text with something cut out, put in or said twice, as a damaged file has it. */
export const damaged = (whole: string): fc.Arbitrary<string> =>
	fc
		.tuple(
			fc.nat(whole.length),
			fc.nat(whole.length),
			fc.oneof(
				fc.constant(''),
				fc.string({maxLength: 8}),
				fc.string({unit: 'binary', maxLength: 4}),
				fc.constantFrom('null', '{}', '[]', '-1', '1e999', '"', '\n', '\0'),
			),
			fc.boolean(),
		)
		.map(([one, other, put, keeps]) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)];
			return whole.slice(0, from) + put + whole.slice(keeps ? from : to);
		});

/** JSON values, some of them with names that the program looks for. */
export const valuesNamed = (names: readonly string[]): fc.Arbitrary<unknown> =>
	fc.letrec<{value: unknown}>(tie => ({
		value: fc.oneof(
			{depthSize: 'small', withCrossShrink: true},
			fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, '', 'x', '\u0000'),
			fc.string({maxLength: 10}),
			fc.constantFrom(...names),
			fc.array(tie('value'), {maxLength: 4}),
			fc.dictionary(
				fc.oneof(fc.constantFrom(...names), fc.string({maxLength: 5})),
				tie('value'),
				{maxKeys: 5},
			),
		),
	})).value;

import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';
import {rolldown} from 'rolldown';
import {createRollupLicensePlugin} from 'rollup-license-plugin';
import {quickerInk} from './patches/quicker-ink.js';

/** Licences that let their code be bundled; any other one fails the build. */
const acceptable = new Set([
	'MIT',
	'ISC',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
	'Apache-2.0',
	'CC-BY-4.0',
]);

/**
@param {{name: string; version: string; license: string; licenseText: string | null}[]} packages the text is null where a package ships none
*/
const noticesOf = packages =>
	packages
		.map(
			({name, version, license, licenseText}) =>
				`${name} ${version} (${license})\n\n${licenseText?.trim() ?? 'The package names this licence and ships no text of it.'}\n`,
		)
		.join(`\n${'-'.repeat(80)}\n\n`);

/** What is written in AssemblyScript, each a file of dist/; none of it uses AssemblyScript's own library, so none of that is bundled. */
const kernels = {
	'lines.wasm': 'source/chats/assembly/lines.ts',
	'network.wasm': 'source/local/network/assembly/kernels.ts',
};

/**
AssemblyScript to WebAssembly.
@param {string} source
@throws Error with the compiler's words
*/
async function compile(source) {
	const {dir, base: entry} = path.parse(source);
	const folder = path.join(import.meta.dirname, dir);
	/** @type {Uint8Array | undefined} */
	let bytes;
	const {error, stderr} = await asc.main(
		[entry, '--outFile=kernel.wasm', '--enable=simd', ...optimised],
		{
			readFile: name => {
				const file = path.join(folder, name);
				return existsSync(file) ? readFileSync(file, 'utf8') : null;
			},
			writeFile: (_name, content) => {
				if (typeof content !== 'string') bytes = content;
			},
		},
	);
	if (error || !bytes) throw new Error(stderr.toString());
	return bytes;
}

const optimised = ['--runtime=stub', '--noAssert', '-O3'];

/** @satisfies {import('rolldown').RolldownOptions} */
export const config = {
	cwd: import.meta.dirname,
	// The command line and each worker thread are entries; everything else is split from them and loaded when needed.
	input: {
		cli: 'source/cli.ts',
		'training-worker': 'source/local/training-worker.ts',
		'voice-worker': 'source/local/voice-worker.ts',
		'read-worker': 'source/chats/files/read-worker.ts',
		'outline-worker': 'source/work/outline-worker.ts',
		'count-worker': 'source/dataset/count/count-worker.ts',
	},
	platform: 'node',
	transform: {
		target: 'node20',
		define: {'process.env.NODE_ENV': '"production"'},
	},
	plugins: [
		{
			// Ink only reaches for its devtools when DEV=true, which we do not ship.
			name: 'no-devtools',
			resolveId: id => (id === 'react-devtools-core' ? '\0empty' : undefined),
			load: id => (id === '\0empty' ? 'export default {}' : undefined),
		},
		quickerInk,
		{
			name: 'kernels',
			async generateBundle() {
				for (const [fileName, file] of Object.entries(kernels)) {
					const source = await compile(file);
					this.emitFile({type: 'asset', fileName, source});
				}
			},
		},
		createRollupLicensePlugin({
			outputFilename: false,
			unacceptableLicenseTest: license => !acceptable.has(license),
			// The licences travel with what is bundled.
			additionalFiles: {'third-party-notices.txt': noticesOf},
		}),
	],
};

export const output = /** @type {const} */ ({
	dir: 'dist',
	format: 'esm',
	minify: true,
	cleanDir: true,
	entryFileNames: '[name].js',
	chunkFileNames: '[name]-[hash].js',
});

// The bundler's own command prints every chunk; a newcomer needs to see none of them.
if (path.resolve(process.argv[1] ?? '') === import.meta.filename)
	await (await rolldown(config)).write(output);

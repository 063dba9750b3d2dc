import {defineConfig} from 'rolldown';
import plugin from 'rollup-plugin-license';

// Its types describe a CommonJS module as seen from CommonJS.
const license = plugin as unknown as typeof plugin.default;

export default defineConfig({
	// The command line and each worker thread are entries; everything else is split from them and loaded when needed.
	input: {
		cli: 'source/cli.ts',
		'training-worker': 'source/local/training-worker.ts',
		'read-worker': 'source/chats/files/read-worker.ts',
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
		license({
			thirdParty: {
				output: 'dist/third-party-notices.txt',
				allow: {
					test: '(MIT OR ISC OR BSD-2-Clause OR BSD-3-Clause OR Apache-2.0 OR CC-BY-4.0 OR CC0-1.0 OR 0BSD)',
					failOnViolation: true,
				},
			},
		}),
	],
	output: {
		dir: 'dist',
		format: 'esm',
		minify: true,
		cleanDir: true,
		entryFileNames: '[name].js',
		chunkFileNames: '[name]-[hash].js',
	},
});

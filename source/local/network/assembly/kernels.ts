// AssemblyScript, compiled by build.js into dist/network.wasm: the arithmetic of the network, four numbers at a time.
// All arguments that name data are addresses in bytes; matrices lie row after row. What each does in plain
// JavaScript stands in test/local/network/plain.ts, which the tests hold this against.

export {adam, squares} from './adam';
export {dropMask, multiply} from './dropout';
export {gates, gatesBack} from './gates';
export {
	addDots,
	addProduct,
	addRows,
	matmul,
	repeatRow,
	transpose,
} from './matrix';
export {softmaxLoss} from './softmax';

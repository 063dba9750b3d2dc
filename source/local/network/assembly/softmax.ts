import {exponential} from './curves';
import {total} from './total';

/**
Softmax and cross-entropy of logits (rows × columns, a multiple of 4): returns the sum of the weighted losses in nats.
The logits are replaced by the loss by them. `targets` are columns (i32), `weights` one number a row.
*/
export function softmaxLoss(
	logits: usize,
	targets: usize,
	weights: usize,
	rows: i32,
	columns: i32,
): f64 {
	const length = (<usize>columns) << 2;
	let loss: f64 = 0;
	for (let row = 0; row < rows; row++) {
		const weight = load<f32>(weights + ((<usize>row) << 2));
		if (weight === 0) {
			memory.fill(logits, 0, length);
		} else {
			let highest = v128.load(logits);
			for (let at: usize = 16; at < length; at += 16) {
				highest = f32x4.max(highest, v128.load(logits + at));
			}
			const most = max(
				max(f32x4.extract_lane(highest, 0), f32x4.extract_lane(highest, 1)),
				max(f32x4.extract_lane(highest, 2), f32x4.extract_lane(highest, 3)),
			);
			const target =
				logits + ((<usize>load<i32>(targets + ((<usize>row) << 2))) << 2);
			const wanted = load<f32>(target);
			let sums = f32x4.splat(0);
			const shift = f32x4.splat(most);
			for (let at: usize = 0; at < length; at += 16) {
				const power = exponential(f32x4.sub(v128.load(logits + at), shift));
				sums = f32x4.add(sums, power);
				v128.store(logits + at, power);
			}
			const sum = total(sums);
			loss += <f64>weight * (log(sum) + <f64>(most - wanted));
			const scale = f32x4.splat(weight / sum);
			for (let at: usize = 0; at < length; at += 16) {
				v128.store(logits + at, f32x4.mul(v128.load(logits + at), scale));
			}
			store<f32>(target, load<f32>(target) - weight);
		}
		logits += length;
	}
	return loss;
}

// AssemblyScript, compiled by build.js into dist/network.wasm: the arithmetic of the network, four numbers at a time.
// All arguments that name data are addresses in bytes; matrices lie row after row. What each does in plain
// JavaScript stands in test/local/network/plain.ts, which the tests hold this against.

/** The natural logarithm, from outside: of the module that has this file's name. */
declare function log(x: f64): f64;

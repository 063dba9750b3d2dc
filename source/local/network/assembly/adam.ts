import {total} from './total';

/**
One step of Adam (Kingma and Ba 2015) with decoupled decay for `count` numbers (a multiple of 4); the gradient is
multiplied by `scale` first and is 0 afterwards. `rate` holds the correction of the first steps.
*/
export function adam(
	weights: usize,
	gradient: usize,
	first: usize,
	second: usize,
	count: i32,
	rate: f32,
	correction: f32,
	scale: f32,
	decay: f32,
): void {
	const zero = f32x4.splat(0);
	const scales = f32x4.splat(scale);
	const kept = f32x4.splat(1 - decay);
	const rates = f32x4.splat(rate);
	const corrections = f32x4.splat(correction);
	const tiny = f32x4.splat(1e-8);
	const length = (<usize>count) << 2;
	for (let at: usize = 0; at < length; at += 16) {
		const slope = f32x4.mul(v128.load(gradient + at), scales);
		v128.store(gradient + at, zero);
		const mean = f32x4.add(
			f32x4.mul(v128.load(first + at), f32x4.splat(0.9)),
			f32x4.mul(slope, f32x4.splat(0.1)),
		);
		const spread = f32x4.add(
			f32x4.mul(v128.load(second + at), f32x4.splat(0.99)),
			f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(0.01)),
		);
		v128.store(first + at, mean);
		v128.store(second + at, spread);
		const step = f32x4.div(
			f32x4.mul(rates, mean),
			f32x4.add(f32x4.sqrt(f32x4.mul(spread, corrections)), tiny),
		);
		v128.store(
			weights + at,
			f32x4.sub(f32x4.mul(v128.load(weights + at), kept), step),
		);
	}
}

/** The sum of the squares of numbers (count, a multiple of 4). */
export function squares(x: usize, count: i32): f64 {
	const end = x + ((<usize>count) << 2);
	let sum: f64 = 0;
	while (x < end) {
		// In parts, so that a long sum loses nothing.
		const stop = min(end, x + 4096);
		let part = f32x4.splat(0);
		for (; x < stop; x += 16) {
			const value = v128.load(x);
			part = f32x4.add(part, f32x4.mul(value, value));
		}
		sum += <f64>total(part);
	}
	return sum;
}

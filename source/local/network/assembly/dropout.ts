/**
A mask for dropout (Srivastava et al. 2014): each number 0 with the probability `rate`, else 1 / (1 - rate).
The same seed gives the same mask (xorshift, four at a time). The count is a multiple of 4.
*/
export function dropMask(mask: usize, count: i32, rate: f32, seed: i32): void {
	const limit = i32x4.splat(<i32>(<f64>rate * 8388608.0));
	const kept = f32x4.splat(1 / (1 - rate));
	let state = i32x4.splat(seed);
	state = v128.xor(
		state,
		i32x4(0x2545f491, 0x5bd1e995, 0x1b873593, 0x68e31da4),
	);
	const end = mask + ((<usize>count) << 2);
	for (let warm = 0; warm < 4; warm++) state = shifted(state);
	for (; mask < end; mask += 16) {
		state = shifted(state);
		const above = i32x4.ge_s(i32x4.shr_u(state, 9), limit);
		v128.store(mask, v128.and(above, kept));
	}
}

/** x (count, a multiple of 4) times y, number by number. */
export function multiply(x: usize, y: usize, count: i32): void {
	const end = x + ((<usize>count) << 2);
	for (; x < end; x += 16, y += 16) {
		v128.store(x, f32x4.mul(v128.load(x), v128.load(y)));
	}
}

function shifted(state: v128): v128 {
	let next = v128.xor(state, i32x4.shl(state, 13));
	next = v128.xor(next, i32x4.shr_u(next, 17));
	return v128.xor(next, i32x4.shl(next, 5));
}

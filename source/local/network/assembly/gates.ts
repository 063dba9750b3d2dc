import {sigmoid, tangent} from './curves';

/**
One step of a gated recurrent unit (Cho et al. 2014; the reset gate after the product, as in cuDNN) for some rows.
`x` and `h` (rows × 3·size) hold what comes of the input and of the state before, for reset, update and candidate;
both are replaced: x by the gates' values, h's first third stays the candidate's part of the state, for the way back.
*/
export function gates(
	to: usize,
	before: usize,
	x: usize,
	h: usize,
	rows: i32,
	size: i32,
): void {
	const third = (<usize>size) << 2;
	const one = f32x4.splat(1);
	for (let row = 0; row < rows; row++) {
		for (let at: usize = 0; at < third; at += 16) {
			const atX = x + at;
			const atH = h + at;
			const reset = sigmoid(f32x4.add(v128.load(atX), v128.load(atH)));
			const update = sigmoid(
				f32x4.add(v128.load(atX + third), v128.load(atH + third)),
			);
			const part = v128.load(atH + 2 * third);
			const candidate = tangent(
				f32x4.add(v128.load(atX + 2 * third), f32x4.mul(reset, part)),
			);
			v128.store(atX, reset);
			v128.store(atX + third, update);
			v128.store(atX + 2 * third, candidate);
			v128.store(atH, part);
			v128.store(
				to + at,
				f32x4.add(
					f32x4.mul(f32x4.sub(one, update), candidate),
					f32x4.mul(update, v128.load(before + at)),
				),
			);
		}
		to += third;
		before += third;
		x += 3 * third;
		h += 3 * third;
	}
}

/**
The way back through `gates`: from the loss by the new state (`d`) to that by the state before, written over `d` as far
as it goes past the products, and to that by the products: over the gates' values in `x` and over `h`.
*/
export function gatesBack(
	d: usize,
	before: usize,
	x: usize,
	h: usize,
	rows: i32,
	size: i32,
): void {
	const third = (<usize>size) << 2;
	const one = f32x4.splat(1);
	for (let row = 0; row < rows; row++) {
		for (let at: usize = 0; at < third; at += 16) {
			const atX = x + at;
			const atH = h + at;
			const reset = v128.load(atX);
			const update = v128.load(atX + third);
			const candidate = v128.load(atX + 2 * third);
			const part = v128.load(atH);
			const loss = v128.load(d + at);
			const byCandidate = f32x4.mul(
				f32x4.mul(loss, f32x4.sub(one, update)),
				f32x4.sub(one, f32x4.mul(candidate, candidate)),
			);
			const byUpdate = f32x4.mul(
				f32x4.mul(loss, f32x4.sub(v128.load(before + at), candidate)),
				f32x4.mul(update, f32x4.sub(one, update)),
			);
			const byReset = f32x4.mul(
				f32x4.mul(byCandidate, part),
				f32x4.mul(reset, f32x4.sub(one, reset)),
			);
			v128.store(atX, byReset);
			v128.store(atX + third, byUpdate);
			v128.store(atX + 2 * third, byCandidate);
			v128.store(atH, byReset);
			v128.store(atH + third, byUpdate);
			v128.store(atH + 2 * third, f32x4.mul(byCandidate, reset));
			v128.store(d + at, f32x4.mul(loss, update));
		}
		d += third;
		before += third;
		x += 3 * third;
		h += 3 * third;
	}
}

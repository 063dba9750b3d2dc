// AssemblyScript, compiled by build.js into dist/network.wasm: the arithmetic of the network, four numbers at a time.
// All arguments that name data are addresses in bytes; matrices lie row after row. What each does in plain
// JavaScript stands in test/local/network/plain.ts, which the tests hold this against.

/** The natural logarithm, from outside. */
declare function log(x: f64): f64;

/** C (m × n) = A (m × k) · B (k × n), added to what C holds where `add` is 1. m is a multiple of 4, n of 8. */
export function matmul(
	c: usize,
	a: usize,
	b: usize,
	m: i32,
	k: i32,
	n: i32,
	add: i32,
): void {
	const rowA = (<usize>k) << 2;
	const rowB = (<usize>n) << 2;
	// Eight columns of B at a time: they stay in the cache while all rows of A pass.
	for (let column: usize = 0; column < rowB; column += 32) {
		for (let row = 0; row < m; row += 4) {
			let a0 = a + <usize>row * rowA;
			let a1 = a0 + rowA;
			let a2 = a1 + rowA;
			let a3 = a2 + rowA;
			const c0 = c + <usize>row * rowB + column;
			const c1 = c0 + rowB;
			const c2 = c1 + rowB;
			const c3 = c2 + rowB;
			let s00 = f32x4.splat(0);
			let s01 = s00;
			let s10 = s00;
			let s11 = s00;
			let s20 = s00;
			let s21 = s00;
			let s30 = s00;
			let s31 = s00;
			if (add) {
				s00 = v128.load(c0);
				s01 = v128.load(c0, 16);
				s10 = v128.load(c1);
				s11 = v128.load(c1, 16);
				s20 = v128.load(c2);
				s21 = v128.load(c2, 16);
				s30 = v128.load(c3);
				s31 = v128.load(c3, 16);
			}
			let from = b + column;
			const end = a0 + rowA;
			while (a0 < end) {
				const left = v128.load(from);
				const right = v128.load(from, 16);
				const x0 = v128.load32_splat(a0);
				s00 = f32x4.add(s00, f32x4.mul(x0, left));
				s01 = f32x4.add(s01, f32x4.mul(x0, right));
				const x1 = v128.load32_splat(a1);
				s10 = f32x4.add(s10, f32x4.mul(x1, left));
				s11 = f32x4.add(s11, f32x4.mul(x1, right));
				const x2 = v128.load32_splat(a2);
				s20 = f32x4.add(s20, f32x4.mul(x2, left));
				s21 = f32x4.add(s21, f32x4.mul(x2, right));
				const x3 = v128.load32_splat(a3);
				s30 = f32x4.add(s30, f32x4.mul(x3, left));
				s31 = f32x4.add(s31, f32x4.mul(x3, right));
				a0 += 4;
				a1 += 4;
				a2 += 4;
				a3 += 4;
				from += rowB;
			}
			v128.store(c0, s00);
			v128.store(c0, s01, 16);
			v128.store(c1, s10);
			v128.store(c1, s11, 16);
			v128.store(c2, s20);
			v128.store(c2, s21, 16);
			v128.store(c3, s30);
			v128.store(c3, s31, 16);
		}
	}
}

/** y (n) += x (k) · W (k × n). n is a multiple of 4. */
export function addProduct(y: usize, x: usize, w: usize, k: i32, n: i32): void {
	const row = (<usize>n) << 2;
	for (let at = 0; at < k; at++) {
		const value = v128.load32_splat(x + ((<usize>at) << 2));
		const from = w + <usize>at * row;
		for (let to: usize = 0; to < row; to += 16) {
			v128.store(
				y + to,
				f32x4.add(v128.load(y + to), f32x4.mul(value, v128.load(from + to))),
			);
		}
	}
}

/** y (rows) += W (rows × k) · x (k). k is a multiple of 8. */
export function addDots(y: usize, w: usize, x: usize, rows: i32, k: i32): void {
	const length = (<usize>k) << 2;
	for (let row = 0; row < rows; row++) {
		const from = w + <usize>row * length;
		let s0 = f32x4.splat(0);
		let s1 = s0;
		for (let at: usize = 0; at < length; at += 32) {
			s0 = f32x4.add(s0, f32x4.mul(v128.load(from + at), v128.load(x + at)));
			s1 = f32x4.add(
				s1,
				f32x4.mul(v128.load(from + at, 16), v128.load(x + at, 16)),
			);
		}
		const to = y + ((<usize>row) << 2);
		store<f32>(to, load<f32>(to) + total(f32x4.add(s0, s1)));
	}
}

function total(sum: v128): f32 {
	return (
		f32x4.extract_lane(sum, 0) +
		f32x4.extract_lane(sum, 1) +
		(f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
	);
}

/** The transposed of a matrix (rows × columns). Both are multiples of 4. */
export function transpose(
	to: usize,
	from: usize,
	rows: i32,
	columns: i32,
): void {
	const rowFrom = (<usize>columns) << 2;
	const rowTo = (<usize>rows) << 2;
	for (let row = 0; row < rows; row += 4) {
		for (let column = 0; column < columns; column += 4) {
			const at = from + <usize>row * rowFrom + ((<usize>column) << 2);
			const a = v128.load(at);
			const b = v128.load(at + rowFrom);
			const c = v128.load(at + 2 * rowFrom);
			const d = v128.load(at + 3 * rowFrom);
			const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
			const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
			const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
			const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
			const into = to + <usize>column * rowTo + ((<usize>row) << 2);
			v128.store(into, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
			v128.store(into + rowTo, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
			v128.store(
				into + 2 * rowTo,
				v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5),
			);
			v128.store(
				into + 3 * rowTo,
				v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7),
			);
		}
	}
}

/** Writes the same row (columns numbers) `rows` times. */
export function repeatRow(
	to: usize,
	row: usize,
	rows: i32,
	columns: i32,
): void {
	const length = (<usize>columns) << 2;
	for (let at = 0; at < rows; at++) {
		memory.copy(to + <usize>at * length, row, length);
	}
}

/** to (columns) += the sum of the rows of a matrix. Columns are a multiple of 4. */
export function addRows(to: usize, from: usize, rows: i32, columns: i32): void {
	const length = (<usize>columns) << 2;
	for (let row = 0; row < rows; row++) {
		const at = from + <usize>row * length;
		for (let column: usize = 0; column < length; column += 16) {
			v128.store(
				to + column,
				f32x4.add(v128.load(to + column), v128.load(at + column)),
			);
		}
	}
}

/** e to the power of each number: 2^whole · 2^rest, the rest by a polynomial (error below 2e-7 of the value). */
function exponential(x: v128): v128 {
	const power = f32x4.mul(
		f32x4.max(f32x4.min(x, f32x4.splat(87)), f32x4.splat(-87)),
		f32x4.splat(<f32>Math.LOG2E),
	);
	const whole = f32x4.nearest(power);
	const rest = f32x4.mul(f32x4.sub(power, whole), f32x4.splat(<f32>Math.LN2));
	let sum = f32x4.splat(1 / 720.0);
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1 / 120.0));
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1 / 24.0));
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1 / 6.0));
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.5));
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
	sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
	const exponent = i32x4.shl(
		i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)),
		23,
	);
	return f32x4.mul(sum, exponent);
}

function sigmoid(x: v128): v128 {
	const one = f32x4.splat(1);
	return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

function tangent(x: v128): v128 {
	const one = f32x4.splat(1);
	const power = exponential(f32x4.mul(x, f32x4.splat(-2)));
	return f32x4.div(f32x4.sub(one, power), f32x4.add(one, power));
}

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

/** x (count, a multiple of 4) times y, number by number. */
export function multiply(x: usize, y: usize, count: i32): void {
	const end = x + ((<usize>count) << 2);
	for (; x < end; x += 16, y += 16) {
		v128.store(x, f32x4.mul(v128.load(x), v128.load(y)));
	}
}

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

function shifted(state: v128): v128 {
	let next = v128.xor(state, i32x4.shl(state, 13));
	next = v128.xor(next, i32x4.shr_u(next, 17));
	return v128.xor(next, i32x4.shl(next, 5));
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

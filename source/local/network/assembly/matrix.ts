import {total} from './total';

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

import type {Kernels} from '../../../source/local/network/kernels.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** What the kernels do, in plain JavaScript: the reference for their results and for their speed. */
export function plainKernels(): Kernels {
	let heap = new Float32Array();
	let whole = new Int32Array();
	const get = (address: number, at: number) =>
		heap[(address >> 2) + at] as number;
	const set = (address: number, at: number, value: number) => {
		heap[(address >> 2) + at] = value;
	};
	return {
		reserve(bytes) {
			const buffer = new ArrayBuffer(bytes);
			heap = new Float32Array(buffer);
			whole = new Int32Array(buffer);
			return buffer;
		},
		matmul(c, a, b, m, k, n, add) {
			const line = new Float32Array(n);
			for (let row = 0; row < m; row++) {
				const to = (c >> 2) + row * n;
				if (add) line.set(heap.subarray(to, to + n));
				else line.fill(0);
				for (let at = 0; at < k; at++) {
					const value = heap[(a >> 2) + row * k + at] as number;
					const from = (b >> 2) + at * n;
					for (let column = 0; column < n; column++) {
						(line[column] as number) += value * (heap[from + column] as number);
					}
				}

				heap.set(line, to);
			}
		},
		addProduct(y, x, w, k, n) {
			for (let at = 0; at < k; at++) {
				for (let to = 0; to < n; to++) {
					set(y, to, get(y, to) + get(x, at) * get(w, at * n + to));
				}
			}
		},
		addDots(y, w, x, rows, k) {
			for (let row = 0; row < rows; row++) {
				let sum = 0;
				for (let at = 0; at < k; at++) sum += get(w, row * k + at) * get(x, at);
				set(y, row, get(y, row) + sum);
			}
		},
		transpose(to, from, rows, columns) {
			for (let row = 0; row < rows; row++) {
				for (let column = 0; column < columns; column++) {
					set(to, column * rows + row, get(from, row * columns + column));
				}
			}
		},
		repeatRow(to, row, rows, columns) {
			for (let at = 0; at < rows * columns; at++) {
				set(to, at, get(row, at % columns));
			}
		},
		addRows(to, from, rows, columns) {
			for (let at = 0; at < rows * columns; at++) {
				set(to, at % columns, get(to, at % columns) + get(from, at));
			}
		},
		gates(to, before, x, h, rows, size) {
			for (let row = 0; row < rows; row++) {
				for (let at = 0; at < size; at++) {
					const place = 3 * size * row + at;
					const reset = sigmoid(get(x, place) + get(h, place));
					const update = sigmoid(get(x, place + size) + get(h, place + size));
					const part = get(h, place + 2 * size);
					const candidate = Math.tanh(get(x, place + 2 * size) + reset * part);
					set(x, place, reset);
					set(x, place + size, update);
					set(x, place + 2 * size, candidate);
					set(h, place, part);
					const old = get(before, row * size + at);
					set(to, row * size + at, (1 - update) * candidate + update * old);
				}
			}
		},
		gatesBack(d, before, x, h, rows, size) {
			for (let row = 0; row < rows; row++) {
				for (let at = 0; at < size; at++) {
					const place = 3 * size * row + at;
					const [reset, update, candidate] = [0, 1, 2].map(gate =>
						get(x, place + gate * size),
					) as [number, number, number];
					const loss = get(d, row * size + at);
					const old = get(before, row * size + at);
					const byCandidate = loss * (1 - update) * (1 - candidate ** 2);
					const byUpdate = loss * (old - candidate) * update * (1 - update);
					const byReset = byCandidate * get(h, place) * reset * (1 - reset);
					set(x, place, byReset);
					set(x, place + size, byUpdate);
					set(x, place + 2 * size, byCandidate);
					set(h, place, byReset);
					set(h, place + size, byUpdate);
					set(h, place + 2 * size, byCandidate * reset);
					set(d, row * size + at, loss * update);
				}
			}
		},
		softmaxLoss(logits, targets, weights, rows, columns) {
			let loss = 0;
			for (let row = 0; row < rows; row++) {
				const weight = get(weights, row);
				const from = (logits >> 2) + row * columns;
				const line = heap.subarray(from, from + columns);
				const most = line.reduce((a, b) => Math.max(a, b));
				const sum = line.reduce((all, one) => all + Math.exp(one - most), 0);
				const target = whole[(targets >> 2) + row] as number;
				loss += weight * (Math.log(sum) + most - (line[target] as number));
				for (let at = 0; at < columns; at++) {
					const share = Math.exp((line[at] as number) - most) / sum;
					line[at] = weight * (share - (at === target ? 1 : 0));
				}
			}

			return loss;
		},
		multiply(x, y, count) {
			for (let at = 0; at < count; at++) set(x, at, get(x, at) * get(y, at));
		},
		dropMask(mask, count, rate, seed) {
			const shifted = (state: number) => {
				let next = state ^ (state << 13);
				next ^= next >>> 17;
				return next ^ (next << 5);
			};
			const limit = Math.trunc(Math.fround(rate) * 2 ** 23);
			const states = [0x2545f491, 0x5bd1e995, 0x1b873593, 0x68e31da4].map(
				start => {
					let state = seed ^ start;
					for (let warm = 0; warm < 4; warm++) state = shifted(state);
					return state;
				},
			);
			for (let at = 0; at < count; at++) {
				const state = shifted(states[at % 4] as number);
				states[at % 4] = state;
				set(mask, at, state >>> 9 >= limit ? 1 / (1 - rate) : 0);
			}
		},
		squares(x, count) {
			let sum = 0;
			for (let at = 0; at < count; at++) sum += get(x, at) ** 2;
			return sum;
		},
		adam(weights, slope, first, second, count, rate, correction, scale, decay) {
			for (let at = 0; at < count; at++) {
				const given = get(slope, at) * scale;
				const mean = 0.9 * get(first, at) + 0.1 * given;
				const spread = 0.99 * get(second, at) + 0.01 * given ** 2;
				set(first, at, mean);
				set(second, at, spread);
				set(slope, at, 0);
				const step = (rate * mean) / (Math.sqrt(spread * correction) + 1e-8);
				set(weights, at, get(weights, at) * (1 - decay) - step);
			}
		},
	};
}

/** e to the power of each number: 2^whole · 2^rest, the rest by a polynomial (error below 2e-7 of the value). */
export function exponential(x: v128): v128 {
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

export function sigmoid(x: v128): v128 {
	const one = f32x4.splat(1);
	return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

export function tangent(x: v128): v128 {
	const one = f32x4.splat(1);
	const power = exponential(f32x4.mul(x, f32x4.splat(-2)));
	return f32x4.div(f32x4.sub(one, power), f32x4.add(one, power));
}

/** What a kept value has to be, as far as the program relies on it. */
export type Shape =
	| 'string'
	| 'number'
	| 'array'
	| {readonly [name: string]: Shape};

/** Whether a value has a shape; more than that may be in it. */
export function hasShape(value: unknown, shape: Shape): boolean {
	if (shape === 'array') return Array.isArray(value);
	if (typeof shape === 'string') return typeof value === shape;
	if (typeof value !== 'object' || value === null) return false;
	const own = value as Readonly<Record<string, unknown>>;
	return Object.entries(shape).every(([name, part]) =>
		hasShape(own[name], part),
	);
}

/** What was made of something under a key: remembered, else made now. */
export type Recent<Value> = (
	of: object,
	key: string,
	make: () => Value,
) => Value;

/** Remembers so many values of each thing, those asked for last, for as long as there is the thing. */
export function createRecent<Value>(most: number): Recent<Value> {
	const known = new WeakMap<object, Map<string, Value>>();
	return (of, key, make) => {
		const values = known.get(of) ?? new Map<string, Value>();
		const value = values.get(key) ?? make();
		// A map goes through its keys in the order they were put in: the one asked for longest ago is first.
		values.delete(key);
		values.set(key, value);
		const [oldest] = values.keys();
		if (values.size > most && oldest !== undefined) values.delete(oldest);
		known.set(of, values);
		return value;
	};
}

/** Whether the same bytes stand at two places, eight compared at a time. */
export function stands(at: usize, piece: usize, length: usize): bool {
	let n: usize = 0;
	for (; n + 8 <= length; n += 8)
		if (load<u64>(at + n) !== load<u64>(piece + n)) return false;
	for (; n < length; n++)
		if (load<u8>(at + n) !== load<u8>(piece + n)) return false;
	return true;
}

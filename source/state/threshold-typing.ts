import type {EditorAction} from '../components/editor.ts';

/** Digits and a point; anything else types nothing. The last letter deleted is the end of typing. */
export function typing(
	typed: string | null,
	edit: EditorAction,
): string | null {
	if (edit.type === 'backspace') return typed?.slice(0, -1) || null;
	if (edit.type === 'clear' || edit.type === 'kill to start') return null;
	if (edit.type !== 'insert') return typed;
	const text = edit.text.replaceAll(',', '.');
	return /^[\d.]+$/.test(text)
		? ((typed ?? '') + text).slice(0, longest)
		: typed;
}

const longest = 6;

/** A typed threshold: '0.65', '.65' and '65' are the same, '8' is 0.8; null where it is none from 0 to 1. */
export function readThreshold(typed: string): number | null {
	// Two digits without a point are hundredths; three are a slip, but for 100.
	if (!/^(\d{1,2}|100|\d\.\d*|\.\d+)$/.test(typed)) return null;
	const value =
		typed.includes('.') || /^[01]$/.test(typed)
			? Number(typed)
			: typed === '100'
				? 1
				: Number(`0.${typed}`);
	return value <= 1 ? value : null;
}

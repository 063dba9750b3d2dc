import stringWidth from 'string-width';

/*
What the bundle has in place of string-width: Ink measures every text of the screen anew, several times a frame, and most
of them were there in the frame before. A text that is not plain ASCII is cut into graphemes for it, which is most of the
time of a frame.
*/

/** So many widths are some screens full. */
const most = 10_000;

/** @type {Map<string, number>} */
const known = new Map();

/**
The columns of a text in a terminal, as string-width has it.
@param {string} text
@param {import('string-width').Options} [options]
@returns {number}
*/
export default function rememberedWidth(text, options) {
	if (options !== undefined) return stringWidth(text, options);
	const width = known.get(text);
	if (width !== undefined) return width;
	const measured = stringWidth(text);
	if (known.size >= most) known.clear();
	known.set(text, measured);
	return measured;
}

/**
 * What may stand in a message, its sender aside, as bits: something that is not ASCII; a byte from which on marks begin
 * (0xD8); '/'; more than one line.
 */
export const FOREIGN = 1;
export const PERHAPS_MARK = 2;
export const SLASH = 4;
export const MORE_LINES = 8;
/** All of them: nobody has looked. */
export const ANYTHING = 15;
/** Its first line is certainly what somebody typed (see `typed.ts`). */
export const TYPED = 16;

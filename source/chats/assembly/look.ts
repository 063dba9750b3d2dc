// What stands in a line, as in look.ts.
export const FOREIGN: i32 = 1;
export const PERHAPS_MARK: i32 = 2;
export const SLASH: i32 = 4;
export const MORE_LINES: i32 = 8;
export const TYPED: i32 = 16;

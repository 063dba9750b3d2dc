/** An n-gram model looks at up to four tokens before the one that it predicts. */
export const order = 5;

/** Where to look up: the context before `at`, no further back than `floor` (whose token then stands for all that is missing). */
export type Place = {tokens: Uint16Array; at: number; floor: number};

/** What a look into a model gives, written in place to spare the memory. */
export type Look = {probability: number; depth: number; guess: number};

/** The token that stands `back` places before; before the floor the floor's own. */
export const tokenBefore = ({tokens, at, floor}: Place, back: number): number =>
	tokens[at - back < floor ? floor : at - back] as number;

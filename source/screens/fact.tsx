import {Text} from 'ink';
import type {ReactNode} from 'react';
import {theme} from '../theme.ts';

/** Columns of a fact's name; no name is as long. */
export const nameWidth = 10;

/** A fact under its name; an empty name goes on with the one before. */
export function Fact({name, children}: {name: string; children: ReactNode}) {
	return (
		<Text wrap="truncate">
			<Text color={theme.muted}>{name.padEnd(nameWidth)}</Text>
			{children}
		</Text>
	);
}

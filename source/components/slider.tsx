import {Box, Text} from 'ink';
import {columnOf, placeLabels} from './axis.ts';
import type {Palette} from './palette.ts';

/** The ends and the middle first: where there is little room the others are left out. */
const tickValues = [0, 1, 0.5, 0.25, 0.75];

/** A track from 0 to 1 with the knob at the value, and the ticks below it. */
export function drawSlider(value: number, width: number) {
	const knob = columnOf(value, width);
	return {
		before: '━'.repeat(knob),
		knob: '●',
		after: '─'.repeat(width - 1 - knob),
		ticks: placeLabels(
			tickValues.map(tick => ({
				column: columnOf(tick, width),
				text: String(tick),
			})),
			width,
		),
	};
}

type Props = {
	/** From 0 to 1. */
	value: number;
	width: number;
	isFocused: boolean;
	palette: Palette;
};

/** A value from 0 to 1 on a track; it lines up with a histogram of the same width. */
export function Slider({value, width, isFocused, palette}: Props) {
	const {before, knob, after, ticks} = drawSlider(value, width);
	return (
		<Box flexDirection="column" width={width} flexShrink={0}>
			<Text aria-label={`Threshold ${value.toFixed(2)}, from 0 to 1`}>
				<Text color={palette.good}>{before}</Text>
				<Text bold color={isFocused ? palette.accent : palette.muted}>
					{knob}
				</Text>
				<Text color={palette.warning}>{after}</Text>
			</Text>
			<Text aria-hidden color={palette.muted}>
				{ticks}
			</Text>
		</Box>
	);
}

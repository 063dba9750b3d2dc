import {Box, Text} from 'ink';
import {columnOf, placeLabels} from './axis.ts';
import type {Palette} from './palette.ts';

const tickValues = [0, 0.25, 0.5, 0.75, 1];

/** A track from 0 to 1 with the knob at the value, and the ticks below it. */
export function drawSlider(value: number, width: number) {
	const knob = columnOf(value, width);
	return {
		before: '━'.repeat(knob),
		knob: '●',
		after: '─'.repeat(width - 1 - knob),
		// The ends first: where there is little room the ones between are left out.
		ticks: placeLabels(
			[...tickValues]
				.sort((a, b) => Math.abs(b - 0.5) - Math.abs(a - 0.5))
				.map(tick => ({column: columnOf(tick, width), text: String(tick)})),
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
			<Text aria-label={value.toFixed(2)}>
				<Text color={palette.good}>{before}</Text>
				<Text bold color={isFocused ? palette.accent : palette.muted}>
					{knob}
				</Text>
				<Text color={palette.warning}>{after}</Text>
			</Text>
			<Text color={palette.muted}>{ticks}</Text>
		</Box>
	);
}

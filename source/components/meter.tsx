import {Text} from 'ink';
import type {Palette} from './palette.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `width` cells filled to a share from 0 to 1; something above 0 is never empty, something below 1 never full. */
export function drawMeter(share: number, width: number): string {
	const whole = width * 8;
	const rounded = Math.round(Math.min(1, Math.max(0, share || 0)) * whole);
	const filled =
		share > 0 && share < 1
			? Math.min(whole - 1, Math.max(1, rounded))
			: rounded;
	const solid = '█'.repeat(Math.floor(filled / 8)) + eighths[filled % 8];
	return solid.padEnd(width, '░');
}

/** '42 %', '2.7 %'; never 0 % for something nor 100 % for less than all. */
export function percent(share: number): string {
	const value = (share || 0) * 100;
	if (value > 0 && value < 0.1) {
		return '<0.1 %';
	}
	if (value > 99 && value < 100) {
		return '>99 %';
	}
	return `${value > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} %`;
}

type Props = {
	/** From 0 to 1. */
	share: number;
	/** Cells of the bar alone. */
	width: number;
	palette: Palette;
	colour?: keyof Palette;
	/** What it measures, for screen readers. */
	label?: string;
};

/** A horizontal bar and its share in per cent. */
export function Meter({share, width, palette, colour, label}: Props) {
	return (
		<Text aria-label={`${label ? `${label}: ` : ''}${percent(share)}`}>
			<Text color={palette[colour ?? 'accent']}>{drawMeter(share, width)}</Text>
			{` ${percent(share).padStart(6)}`}
		</Text>
	);
}

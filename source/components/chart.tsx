import {Box} from 'ink';
import {type Curves, drawCurves} from './loss-curve.ts';
import type {Palette} from './palette.ts';
import {Segments} from './segments.tsx';

type Props = Curves & {width: number; height: number; palette: Palette};

/** The loss curve of a training, with axes and legend. */
export function Chart({training, validation, width, height, palette}: Props) {
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0}>
			<Segments
				rows={drawCurves({training, validation}, width, height)}
				palette={palette}
			/>
		</Box>
	);
}

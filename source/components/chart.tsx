import {Box} from 'ink';
import {type Curves, drawCurves} from './loss-curve.ts';
import type {Palette} from './palette.ts';
import {Segments} from './segments.tsx';

type Props = Curves & {width: number; height: number; palette: Palette};

/** The loss curve of a training, with axes and legend. */
export function Chart({training, validation, width, height, palette}: Props) {
	return (
		<Box
			flexDirection="column"
			width={width}
			height={height}
			flexShrink={0}
			aria-label={spoken({training, validation})}
		>
			<Segments
				rows={drawCurves({training, validation}, width, height)}
				palette={palette}
			/>
		</Box>
	);
}

/** What the curves say at their ends. */
function spoken({training, validation}: Curves): string {
	const lastOf = (points: Curves['training']) =>
		points
			.filter(({value}) => value !== null)
			.at(-1)
			?.value?.toFixed(2);
	return `Loss now: training ${lastOf(training) ?? 'not known yet'}, validation ${lastOf(validation) ?? 'not known yet'}`;
}

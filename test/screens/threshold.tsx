import {Frame} from '../../source/components/frame.tsx';
import {hintsOf} from '../../source/hints.ts';
import type {Columns} from '../../source/moderation/selection/columns.ts';
import {CurrentScreen} from '../../source/screens/current.tsx';
import {statusOf} from '../../source/screens/status.ts';
import {innerSize} from '../../source/state/layout.ts';
import {reduce, type State} from '../../source/state.ts';
import {theme} from '../../source/theme.ts';
import {mount} from '../helpers/screen.ts';
import type {Size} from '../helpers/terminal.ts';
import {chatWith, counted, press, withChats} from '../state/samples.ts';

/** The threshold of a chat of its own whose scores are these. */
export function thresholdWith(columns: Columns, size: Size): State {
	const begun = press(
		withChats([chatWith('Ada')], {size}),
		'a',
		'enter',
		'enter',
	);
	return counted(
		reduce(begun, {type: 'moderation/scored', columns, refused: 0}),
	);
}

/** A state as the program draws it, without anything that goes on beside it. */
function Still({state}: {state: State}) {
	const hints = hintsOf(state).filter(({rare}) => !rare);
	return (
		<Frame
			{...state.size}
			steps={['Chats', 'You', 'Moderation', 'Training', 'Chat']}
			step={2}
			status={state.notice ?? statusOf(state)}
			isNotice={state.notice !== null}
			hints={hints}
			palette={theme}
		>
			<CurrentScreen
				state={state}
				size={innerSize(state.size)}
				dispatch={() => undefined}
			/>
		</Frame>
	);
}

/** Draws states one after the other in one terminal. */
export async function openThreshold(state: State) {
	const screen = await mount(<Still state={state} />, state.size);
	return {
		...screen,
		show: (next: State) => screen.rerender(<Still state={next} />),
	};
}

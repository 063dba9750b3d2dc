import {Frame} from '../../source/components/frame.tsx';
import {hintsOf} from '../../source/hints.ts';
import type {Columns} from '../../source/moderation/selection/columns.ts';
import {tableOf} from '../../source/moderation/selection/table.ts';
import {CurrentScreen} from '../../source/screens/current.tsx';
import {statusOf} from '../../source/screens/status.ts';
import {innerSize} from '../../source/state/layout.ts';
import {reduce, type State} from '../../source/state.ts';
import {theme} from '../../source/theme.ts';
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
	const scored = reduce(begun, {
		type: 'moderation/scored',
		columns,
		refused: new Map(),
	});
	const {settings, table} = scored.moderation ?? {};
	// Many texts are put in order beside the keys.
	return counted(
		table || !settings
			? scored
			: reduce(scored, {
					type: 'moderation/tabulated',
					table: tableOf(columns, settings),
				}),
	);
}

/** A state as the program draws it, without anything that goes on beside it. */
export function Still({state}: {state: State}) {
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

import {
	useApp,
	useInput,
	useIsScreenReaderEnabled,
	usePaste,
	useWindowSize,
} from 'ink';
import {type Dispatch, useEffect, useReducer} from 'react';
import {Frame, TooSmall} from './components/frame.tsx';
import {hintsOf} from './hints.ts';
import {useWork} from './hooks/use-work.ts';
import {CurrentScreen} from './screens/current.tsx';
import {Help} from './screens/help.tsx';
import {Cancel, Leave} from './screens/leave.tsx';
import {SessionsScreen} from './screens/sessions.tsx';
import {statusOf} from './screens/status.ts';
import type {Services} from './services.ts';
import {innerSize} from './state/layout.ts';
import {initialState, type Start} from './state/start.ts';
import {type Action, reduce, type Size, type State} from './state.ts';
import {theme} from './theme.ts';
import {keysOf, type Piece, pieces} from './work/pieces.ts';

const screens = ['chats', 'you', 'moderation', 'training', 'chat'] as const;
const stepNames = ['Chats', 'You', 'Moderation', 'Training', 'Chat'];

const allPieces = Object.keys(pieces) as Piece[];

const least = {columns: 60, rows: 16};

/** The program: one reducer, one screen at a time. Keys become actions; the state says which work is under way. */
export function App({
	services,
	start,
}: {
	services: Services;
	start: Omit<Start, 'size'>;
}) {
	const size = useReadableSize();
	const [state, dispatch] = useReducer(reduce, {...start, size}, initialState);
	const {exit} = useApp();
	useInput((input, key) => dispatch({type: 'key', input, key}));
	usePaste(text => dispatch({type: 'paste', text}));
	useEffect(
		() =>
			dispatch({
				type: 'resize',
				size: {columns: size.columns, rows: size.rows},
			}),
		[size.columns, size.rows],
	);
	useEffect(() => {
		if (state.leaving) exit(state);
	}, [state, exit]);
	return (
		<>
			{allPieces.map(piece => (
				<Running
					key={piece}
					piece={piece}
					state={state}
					services={services}
					dispatch={dispatch}
					fail={error => exit(error as Error)}
				/>
			))}
			<Window state={state} size={size} dispatch={dispatch} />
		</>
	);
}

type Shown = {state: State; size: Size; dispatch: Dispatch<Action>};

/** What is on the screen: the step, what lies over it, and the keys that are valid there. */
function Window({state, size, dispatch}: Shown) {
	if (size.columns < least.columns || size.rows < least.rows)
		return <TooSmall {...size} least={least} />;
	const inner = innerSize(size);
	const hints = hintsOf(state).filter(({rare}) => !rare);
	return (
		<Frame
			{...size}
			steps={stepNames}
			step={screens.indexOf(state.screen)}
			status={state.notice ?? statusOf(state)}
			isNotice={state.notice !== null}
			hints={hints}
			palette={theme}
		>
			{state.overlay === 'help' && <Help state={state} size={inner} />}
			{state.overlay === 'leave' && <Leave state={state} />}
			{state.overlay === 'cancel' && <Cancel />}
			{state.overlay === null && (
				<Body state={state} size={inner} dispatch={dispatch} />
			)}
		</Frame>
	);
}

/** The list of conversations lies over whatever screen it was opened on. */
function Body(props: Shown) {
	const {sessions} = props.state;
	return sessions ? (
		<SessionsScreen
			step={sessions}
			current={props.state.chat?.session ?? null}
			size={props.size}
		/>
	) : (
		<CurrentScreen {...props} />
	);
}

/** The window's size; for a screen reader never wide enough for two panes, for it reads across them. */
function useReadableSize(): Size {
	const {columns, rows} = useWindowSize();
	return {
		columns: useIsScreenReaderEnabled() ? Math.min(columns, 90) : columns,
		rows,
	};
}

/** A piece of work, for as long as the state asks for it. It draws nothing. */
function Running({
	piece,
	state,
	services,
	dispatch,
	fail,
}: {
	piece: Piece;
	state: State;
	services: Services;
	dispatch: Dispatch<Action>;
	fail: (error: unknown) => void;
}) {
	useWork(
		keysOf[piece](state),
		async signal => (await pieces[piece]())(services, state, signal),
		dispatch,
		fail,
	);
	return null;
}

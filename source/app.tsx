import {
	useApp,
	useInput,
	useIsScreenReaderEnabled,
	usePaste,
	useWindowSize,
} from 'ink';
import {type Dispatch, useEffect, useReducer} from 'react';
import {Frame, TooSmall} from './components/frame.tsx';
import {useWork} from './hooks/use-work.ts';
import {bindings, contextOf} from './keys.ts';
import {CurrentScreen} from './screens/current.tsx';
import {Help} from './screens/help.tsx';
import {Cancel, Leave} from './screens/leave.tsx';
import {SessionsScreen} from './screens/sessions.tsx';
import {statusOf} from './screens/status.ts';
import type {Services} from './services.ts';
import {innerSize} from './state/layout.ts';
import {
	type Action,
	initialState,
	reduce,
	type Size,
	type Start,
	type State,
} from './state.ts';
import {theme} from './theme.ts';
import * as keyOf from './work/keys.ts';

const screens = ['chats', 'you', 'moderation', 'training', 'chat'] as const;
const stepNames = ['Chats', 'You', 'Moderation', 'Training', 'Chat'];

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
	useAllWork(state, services, dispatch, error => exit(error as Error));
	useRoomWork(state, services, dispatch, error => exit(error as Error));
	useEffect(() => {
		if (state.leaving) exit(state);
	}, [state, exit]);
	if (size.columns < least.columns || size.rows < least.rows)
		return <TooSmall {...size} least={least} />;
	const inner = innerSize(size);
	const context = contextOf(state);
	const hints = bindings[context].flatMap(({show, does, rare}) =>
		show && does && !rare ? [{show, does}] : [],
	);
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
				<Shown state={state} size={inner} dispatch={dispatch} />
			)}
		</Frame>
	);
}

/** The list of conversations lies over whatever screen it was opened on. */
function Shown(props: {state: State; size: Size; dispatch: Dispatch<Action>}) {
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

/** What goes on beside the keys: each piece runs while the state asks for it, whatever screen is on. */
function useAllWork(
	state: State,
	services: Services,
	dispatch: Dispatch<Action>,
	fail: (error: unknown) => void,
): void {
	useWork(
		keyOf.reading(state),
		async signal =>
			(await import('./work/reading.ts')).reading(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.reordering(state),
		async signal =>
			(await import('./work/reading.ts')).reordering(state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.remembering(state),
		async () => (await import('./work/remembering.ts')).remembering(services),
		dispatch,
		fail,
	);
	useWork(
		keyOf.deciding(state),
		async () =>
			(await import('./work/remembering.ts')).deciding(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.scanning(state),
		async signal =>
			(await import('./work/scanning.ts')).scanning(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.keeping(state),
		async () => (await import('./work/keeping.ts')).keeping(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.counting(state),
		async signal =>
			(await import('./work/counting.ts')).counting(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.planning(state),
		async signal =>
			(await import('./work/planning.ts')).planning(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.auditing(state),
		async signal =>
			(await import('./work/auditing.ts')).auditing(state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.weighing(state),
		async signal =>
			(await import('./work/weighing.ts')).weighing(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.outlining(state),
		async signal =>
			(await import('./work/outlining.ts')).outlining(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.training(state),
		async signal =>
			(await import('./work/training.ts')).training(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.cancelling(state),
		async () =>
			(await import('./work/cancelling.ts')).cancelling(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.saving(state),
		async () => (await import('./work/saving.ts')).saving(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.removing(state),
		async () => (await import('./work/saving.ts')).removing(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.listing(state),
		async () => (await import('./work/saving.ts')).listing(services),
		dispatch,
		fail,
	);
	useWork(
		keyOf.revealing(state),
		async signal =>
			(await import('./work/revealing.ts')).revealing(state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.portraying(state),
		async () =>
			(await import('./work/learning.ts')).portraying(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.remembers(state),
		async () =>
			(await import('./work/learning.ts')).remembersReply(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.likening(state),
		async () => (await import('./work/learning.ts')).likening(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.comparing(state),
		async signal =>
			(await import('./work/comparing.ts')).comparing(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.gathering(state),
		async () => (await import('./work/blinding.ts')).gathering(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.blinding(state),
		async signal =>
			(await import('./work/blinding.ts')).blinding(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.errands(state),
		async () => (await import('./work/errands.ts')).errands(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.answering(state),
		async signal =>
			(await import('./work/answering.ts')).answering(services, state, signal),
		dispatch,
		fail,
	);
}

/** What the training step and the rooms beside the steps look up and change. */
function useRoomWork(
	state: State,
	services: Services,
	dispatch: Dispatch<Action>,
	fail: (error: unknown) => void,
): void {
	useWork(
		keyOf.preflighting(state),
		async signal =>
			(await import('./work/preflighting.ts')).preflighting(
				services,
				state,
				signal,
			),
		dispatch,
		fail,
	);
	useWork(
		keyOf.holding(state),
		async () => (await import('./work/holding.ts')).holding(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.recipeWriting(state),
		async signal =>
			(await import('./work/recipe-writing.ts')).recipeWriting(
				services,
				state,
				signal,
			),
		dispatch,
		fail,
	);
	useWork(
		keyOf.providing(state),
		async signal =>
			(await import('./work/providing.ts')).providing(services, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.offering(state),
		async signal =>
			(await import('./work/providing.ts')).offering(services, state, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.giving(state),
		async () => (await import('./work/providing.ts')).giving(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.listingJobs(state),
		async () => (await import('./work/listing.ts')).listingJobs(services),
		dispatch,
		fail,
	);
	useWork(
		keyOf.stocktaking(state),
		async signal =>
			(await import('./work/cleaning.ts')).stocktaking(services, signal),
		dispatch,
		fail,
	);
	useWork(
		keyOf.deleting(state),
		async () => (await import('./work/cleaning.ts')).deleting(services, state),
		dispatch,
		fail,
	);
	useWork(
		keyOf.viewingPrompt(state),
		async () =>
			(await import('./work/viewing.ts')).viewingPrompt(services, state),
		dispatch,
		fail,
	);
}

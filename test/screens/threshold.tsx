import type {State} from '../../source/state.ts';
import {mount} from '../helpers/screen.ts';
import {Still} from './still.tsx';

/** Draws states one after the other in one terminal. */
export async function openThreshold(state: State) {
	const screen = await mount(<Still state={state} />, state.size);
	return {
		...screen,
		show: (next: State) => screen.rerender(<Still state={next} />),
	};
}

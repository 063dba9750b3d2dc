import {checkAllowed} from './preflight/allowed.ts';
import {checkFormat, checkPrice, checkTime, priceOf} from './preflight/cost.ts';
import {checkModel} from './preflight/model.ts';
import {checkSpace} from './preflight/space.ts';
import type {Preflight, PreflightOptions} from './preflight/types.ts';

export type {Check, Load, Preflight} from './preflight/types.ts';

/** Looks at everything that can be known before a file is sent or a cent spent. Never throws. */
export async function preflight(
	options: PreflightOptions,
	signal: AbortSignal,
): Promise<Preflight> {
	const {target, load, store} = options;
	const [allowed, model, space] = await Promise.all([
		checkAllowed(options, signal),
		checkModel(options, signal),
		checkSpace(store.home.data, load.bytes),
	]);
	const price = priceOf(target, load);
	const checks = [
		allowed,
		model.check,
		checkPrice(target, load, price),
		checkTime(target, load),
		checkFormat(load),
		space,
	].filter(check => check !== null);
	const baseURL = options.connection?.provider.baseURL ?? null;
	return {checks, baseURL, shutdownDate: model.shutdownDate, price};
}

import {createFaultProvider} from '../helpers/fault-provider.ts';
import type {Fault} from '../helpers/faults.ts';

/** What the real package throws for a fault. */
export async function thrownFor(
	fault: Fault,
	timeout?: number,
): Promise<unknown> {
	const provider = createFaultProvider();
	provider.fault('GET /models/:id', fault);
	const {client} = provider.connection();
	try {
		await client.models.retrieve('gpt', timeout ? {timeout} : {});
	} catch (error) {
		return error;
	}
	throw new Error('nothing was thrown');
}

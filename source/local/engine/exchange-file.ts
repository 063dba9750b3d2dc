import type {Reader, Writer} from './bytes.ts';
import type {Exchange} from './exchanges.ts';

/** Writes exchanges; chats and people, of which there are few, once each. */
export function writeExchanges(
	writer: Writer,
	exchanges: readonly Exchange[],
): void {
	const places = new Map<string, number>();
	for (const exchange of exchanges) {
		const place = placeOf(exchange);
		if (!places.has(place)) places.set(place, places.size);
	}

	writer.whole(places.size);
	for (const place of places.keys()) writer.text(place);
	writer.whole(exchanges.length);
	for (const exchange of exchanges) {
		const {said, reply, opens, first, at} = exchange;
		writer.whole((opens ? 1 : 0) + (first ? 2 : 0));
		writer.whole(places.get(placeOf(exchange)) ?? 0);
		writer.text(at ?? '');
		writer.text(said);
		writer.text(reply);
	}
}

export function readExchanges(reader: Reader): Exchange[] {
	const places = Array.from(
		{length: reader.whole()},
		() => JSON.parse(reader.text()) as Pick<Exchange, 'chat' | 'people'>,
	);
	return Array.from({length: reader.whole()}, () => {
		const flags = reader.whole();
		const {chat = null, people = []} = places[reader.whole()] ?? {};
		const at = reader.text() || null;
		const said = reader.text();
		const reply = reader.text();
		return {
			said,
			reply,
			opens: (flags & 1) > 0,
			first: (flags & 2) > 0,
			chat,
			people,
			at,
		};
	});
}

const placeOf = ({chat, people}: Exchange): string =>
	JSON.stringify({chat, people});

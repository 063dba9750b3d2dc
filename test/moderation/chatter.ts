/** Words of chats in two languages and a script without spaces, so that texts have tokens of every sort. */
const words =
	`haha ok wtf nein doch morgen later maybe pizza 😂 🙈 lol ich komme gleich you coming tonight?? schon wieder
	genau!!! was machst du grad nothing much und selbst? 你好 明天见 tschüüüss sooo müde arbeit meeting um 14:30 Uhr Gleis 12
	omg no way ja klar bring bitte Milch mit thx ttyl`.split(/\s+/);

/** Messages as chats have them: most of a few words, many of them equal, some long; always the same ones. */
export function chatter(count: number): string[] {
	let state = 7;
	const next = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const sentence = (length: number) =>
		Array.from({length}, () => words[next(words.length)]).join(' ');
	return Array.from({length: count}, (_, number) => {
		if (next(10) === 0) return sentence(1);
		const length = next(500) === 0 ? 300 + next(2000) : 1 + next(12);
		return `${sentence(length)} ${number}`;
	});
}

/** What chats hold and terminals stumble over: emoji of several parts, right-to-left text, long words, code. Asked and answered. */
export const oddWords: readonly [asked: string, answered: string][] = [
	[
		'hey 👋🏽 how was the weekend?',
		'so good 😂😂\nwe went climbing with the kids 👨‍👩‍👧‍👦🧗🏽‍♀️\n❤️',
	],
	[
		'מה שלומך היום? הכל טוב?',
		'הכול בסדר 🙂\nنلتقي غدا في المقهى؟ 🇩🇪 wie abgemacht',
	],
	[
		'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft!',
		'hahaha\nhttps://example.org/a/very/long/path/that/nobody/reads?with=parameters&and=more#than-one-line',
	],
	[
		'can you send me the script?',
		'for (const chat of chats) {\n\tawait read(chat); // "日本語" too\n}\nsomething like that 😅',
	],
];

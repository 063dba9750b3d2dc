import type {Reply} from './types.ts';

/** What somebody does in so many of the replies, 0 to 1; `burst` is how many messages a reply has beyond one, in tens. */
export type Habits = Record<Habit, number>;
export type Habit = keyof typeof signs | 'burst';

/** Each of them is in a reply or is not. Chosen after stylometry's marks that topics do not move (Stamatatos 2009). */
const signs = {
	emoji: /\p{Extended_Pictographic}/u,
	emoticon: /(?:^|\s)(?:[:;=8xX]['’]?-?[()DPpOo3/\\|*]+|<3|\^\^|xD+)(?=\s|$)/u,
	lowerCase: /^[^\p{L}]*\p{Ll}/u,
	fullStop: /[.…]$/mu,
	question: /\?/u,
	exclamation: /!/u,
	comma: /,/u,
	mention: /(?:^|\s)@\S/u,
	link: /https?:\/\/|www\.|\[link\]/iu,
	/** Short forms that are written in chats only, in English and German. */
	abbreviation:
		/(?<!\p{L})(?:lol|lmao|omg|idk|btw|tbh|ngl|imo|imho|rn|brb|wtf|afaik|thx|pls|plz|ur|u|r|cya|np|ty|tho|gonna|wanna|kinda|vllt|vlt|iwie|iwann|evtl|bzw|mfg|lg|glg|kp|ka|hdl|bb|wg|zb|bissl|nix|ned|net|nich|ne)(?!\p{L})/iu,
	/** A letter three times or more: "sooo". */
	stretched: /(\p{L})\1{2}/iu,
} as const;

const habits = Object.keys(signs) as (keyof typeof signs)[];

/** How often each habit shows; all 0 without replies. */
export function habitsOf(replies: readonly Reply[]): Habits {
	const rates = {
		...(Object.fromEntries(habits.map(habit => [habit, 0])) as Habits),
		burst: 0,
	};
	for (const {reply} of replies) {
		for (const habit of habits) {
			if (signs[habit].test(reply)) rates[habit] += 1 / replies.length;
		}

		rates.burst += (reply.split('\n').length - 1) / 10 / replies.length;
	}

	return rates;
}

/** Mean absolute difference of the rates: 0 for the same habits. */
export function habitError(one: Habits, other: Habits): number {
	const all = [...habits, 'burst'] as const;
	return (
		all.reduce((sum, habit) => sum + Math.abs(one[habit] - other[habit]), 0) /
		all.length
	);
}

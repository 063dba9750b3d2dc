import type {Category} from '../../moderation/types.ts';
import {isCalled} from './called.ts';
import {
	type Evidence,
	near,
	noisyOr,
	strengthOf,
	unlessNegated,
} from './evidence.ts';
import type {Hit} from './hits.ts';

/** Below this an insult is an ordinary word unless somebody is called it. */
const strongInsult = 0.6;

/** Makes scores, 0 to 1, of what was found in a message. */
export function combine(evidence: Evidence): Record<Category, number> {
	const threat = threatOf(evidence);
	const hateThreat = hateThreatOf(evidence);
	const hate = noisyOr(hateOf(evidence), 0.7 * hateThreat);
	const light = strengthOf(evidence, 'softener') > 0 ? 0.85 : 1;
	const violence = strengthOf(evidence, 'violence');
	const gore = strengthOf(evidence, 'gore');
	const sex = strengthOf(evidence, 'sex');
	const unnegated = (hit: Hit) => hit.strength * unlessNegated(evidence, hit);
	const intent = strengthOf(evidence, 'intent', unnegated);
	const selfHarm = Math.max(
		intent,
		strengthOf(evidence, 'selfHarm', unnegated),
	);
	const minors = strengthOf(evidence, 'minors');
	const illicit = strengthOf(evidence, 'illicit');
	const weapon = strengthOf(evidence, 'weapon');
	const how = strengthOf(evidence, 'instructions');
	return {
		harassment: noisyOr(
			profanityOf(evidence) * light,
			insultOf(evidence) * light,
			calledOf(evidence) * light,
			0.75 * strengthOf(evidence, 'slur'),
			0.6 * hate,
			0.85 * threat * light,
			hostilityOf(evidence),
		),
		'harassment/threatening': threat * light,
		hate: noisyOr(hate, 0.85 * strengthOf(evidence, 'slur')),
		'hate/threatening': hateThreat,
		illicit: noisyOr(
			0.6 * illicit ** 2,
			0.9 * illicit * how,
			0.6 * weapon * how,
		),
		'illicit/violent': noisyOr(
			0.9 * how * Math.max(weapon ** 1.5, 0.6 * violence),
			0.6 * weapon * illicit,
		),
		'self-harm': selfHarm ** 1.3 * light,
		'self-harm/intent': intent * light,
		'self-harm/instructions': 0.9 * selfHarm * how,
		sexual: sex ** 1.2,
		'sexual/minors': noisyOr(
			minors * sex ** 1.2,
			minors > 0.9 ? 0.85 * minors : 0,
		),
		violence: noisyOr(
			0.7 * violence ** 1.5,
			0.8 * threat * light,
			0.6 * gore ** 1.5,
			0.25 * weapon ** 2,
		),
		'violence/graphic': noisyOr(
			0.85 * gore ** 1.5,
			gore > 0 ? 0.4 * gore * violence : 0,
		),
	};
}

/** A swear word weighs less in a long message. */
function profanityOf(evidence: Evidence): number {
	const diluted = Math.max(0.75, 1 - 0.01 * (evidence.length - 1));
	return diluted * strengthOf(evidence, 'profanity');
}

/** An insult is one when somebody is called it; a bare one calls the reader. */
function insultOf(evidence: Evidence): number {
	return strengthOf(evidence, 'insult', hit => {
		const {strength} = hit;
		const left = strength * unlessNegated(evidence, hit);
		if (hit.end - hit.start > 1) return left;
		if (near(evidence, hit, 'you', 4, 1) > 0) return left;
		if (near(evidence, hit, 'me', 4, 0) > 0)
			return strength > strongInsult ? 0.35 * left : 0.05 * left;
		if (strength <= strongInsult) return 0.08 * left;
		return (evidence.length <= 2 ? 0.9 : 0.6) * left;
	});
}

/** "You rat." */
const calledOf = (evidence: Evidence): number =>
	strengthOf(evidence, 'called', hit =>
		isCalled(evidence, hit) ? hit.strength * unlessNegated(evidence, hit) : 0,
	);

/** "I hate you." */
const hostilityOf = (evidence: Evidence): number =>
	strengthOf(
		evidence,
		'hate',
		hit =>
			0.8 *
			hit.strength *
			near(evidence, hit, 'you', 0, 1) *
			unlessNegated(evidence, hit),
	);

/** Complete threats, and verbs like "stab" with the reader as their object; "I will" makes them worse. */
function threatOf(evidence: Evidence): number {
	const complete = strengthOf(
		evidence,
		'threat',
		hit => hit.strength * unlessNegated(evidence, hit),
	);
	const attack = strengthOf(evidence, 'attack', hit => {
		const object = near(evidence, hit, 'you', 2, 2);
		if (object < 1) return 0;
		const speaker = near(evidence, hit, 'me', 5, 5) > 0 ? 0.9 : 0.55;
		return hit.strength * speaker * unlessNegated(evidence, hit);
	});
	return noisyOr(complete, complete > 0 ? 0.3 * attack : attack);
}

/** Something hateful said about a group, not only in a message that names one. */
function hateOf(evidence: Evidence): number {
	return strengthOf(evidence, 'group', group => {
		const said = Math.max(
			near(evidence, group, 'derogation', 7, 7),
			near(evidence, group, 'hate', 3, 0),
			0.9 * near(evidence, group, 'insult', 5, 6),
			0.6 * near(evidence, group, 'profanity', 1, 0),
			0.5 * near(evidence, group, 'slur', 6, 6),
		);
		return (0.4 + 0.6 * group.strength) * said * unlessNegated(evidence, group);
	});
}

/** A group or a slur, and violence wished on it. */
function hateThreatOf(evidence: Evidence): number {
	const violent = (target: Hit) =>
		Math.max(
			near(evidence, target, 'attack', 5, 6),
			near(evidence, target, 'threat', 6, 6),
			0.8 * near(evidence, target, 'violence', 4, 4),
		);
	return noisyOr(
		strengthOf(
			evidence,
			'group',
			hit => 0.75 * hit.strength * violent(hit) * unlessNegated(evidence, hit),
		),
		strengthOf(evidence, 'slur', hit => 0.75 * hit.strength * violent(hit)),
	);
}

import type {State} from '../state.ts';
import {type AuditAction, decide, reduceAudit, startAudit} from './audit.ts';
import type {ChatsStep} from './chats-step.ts';
import {type DataAction, reduceData} from './data.ts';
import {toMatch} from './data-search.ts';
import {startData} from './data-step.ts';
import {dataLayout, dataTextWidth, innerSize} from './layout.ts';
import {planFor} from './plan.ts';
import {startTraining, type TrainingStep} from './training-step.ts';

/*
The views on the data set that open from the consent: its examples with the knobs, and what is replaced in it. What is
chosen in them is what would be trained on once they are left.
*/

/** The data set as examples and knobs, before anything is agreed to. */
export function openData(state: State): State {
	const {training, you, chats, rules} = state;
	if (training?.phase !== 'ready' || !you) return state;
	const name = you.name?.split(/\s/)[0] ?? '';
	const data = startData(rules, name, monthsOf(chats));
	return {...state, training: {...training, data}} as State;
}

function monthsOf({rows, picked}: ChatsStep): [first: string, last: string] {
	const days = rows
		.flatMap(row =>
			row.kind === 'chat' && picked.has(row.file)
				? [row.summary.first ?? '', row.summary.last ?? '']
				: [],
		)
		.filter(Boolean)
		.sort();
	return [days[0]?.slice(0, 7) ?? '', days.at(-1)?.slice(0, 7) ?? ''];
}

/** An example that was searched for is shown where the match is. */
export function onData(state: State, action: DataAction): State {
	if (!state.training?.data) return state;
	const width = dataTextWidth(state.size);
	const reduced = reduceData(state.training.data, action, width);
	const {example} = dataLayout(innerSize(state.size).columns);
	const data =
		action.type === 'data/answered' ? toMatch(reduced, example) : reduced;
	return {...state, training: {...state.training, data}};
}

/** Esc takes back a search first; then what the knobs say is what would be trained on. */
export function closeData(state: State, training: TrainingStep): State {
	const {data} = training;
	if (data?.search.text) {
		const cleared = reduceData(data, {type: 'data/clear'}, 1);
		return {...state, training: {...training, data: cleared}} as State;
	}
	const rules = data?.rules ?? state.rules;
	const closed = {
		...state,
		rules,
		training: {...training, data: null},
	} as State;
	return rules === state.rules ? closed : planAnew(closed);
}

/** What is replaced in what leaves the machine, and what is to be decided about that. */
export function openAudit(state: State): State {
	const {training} = state;
	return training?.phase === 'ready' && training.plan
		? ({...state, training: {...training, audit: startAudit}} as State)
		: state;
}

export function closeAudit(state: State, training: TrainingStep): State {
	const closed = {...state, training: {...training, audit: null}} as State;
	const {plan} = training;
	const isSame =
		plan?.options.replaceNames === state.names.replaceNames &&
		plan.options.keepNames === state.names.keepNames;
	return isSame ? closed : recount(planAnew(closed));
}

/** What was chosen is planned, with what is open left open. */
function planAnew(state: State): State {
	const {training} = state;
	const plan = training && planFor(state, training);
	if (!training || !plan) return state;
	const {attempt, hyperparameters, data} = training;
	return {
		...state,
		training: {
			...startTraining(plan, training, {attempt, hyperparameters}),
			data,
		},
	} as State;
}

/** Decisions about names are the program's; where one looks is the view's. */
export function onAudit(state: State, action: AuditAction): State {
	const {training, names} = state;
	if (!training?.audit) return state;
	if (action.type !== 'audit/decide') {
		const step = reduceAudit(training.audit, action, names);
		return {...state, training: {...training, audit: step}} as State;
	}
	const decided = decide(training.audit, action.as, names);
	return {
		...state,
		names: decided.names,
		training: {...training, audit: decided.step},
	} as State;
}

/** Whatever shows what the data set would be counts it anew: more is known now. */
export function recount(state: State): State {
	const {moderation, training} = state;
	const plan = training?.plan && {...training.plan, isSettled: false};
	const data =
		training?.data && reduceData(training.data, {type: 'data/again'}, 1);
	return {
		...state,
		moderation: moderation && {...moderation, counted: false},
		training: training && {...training, plan, data},
	} as State;
}

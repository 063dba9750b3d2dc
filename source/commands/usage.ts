import {completion} from './usage/completion.ts';
import {dataset} from './usage/dataset.ts';
import {evaluate} from './usage/evaluate.ts';
import {inspect} from './usage/inspect.ts';
import {reply} from './usage/reply.ts';
import {serve} from './usage/serve.ts';
import {train} from './usage/train.ts';

/*
What the command line takes, once: the help (`help.ts`) and the completion of shells (`completion.ts`) are made of these
tables, and a test holds them against the flags that are parsed. They import nothing else, so that `--help` is there at once.
*/

/** The commands, in the order of their work. */
export const usages = {
	inspect,
	dataset,
	train,
	evaluate,
	reply,
	serve,
	completion,
};

export type CommandName = keyof typeof usages;

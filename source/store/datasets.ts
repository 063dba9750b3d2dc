import path from 'node:path';
import type {Home} from './home.ts';

/** The two files of a data set that is kept in the home: what is trained on, and what is held out. */
export type DatasetFiles = {training: string; validation: string};

/** @param id of the job or twin that the data set was made for */
export const datasetFiles = (home: Home, id: string): DatasetFiles => {
	const fileOf = (kind: string) =>
		path.join(datasetsFolder(home), `${id}.${kind}.jsonl`);
	return {training: fileOf('training'), validation: fileOf('validation')};
};

export const datasetsFolder = ({data}: Home): string =>
	path.join(data, 'datasets');

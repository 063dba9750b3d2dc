import {makeEnsemble} from '../network/ensemble.ts';
import type {Network} from '../network/network.ts';
import type {Trained} from '../network/shape.ts';
import {checksum, makeReader, makeWriter, type Writer} from './bytes.ts';
import {readExchanges, writeExchanges} from './exchange-file.ts';
import type {Exchange} from './exchanges.ts';
import {type Index, indexExchanges} from './inverted-index.ts';
import {gatherPieces, type KnownPieces} from './known-pieces.ts';
import {groups, parts, type Weights} from './mixture.ts';
import {readNetworks, writeNetworks} from './network-file.ts';
import type {Ngram, NgramData} from './ngram.ts';
import {readNgram, writeNgram} from './ngram-file.ts';
import {type Profile, profileOf} from './profile.ts';
import {makeTokenizer, type Tokenizer} from './tokenizer.ts';
import type {Vocabulary} from './vocabulary.ts';

/** What was learnt from the chats: everything that a reply needs. */
export type Learnt = {
	vocabulary: Vocabulary;
	everyone: Ngram;
	owner: Ngram;
	weights: Weights;
	/** None where there was too little text, or no time. */
	networks: readonly Trained[];
	exchanges: readonly Exchange[];
	/** Tokens that were learnt, all speakers. */
	tokens: number;
};

/** A model ready to reply: what was learnt and what follows from it. */
export type Model = Omit<Learnt, 'networks'> & {
	network: Network | null;
	tokenizer: Tokenizer;
	index: Index;
	pieces: KnownPieces;
	profile: Profile;
};

const magic = 'twin-tui model\n';
const version = 3;
const headLength = magic.length + 10;

/** What a model file is written from: its n-grams are asked for one after the other, so that not both are in the memory at once. */
export type ToWrite = Omit<Learnt, 'everyone' | 'owner'> & {
	everyone: () => NgramData;
	owner: () => NgramData;
};

/** Puts a model into one file: magic, version (2 bytes), length and CRC-32 of the rest (4 bytes each, little-endian), the rest. */
export function serialise(model: ToWrite): Uint8Array<ArrayBuffer> {
	const bytes = writeBody(model).bytes(headLength);
	const body = bytes.subarray(headLength);
	bytes.set(new TextEncoder().encode(magic));
	const view = new DataView(bytes.buffer);
	view.setUint16(magic.length, version, true);
	view.setUint32(magic.length + 2, body.length, true);
	view.setUint32(magic.length + 6, checksum(body), true);
	return bytes;
}

/**
 * Reads a model file.
 * @throws Error with a sentence where the bytes are no model, are damaged, or come from a newer version.
 */
export function loadModel(bytes: Uint8Array): Model {
	const head = new TextDecoder().decode(bytes.subarray(0, magic.length));
	if (head !== magic || bytes.length < headLength) {
		throw new Error(
			'This is not a model of the embedded engine, or only the beginning of one. Train the twin again.',
		);
	}

	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const written = view.getUint16(magic.length, true);
	if (written < version) {
		throw new Error(
			`This model was written by an older version of twin-tui (model format ${written}, this version reads ${version}). Train the twin again.`,
		);
	}

	if (written > version) {
		throw new Error(
			`This model was written by a newer version of twin-tui (model format ${written}, this version reads up to ${version}). Update twin-tui, or train the twin again.`,
		);
	}

	const body = bytes.subarray(headLength);
	if (
		body.length !== view.getUint32(magic.length + 2, true) ||
		checksum(body) !== view.getUint32(magic.length + 6, true)
	) {
		throw new Error(
			'This model is damaged: its checksum does not fit its content. Restore the file from a backup, or train the twin again.',
		);
	}

	return readBody(body);
}

function writeBody(model: ToWrite): Writer {
	const writer = makeWriter();
	writer.whole(model.tokens);
	writer.whole(model.vocabulary.atoms.length);
	for (const atom of model.vocabulary.atoms) writer.text(atom);
	writer.whole(model.vocabulary.merges.length);
	for (const id of model.vocabulary.merges) writer.whole(id);
	for (const weight of model.weights) writer.real(weight);
	writeNgram(writer, model.everyone());
	writeNgram(writer, model.owner());
	writeNetworks(writer, model.networks);
	writeExchanges(writer, model.exchanges);
	return writer;
}

function readBody(body: Uint8Array): Model {
	const reader = makeReader(body);
	const tokens = reader.whole();
	const atoms = Array.from({length: reader.whole()}, () => reader.text());
	const merges = new Uint16Array(reader.whole()).map(() => reader.whole());
	const weights = new Float64Array(groups * parts).map(() => reader.real());
	const everyone = readNgram(reader);
	const owner = readNgram(reader);
	const network = makeEnsemble(readNetworks(reader));
	const exchanges = readExchanges(reader);
	const vocabulary = {atoms, merges};
	const tokenizer = makeTokenizer(vocabulary);
	const learnt = {vocabulary, everyone, owner, weights, exchanges, tokens};
	return {
		...learnt,
		network,
		tokenizer,
		pieces: gatherPieces(tokenizer, exchanges),
		index: indexExchanges(exchanges),
		profile: profileOf(exchanges),
	};
}

import {hasMarks, stripMarks} from './characters.ts';
import type {MessageKind} from './message.ts';
import {
	attachedFile,
	isAttached,
	isEdited,
	isEventStart,
	isLocation,
	isOption,
	isPoll,
	kindOfMarkedPhrase,
	kindOfPhrase,
} from './phrases/table.ts';

/** A message's text as it is kept, and what it is. */
export type Content = {text: string; kind: MessageKind};

/** Names that WhatsApp gives to files: IMG-20240520-WA0001.jpg, 00000012-PHOTO-2024-05-20-08-00-05.jpg. */
const ANDROID_NAME = /^[A-Z]{3}-\d{8}-WA\d{4,}\.\w{2,5}$/;
const IOS_NAME = /^\d{8}-.+\.\w{1,5}$/;
const LOCATION_LINK =
	/^https:\/\/maps\.google\.com\/(?:maps)?\?q=-?\d[\d.]*,-?\d[\d.]*$/;

/**
 * Classifies one message. `raw` is the text behind the sender with its marks; `lineMarked` says that the line began with
 * one. On iOS the phone's own texts begin with U+200E or U+200F (reference, section 1.1), so that a phrase in an unknown
 * language is still no typed text.
 */
export function classify(
	raw: string,
	platform: 'ios' | 'android',
	lineMarked: boolean,
): Content {
	const first = raw.charCodeAt(0);
	const marked = first === 0x200e || first === 0x200f;
	const withMarks = marked || hasMarks(raw);
	const text = withoutEdited(cleanText(raw));
	const kind =
		(marked && platform === 'ios' ? kindOfMarkedPhrase(text) : null) ??
		kindOfPhrase(text) ??
		kindOfAttachment(text, platform) ??
		(withMarks && platform === 'ios' ? kindOfTail(raw) : null);
	if (kind) return {text, kind};
	if (marked && platform === 'ios' && text)
		return {text, kind: lineMarked ? 'media' : 'system'};
	return {text, kind: 'text'};
}

/** A text with \n between its lines, and without marks. */
export function cleanText(raw: string): string {
	return stripMarks(raw.includes('\r') ? raw.replaceAll('\r\n', '\n') : raw);
}

/** The text without the note that it was edited. */
export function withoutEdited(text: string): string {
	if (!text.endsWith('>')) return text;
	const from = text.lastIndexOf('<');
	if (from < 0 || !isEdited(text.slice(from + 1, -1))) return text;
	return text.slice(0, /\s/.test(text.charAt(from - 1)) ? from - 1 : from);
}

/** Attachments, locations, polls and `null`; null where the text is none of them. */
function kindOfAttachment(
	text: string,
	platform: 'ios' | 'android',
): MessageKind | null {
	if (platform === 'android' && text === 'null') return 'media';
	const lineEnd = text.indexOf('\n');
	const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
	if (lineEnd > 0) {
		// A caption follows an Android placeholder or file name on the next line.
		if (line.startsWith('<') && kindOfPhrase(line) === 'media') return 'media';
		if (
			line.endsWith(':') &&
			isPoll(line.slice(0, -1).trimEnd()) &&
			hasOption(text)
		)
			return 'media';
		if (isEvent(text, line)) return 'media';
	}
	if (line.endsWith(')') && isAndroidAttachment(line)) return 'media';
	if (platform === 'android' && isBareAttachment(line)) return 'media';
	if (text.endsWith('>') && isIosAttachment(text)) return 'media';
	return isSharedLocation(text) ? 'media' : null;
}

/** `name.jpg (file attached)`. */
function isAndroidAttachment(line: string): boolean {
	const from = line.lastIndexOf(' (');
	if (from < 0) return false;
	const name = line.slice(0, from);
	return (
		ANDROID_NAME.test(name) ||
		(isAttached(line.slice(from + 2, -1)) && /\.\w{1,5}$/.test(name))
	);
}

/** The same without brackets, as Persian and Tamil phones write it; other letters are not looked at. */
function isBareAttachment(line: string): boolean {
	if (line.charCodeAt(0) < 0x600 && line.charCodeAt(line.length - 1) < 0x600)
		return false;
	return /\.\w{1,5}$/.test(attachedFile(line) ?? '');
}

/** `caption <attached: name.jpg>`, or with the word behind the name, or the old `name.jpg <attached>`. */
function isIosAttachment(text: string): boolean {
	const from = text.lastIndexOf('<');
	if (from < 0) return false;
	const inner = text.slice(from + 1, -1);
	if (isAttached(inner)) return from > 0;
	const colon = inner.search(/[:：]\s/);
	if (colon > 0) {
		const name = inner.slice(colon + 1).trim();
		return isAttached(inner.slice(0, colon).trim()) || IOS_NAME.test(name);
	}
	const blank = inner.lastIndexOf(' ');
	return blank > 0 && isAttached(inner.slice(blank + 1));
}

/** `location: https://maps.google.com/?q=…`, or a place with its Foursquare link. */
function isSharedLocation(text: string): boolean {
	const from = text.indexOf('https://');
	if (from < 3 || text.indexOf('\n') >= 0) return false;
	const before = text.slice(0, from).trimEnd();
	if (!before.endsWith(':')) return false;
	const link = text.slice(from);
	if (LOCATION_LINK.test(link))
		return isLocation(before.slice(0, -1).trimEnd());
	return /^https:\/\/foursquare\.com\/v\/\S+$/.test(link);
}

/** `EVENT: name`, and below it `Event Start time: …`. */
function isEvent(text: string, line: string): boolean {
	const colon = line.indexOf(': ');
	return (
		colon > 0 &&
		isPoll(line.slice(0, colon).trimEnd()) &&
		text.split('\n').some(isEventStart)
	);
}

function hasOption(text: string): boolean {
	return text.split('\n').some(isOption);
}

/** On iOS a caption or a file's name stands before the marked placeholder: `plan.pdf • ‎2 pages ‎document omitted`. */
function kindOfTail(raw: string): MessageKind | null {
	const at = Math.max(raw.lastIndexOf('\u200E'), raw.lastIndexOf('\u200F'));
	if (at <= 0) return null;
	return kindOfPhrase(stripMarks(raw.slice(at))) === 'media' ? 'media' : null;
}

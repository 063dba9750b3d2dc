/** What is wrong with a file and what to do, one sentence each. */
export const sentences = {
	missing: 'There is no such file; check the path.',
	forbidden:
		'The file may not be read; allow it (chmod u+r), or on macOS give the terminal access to this folder in System Settings.',
	forbiddenFolder:
		'The folder may not be read; allow it (chmod u+rx), or on macOS give the terminal access to it in System Settings.',
	empty: 'The file is empty; export the chat once more.',
	binary:
		'This is no text; give the .txt or .zip that "Export chat" in WhatsApp makes.',
	noExport:
		'This text is no WhatsApp export: no line begins with a date and a time; give the file as "Export chat" made it, not a copy of its text.',
	lateExport:
		'It does not begin like an export, but holds one: name the file itself to read it.',
	noExportsInFolder:
		'No WhatsApp export is in this folder (two folders deep); export a chat in WhatsApp and put the .txt or .zip here.',
	notAFile: 'This is neither a file nor a folder.',
	tooMuch:
		'Reading the file took more memory than there is; close other programs and try again.',
	enormous:
		'The text is larger than any chat WhatsApp exports (256 MB); it is not read.',
	damagedZip:
		'The archive is damaged or not complete; copy or export it once more.',
	encryptedZip:
		'The archive is encrypted; unpack it with its password and give the .txt inside.',
	methodZip:
		'The archive is packed in a way that cannot be read; unpack it and give the .txt inside.',
	bombZip:
		'The archive says that it holds far more text than a chat can have; it is not unpacked.',
	noChatInZip:
		'No chat is in this archive; give the .zip that "Export chat" in WhatsApp makes.',
	orderOfOthers:
		'Nothing in the file decides the order of day and month; it is read like the other exports.',
	latin1:
		'The file was saved in another encoding (Latin-1); letters are right, but emoji may be lost.',
} as const;

/** A failure that has its sentence. */
export class Unreadable extends Error {}

/** The sentence for what the system or the archive reader threw. */
export function sentenceFor(error: unknown, isZip = false): string {
	if (error instanceof Unreadable) return error.message;
	const code = (error as NodeJS.ErrnoException | null)?.code;
	if (code === 'ENOENT' || code === 'ENOTDIR') return sentences.missing;
	if (code === 'EACCES' || code === 'EPERM') return sentences.forbidden;
	if (code?.startsWith('E') && error instanceof Error && !isZip)
		return `The file cannot be read (${code}); copy it elsewhere and try again.`;
	if (isZip) return sentences.damagedZip;
	throw error;
}

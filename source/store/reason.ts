/** Why a file could not be written or read, in words that end a sentence. */
export function reasonOf(error: unknown): string {
	const {code, message} = error as NodeJS.ErrnoException;
	return (code && reasons[code]) || message;
}

const reasons: Record<string, string> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full',
	EACCES: 'that may not be written to',
	EPERM: 'that may not be written to',
	EROFS: 'that may not be written to',
	EEXIST: 'there is such a file already: choose another name',
	EISDIR: 'that is a folder: name a file in it',
	ENOENT: 'there is no such folder',
	ENOTDIR: 'there is no such folder',
	ENAMETOOLONG: 'the name is too long',
};

import {crc32, deflateRawSync} from 'node:zlib';

/** A file of an archive; the rest makes archives that nobody should trust. */
export type ZipFile = {
	name: string;
	content: string | Uint8Array;
	encrypted?: boolean;
	/** 8 is deflate (the default), 0 stores. */
	method?: number;
	/** Sizes that the archive claims, where they are not the true ones. */
	claimed?: {compressed?: number; uncompressed?: number};
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The bytes of an archive with these files. */
export function zip(files: readonly ZipFile[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const file of files) {
		const content = Buffer.from(file.content);
		const method = file.method ?? 8;
		const packed = method === 8 ? deflateRawSync(content) : content;
		const name = Buffer.from(file.name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(0x800 | (file.encrypted ? 1 : 0), 2);
		common.writeUInt16LE(method, 4);
		common.writeUInt32LE(crc32(content), 10);
		common.writeUInt32LE(file.claimed?.compressed ?? packed.length, 14);
		common.writeUInt32LE(file.claimed?.uncompressed ?? content.length, 18);
		common.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([signature(LOCAL), common, name, packed]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		directory.push(
			Buffer.concat([
				signature(CENTRAL),
				Buffer.from([20, 0]),
				common,
				place,
				name,
			]),
		);
		parts.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, central, signature(END), end]);
}

function signature(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

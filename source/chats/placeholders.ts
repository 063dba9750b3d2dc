import {isPoll} from './phrases/table.ts';

/** What a placeholder stands for; `media` where the phone did not say. */
export const placeholderKinds = [
	'photo',
	'video',
	'audio',
	'sticker',
	'gif',
	'document',
	'contact',
	'location',
	'poll',
	'media',
] as const;

export type PlaceholderKind = (typeof placeholderKinds)[number];

/** In the names that WhatsApp gives to files: IMG-20240520-WA0001.jpg, 00000012-PHOTO-2024-05-20-08-00-05.jpg. */
const names: Readonly<Record<string, PlaceholderKind>> = {
	IMG: 'photo',
	PHOTO: 'photo',
	VID: 'video',
	VIDEO: 'video',
	PTT: 'audio',
	AUD: 'audio',
	AUDIO: 'audio',
	STK: 'sticker',
	STICKER: 'sticker',
	GIF: 'gif',
	DOC: 'document',
};
const named = new RegExp(
	`(?:^|[<\\s]|\\d-)(${Object.keys(names).join('|')})-\\d`,
);

const extensions: readonly [PlaceholderKind, string][] = [
	['photo', 'jpg jpeg png heic'],
	['video', 'mp4 mov 3gp'],
	['audio', 'opus m4a mp3 aac ogg amr wav'],
	['sticker', 'webp'],
	['gif', 'gif'],
	['contact', 'vcf'],
];
const byExtension = new Map(
	extensions.flatMap(([kind, all]) => all.split(' ').map(end => [end, kind])),
);

/** Beginnings of words in the phrases of `phrases/`; what could be taken for something later in the list comes first. */
const words: readonly [PlaceholderKind, RegExp][] = [
	['media', /multivid|媒体文|媒體檔/],
	['gif', /gif|জিআইএফ/],
	[
		'sticker',
		/sti[ck]+er|стикер|naljepnic|n[aá]lepk|adhesiu|klist|αυτοκόλλητ|tarra|matrica|figurinha|pelekat|naklej|наклейк|çıkartma|스티커|スタンプ|স্টিকার|સ્ટીકર|סטיקר|स्टिकर|貼圖|贴图|表情|ملصق|สติกเกอร์/,
	],
	[
		'contact',
		/[ck]onta[ck]t|contatto|contato|vizitk|visitekaart|wizytówk|posjetnic|névjegy|yhteystieto|vizită|επαφής|контакт|連絡先|연락처|联系人|聯絡人|名片|পরিচিতি|સંપર્ક|קשר|कॉन्टैक्ट|संपर्क|kenalan|kişi kartı|جهة اتصال|مخاطب|رابطہ|รายชื่อ/,
	],
	[
		'location',
		/lo[ck]a[cts]|ligging|ubica|standort|placering|posi[tszc]|poloh|położeni|τοποθεσία|местоположен|геодан|локаци|位置|ロケーション|위치|מיקום|स्थान|ठिकाण|অবস্থান|સ્થાન|konum|məkan|موقع|مکان|sijainti|asukoht|tartózkodási|ตำแหน่ง/,
	],
	[
		'audio',
		/[aáà]udio|voice|vocal|\bvoz\b|sprachnachricht|ljud|\blyd|zvuk|zvok|ήχος|аудио|аудіо|звук|音声|音訊|音频|语音|語音|오디오|অডিও|ઓડિયો|קול|השמע|ऑडिओ|ऑडियो|صوت|^ses /,
	],
	[
		'video',
		/[vw]id[eéè]|видео|відео|βίντεο|ビデオ|비디오|视频|影片|影像|ভিডিও|વિડિયો|וידאו|הסרט|व्हिडीओ|वीडियो|فيديو|görüntülü/,
	],
	[
		'document',
		/do[ck]umen|έγγραφο|документ|belge|文档|文件|ドキュメント|문서|ডকুমেন্ট|ડોક્યુમેન્ટ|מסמך|डॉक्यु|مستند/,
	],
	[
		'photo',
		/ima[gt]|imej|immagin|bild|billed|[fp]h?oto|afbeelding|beeld|изображен|зображен|слика|slika|obr[aá]z|gambar|kép|pilt|εικόνα|görüntü|画像|图片|圖片|圖像|이미지|ইমেজ|છબી|תמונה|इमेज|चित्र|صورة|تصویر|รูปภาพ|hình ảnh/,
	],
];

/** What a message of kind `media` was: from the file's name, the link, or the words of the phone's language. */
export function placeholderKind(text: string): PlaceholderKind {
	if (/^\S.*https:\/\/(?:maps\.google|foursquare)\.com\//.test(text))
		return 'location';
	const lines = text.split('\n');
	const first = lines[0] ?? '';
	if (lines.length > 1 && isPoll(first.replace(/\s*:$/, ''))) return 'poll';
	// Captions stand behind the placeholder on Android, before it on iPhones.
	const line = first.startsWith('<') ? first : (lines.at(-1) ?? '');
	const name = named.exec(line)?.[1] ?? named.exec(first)?.[1];
	if (name) return names[name] ?? 'media';
	const end = /\.(\w{2,5})(?=[\s>)]|$)/.exec(first)?.[1]?.toLowerCase();
	if (end) return byExtension.get(end) ?? 'document';
	const folded = line.toLowerCase();
	return words.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'media';
}

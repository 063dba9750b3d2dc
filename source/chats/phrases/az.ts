import type {Phrases} from './types.ts';

/** Azerbaijani. */
export const az: Phrases = {
	media: ['<Media çıxarılmışdır>', 'canlı məkan paylaşılıb'],
	attached: ['fayl əlavə olunub'],
	deleted: [
		'Bu ismarıc silindi',
		'Siz bu ismarıcı sildiniz',
		'?Bu mesaj silindi',
	],
	edited: ['?Bu mesaj redaktə olunub'],
	system: [
		'Bu söhbətə göndərdiyiniz ismarıclar və zənglər artıq bir başdan digərinə qədər şifrələnir. …',
		'Bu qrupa göndərdiyiniz ismarıclar artıq bir başdan digərinə qədər şifrələnir. …',
		'Buraxılmış video zəng',
	],
	marked: ['Buraxılmış zəng'],
	titles: ['… ilə WhatsApp Söhbəti'],
};

import type {Phrases} from './types.ts';

/** Malay. */
export const ms: Phrases = {
	media: [
		'<Media disingkirkan>',
		'imej tidak dimasukkan',
		'video tidak dimasukkan',
		'audio tidak dimasukkan',
		'GIF tidak dimasukkan',
		'pelekat tidak disertakan',
		'dokumen tidak dimasukkan',
		'Kad kenalan tidak dimasukkan',
		'lokasi terkini dikongsi',
	],
	attached: ['dilampir', 'fail dilampirkan'],
	deleted: [
		'Mesej ini telah dipadam',
		'Anda telah memadamkan mesej ini',
		'Mesej ini telah dipadamkan oleh pentadbir …',
		'Anda telah memadamkan mesej ini sebagai pentadbir',
	],
	edited: ['?Mesej ini telah diedit'],
	system: [
		'Mesej dan panggilan disulitkan hujung ke hujung. …',
		'Mesej-mesej ke sembang ini dan panggilan kini selamat dengan penyulitan hujung ke hujung. …',
		'Mesej-mesej ke grup ini kini selamat dengan penyulitan hujung ke hujung. …',
		'Panggilan suara terlepas',
		'Panggilan video terlepas',
		'Panggilan suara terlepas pada …',
		'Menunggu untuk mesej ini. …',
		'Kod keselamatan … telah ditukar. …',
		'?Kod keselamatan anda dengan … telah berubah. …',
	],
	marked: ['Panggilan suara', 'Anda kini adalah pentadbir'],
	heads: [
		'… mengubah subjek …',
		'… telah mencipta grup …',
		'Anda telah mencipta grup …',
		'Anda mengubah subjek …',
	],
	titles: ['Sembang WhatsApp dengan …'],
};

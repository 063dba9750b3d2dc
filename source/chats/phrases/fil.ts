import type {Phrases} from './types.ts';

/** Filipino. */
export const fil: Phrases = {
	media: ['<Walang kalakip na media>', 'ibinahagi ang live na lokasyon'],
	attached: ['nakalakip na file'],
	deleted: [
		'Itong mensahe ay binura na',
		'Binura mo itong mensahe',
		'?Na-delete ang mensaheng ito',
	],
	edited: ['?Na-edit ang mensaheng ito'],
	system: [
		'Ang mga mensahe at tawag sa chat na ito ay secured gamit ang end-to-end encryption. …',
		'Ang mensahe sa grupong ito ay secured na, gamit ang end-to-end encryption. …',
		'Nakaligtaang voice call',
		'Nakaligtaang video call',
		'Nakaligtaang voice call kaninang …',
		'Ang security code ni … ay nagbago. …',
	],
	you: ['Ikaw'],
	titles: ['WhatsApp Chat kay …'],
};

import {describe, expect, test} from 'vitest';
import type {MessageKind} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

const L = '\u200E';

function read(line: string) {
	const chat = parseExport(line, {path: 'x', name: 'x'});
	expect(messagesOf(chat)).toHaveLength(1);
	return chat?.messages.at(0);
}

const ios = (body: string, mark = '') =>
	read(`${mark}[05.03.24, 15:07:09] Ana: ${body}`);
const android = (body: string) => read(`05.03.24, 15:07 - Ana: ${body}`);

describe('what an Android phone writes behind a name', () => {
	test.each<[MessageKind, string]>([
		['media', '<Media omitted>'],
		['media', '<Media omitted>\nlook at this'],
		['media', '<View once voice message omitted>'],
		['media', '<Video message omitted>'],
		['media', 'IMG-20240305-WA0001.jpg (file attached)'],
		['media', 'IMG-20240305-WA0001.jpg (file attached)\nthe view'],
		['media', 'My notes (final).pdf (file attached)'],
		['media', 'Ana Example.vcf (file attached)'],
		['media', 'PTT-20240305-WA0001.opus (in a language that nobody listed)'],
		['media', 'live location shared'],
		['media', 'location: https://maps.google.com/?q=52.5,-13.4'],
		['media', 'Café Nord (Main Street 1): https://foursquare.com/v/4b0588'],
		['media', 'POLL:\nPizza?\nOPTION: yes (1 vote)\nOPTION: no (0 votes)'],
		['media', 'EVENT: Picnic\nEvent Start time: 1719835200000'],
		['media', 'ÉVÉNEMENT : Vélo\nHeure de début de l’événement : 3'],
		['media', 'null'],
		['media', '<Medien ausgeschlossen>'],
		['media', 'IMG-20240305-WA0001.jpg (Datei angehängt)'],
		['media', `${L}IMG-20240305-WA0001.jpg (Datei angehängt)`],
		['media', 'Standort: https://maps.google.com/?q=52.5,13.4'],
		['media', 'Live-Standort wird geteilt'],
		['media', 'UMFRAGE:\nPizza?\nOPTION: ja (1 Stimme)'],
		['media', '<Multimedia omitido>'],
		['media', '<Archivo omitido>'],
		['media', 'IMG-20240305-WA0001.jpg (archivo adjunto)'],
		['media', 'ubicación: https://maps.google.com/?q=-34.6,-58.3'],
		['media', 'ENCUESTA:\n¿Pizza?\nOPCIÓN: sí (1 voto)'],
		['media', '<Mídia oculta>'],
		['media', '<Arquivo de mídia oculto>'],
		['media', '<Ficheiro não revelado>'],
		['media', 'documento.pdf (arquivo anexado)'],
		['media', 'documento.pdf (ficheiro anexado)'],
		['media', 'localização: https://maps.google.com/?q=-23.5,-46.6'],
		['media', '<Médias omis>'],
		['media', '<Fichier omis>'],
		['media', 'note.pdf (fichier joint)'],
		['media', 'localisation : https://maps.google.com/?q=48.8,2.3'],
		['media', 'SONDAGE :\nPizza ?\nOPTION : oui (1 vote)'],
		['media', '<Media omessi>'],
		['media', '<Без медиафайлов>'],
		['media', '<Medya dahil edilmedi>'],
		['media', '<メディアは含まれていません>'],
		['deleted', 'This message was deleted'],
		['deleted', 'This message was deleted.'],
		['deleted', 'You deleted this message'],
		['deleted', 'This message was deleted by admin Ben Miller.'],
		['deleted', 'Diese Nachricht wurde gelöscht.'],
		['deleted', 'Du hast diese Nachricht gelöscht.'],
		['deleted', 'Diese Nachricht wurde von Admin Ben gelöscht.'],
		['deleted', 'Se eliminó este mensaje.'],
		['deleted', 'Este mensaje fue eliminado'],
		['deleted', 'Eliminaste este mensaje.'],
		['deleted', 'Mensagem apagada'],
		['deleted', 'Esta mensagem foi apagada'],
		['deleted', 'Você apagou esta mensagem'],
		['deleted', 'Apagou esta mensagem'],
		['deleted', 'Ce message a été supprimé'],
		['deleted', 'Vous avez supprimé ce message'],
		['deleted', 'Questo messaggio è stato eliminato'],
		['deleted', 'تم حذف هذه الرسالة'],
	])('%s: %s', (kind, body) => {
		expect(android(body)).toMatchObject({
			kind,
			sender: 'Ana',
			text: body.replaceAll(L, ''),
		});
	});

	test('an old view-once picture is media', () => {
		expect(read('05.03.24, 15:07 - Ana:.')).toMatchObject({
			kind: 'media',
			sender: 'Ana',
		});
	});
});

describe('what an iPhone writes behind a name', () => {
	test.each<[MessageKind, string]>([
		['media', `${L}image omitted`],
		['media', `${L}GIF omitted`],
		['media', `${L}Contact card omitted`],
		['media', `Plan.pdf • ${L}2 pages ${L}document omitted`],
		['media', `so nice ${L}image omitted`],
		['media', `${L}<attached: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`],
		['media', `look: ${L}<attached: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`],
		[
			'media',
			`two\nlines ${L}<attached: 00000012-STICKER-2024-05-20-08-00-05.webp>`,
		],
		['media', `${L}<attached: 00000013-notes.pdf>`],
		['media', `IMG_0042.jpg <${L}attached>`],
		['media', `${L}<in any language: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`],
		['media', `${L}<00000012-PHOTO-2024-05-20-08-00-05.jpg eklendi>`],
		['media', `${L}POLL:\nPizza?\n${L}OPTION: yes (${L}2 votes)`],
		['media', `${L}Location: https://maps.google.com/?q=52.5,13.4`],
		['media', `${L}Bild weggelassen`],
		['media', `${L}Kontaktkarte ausgelassen`],
		['media', `${L}<Anhang: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`],
		['media', `${L}ABSTIMMUNG:\nPizza?\n${L}OPTION: ja (${L}2 Stimmen)`],
		['media', `${L}imagen omitida`],
		['media', `${L}<adjunto: 00000012-AUDIO-2024-05-20-08-00-05.opus>`],
		['media', `${L}ENCUESTA:\n¿Pizza?\n${L}OPCIÓN: sí (${L}1 voto)`],
		['media', `${L}imagem ocultada`],
		['media', `${L}figurinha omitida`],
		['media', `${L}imagem não revelada`],
		['media', `${L}<anexado: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`],
		['media', `${L}image absente`],
		['media', `${L}GIF retiré`],
		[
			'media',
			`${L}<pièce jointe\u00A0: 00000012-PHOTO-2024-05-20-08-00-05.jpg>`,
		],
		['media', `${L}immagine omessa`],
		['deleted', `${L}This message was deleted.`],
		['deleted', `${L}You deleted this message.`],
		['deleted', `${L}This message was deleted by an admin.`],
		['deleted', `${L}Diese Nachricht wurde gelöscht.`],
		['deleted', `${L}Se eliminó este mensaje.`],
		['deleted', `${L}Mensagem apagada.`],
		['deleted', `${L}Ce message a été supprimé par l’admin Inès.`],
		['system', `${L}Missed voice call. ${L}Tap to call back`],
		['system', `${L}Voice call. ${L}5 min`],
		['system', `${L}Video call. ${L}No answer`],
		['system', `${L}Verpasster Videoanruf. ${L}Tippe, um zurückzurufen`],
		['system', `${L}Ana changed this group's icon`],
		['system', `${L}Ana hat Ben hinzugefügt.`],
		['system', `${L}a notice that nobody has listed yet`],
	])('%s: %s', (kind, body) => {
		expect(ios(body)).toMatchObject({
			kind,
			sender: kind === 'system' ? null : 'Ana',
			text: body.replaceAll(L, ''),
		});
	});

	test('a marked text of an unknown language is media where the line is marked too', () => {
		expect(ios(`${L}mynd sleppt`, L)?.kind).toBe('media');
		expect(ios(`${L}mynd sleppt`)?.kind).toBe('system');
	});

	test('what was exported without marks is still known', () => {
		expect(ios('image omitted')?.kind).toBe('media');
		expect(ios('This message was deleted.')?.kind).toBe('deleted');
		expect(
			ios('Messages and calls are end-to-end encrypted. No one else.'),
		).toMatchObject({
			kind: 'system',
			sender: null,
		});
	});
});

describe('edited messages', () => {
	test.each([
		'This message was edited',
		'Diese Nachricht wurde bearbeitet.',
		'Diese Nachricht wurde bearbeitet',
		'Se editó este mensaje.',
		'Mensagem editada',
		'Ce message a été modifié',
		'Messaggio modificato',
		'Dit bericht is bewerkt',
	])('lose "<%s>"', note => {
		expect(android(`so <3 it <${note}>`)).toMatchObject({
			text: 'so <3 it',
			kind: 'text',
		});
		expect(ios(`a\nb ${L}<${note}>`)).toMatchObject({
			text: 'a\nb',
			kind: 'text',
		});
	});
});

describe('typed text stays text', () => {
	test.each([
		'I think this message was deleted by mistake',
		'the image omitted the best part',
		'<Media omitted> is what it says',
		'He said <This message was edited> and laughed',
		'<3',
		'(file attached)',
		'see the notes (file attached)',
		'null and void',
		'Null',
		'POLL: who is in?',
		'EVENT: who is in?\nStart time: noon',
		'POLL:\nwho is in?',
		'Voice call',
		'Videoanruf',
		'Videoanruf. Um acht?',
		'Ana left',
		'You added Ben',
		'look here: https://maps.google.com/?q=52.5,13.4',
		'location: near https://maps.google.com/?q=52.5,13.4',
		'https://maps.google.com/?q=52.5,13.4',
		'Ben changed the subject to "x"',
		'Standort: zu Hause',
		'a:b',
		': :',
	])('%s', body => {
		for (const message of [android(body), ios(body)])
			expect(message).toMatchObject({sender: 'Ana', text: body, kind: 'text'});
	});

	test('"null" typed on an iPhone is a word', () => {
		expect(ios('null')?.kind).toBe('text');
	});

	test('an empty message is a blank text', () => {
		expect(android('')).toMatchObject({sender: 'Ana', text: '', kind: 'text'});
		expect(read('05.03.24, 15:07 - Ana:')).toMatchObject({
			sender: 'Ana',
			text: '',
		});
	});
});

describe('notices that contain a colon are no people', () => {
	test.each([
		'You created the group: Trip',
		'Ana changed the subject from "Trip: Rome" to "Trip: Milan"',
		'Ana changed the group name to “Trip: Rome”',
		'Ana created group "Trip: Rome"',
		'Ana hat den Betreff von "A: b" zu "C: d" geändert.',
		'Ana hat die Gruppe „Urlaub: Rom“ erstellt.',
		'Ana cambió el asunto de "A: b" a "C: d"',
		'Creaste el grupo "Viaje: Roma"',
		'Ana mudou o nome do grupo para "Viagem: Roma"',
		'Ana a changé le sujet de « A : b » à « C : d »',
		'Vous avez créé le groupe « Rome : mai »',
		'Somebody did something new to “A: b”',
	])('%s', notice => {
		for (const line of [
			`05.03.24, 15:07 - ${notice}`,
			`[05.03.24, 15:07:09] ${L}${notice}`,
		])
			expect(read(line)).toMatchObject({
				sender: null,
				kind: 'system',
				text: notice,
			});
	});

	test('names with quotes, dashes and brackets are people', () => {
		for (const name of [
			'5" Tony',
			'Ana - Work',
			'Ben [old]',
			'~ Rui',
			'+49 170 1234567',
			'Eva „Evi“ K.',
		])
			expect(read(`05.03.24, 15:07 - ${name}: hi`)).toMatchObject({
				sender: name,
				text: 'hi',
			});
	});
});

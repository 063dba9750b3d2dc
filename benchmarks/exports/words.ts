/** Words of everyday messages, so that letters, lengths and share of non-Latin text are those of real exports. */
export const words = {
	en: 'yes no maybe ok lol see you tomorrow where are you I am at the station bring the tickets please what time does it start nobody told me anything about that sorry just woke up call you later on my way almost there good night thank you so much did anyone feed the cat again this weekend works for me can we make it eight instead'.split(
		' ',
	),
	de: 'ja nein vielleicht okay bis morgen wo bist du ich bin schon am Bahnhof bring bitte die Karten mit wann fängt das überhaupt an keiner hat mir was gesagt tut mir leid bin grad erst aufgestanden ruf dich später an unterwegs gleich da gute Nacht danke schön hat jemand die Katze gefüttert nächstes Wochenende passt mir gut können wir auch um acht'.split(
		' ',
	),
	es: 'sí no quizás vale hasta mañana dónde estás ya estoy en la estación trae las entradas por favor a qué hora empieza nadie me dijo nada perdón me acabo de despertar te llamo luego voy de camino casi llego buenas noches muchas gracias alguien dio de comer al gato este fin de semana me va bien podemos quedar a las ocho'.split(
		' ',
	),
	ar: 'نعم لا ربما حسنا أراك غدا أين أنت أنا في المحطة أحضر التذاكر من فضلك متى يبدأ لم يخبرني أحد آسف استيقظت للتو سأتصل بك لاحقا في الطريق تصبح على خير شكرا جزيلا هل أطعم أحد القطة نهاية الأسبوع تناسبني'.split(
		' ',
	),
} as const;

export const emoji = ['😂', '❤️', '👍🏽', '😭', '🙌', '👨‍👩‍👧', '🥲', '🔥'];

export const endings = [
	'.',
	'.',
	'?',
	'!',
	'…',
	' :)',
	' ;-)',
	'!!!',
	' (10:30)',
];

import {expect, test} from 'vitest';
import {isFrequentNoun} from '../../../source/dataset/anonymize/nouns.ts';
import {suspectCounter} from '../../../source/dataset/anonymize/suspects.ts';

const suspectsOf = (...texts: string[]): string[] => {
	const counter = suspectCounter();
	for (const text of texts) counter.add(text, []);
	return counter.list([]).map(({name}) => name);
};

test('names are looked at, frequent nouns and what stands behind an article are not', () => {
	expect(
		suspectsOf(
			'gestern war ich mit Juliane im Kino, das kannte Amir',
			'er hat Rouladen und Apfelkuchen auf Rädern',
			'ich hab noch 28 Schrumpel, und du ne Flimse',
			'kennst du die Lena, und mein Max kommt',
			'er sagt Flimse, etwas Grünes und Rabenelternteil',
		),
	).toEqual(['Juliane', 'Amir']);
});

test('an article before a name, as some speak, hides it only where it always stands there', () => {
	expect(
		suspectsOf(
			'ich war mit Annika da',
			'und Annika kam, mit Annika',
			'ob Annika mag',
			'das mag die Annika',
		),
	).toEqual(['Annika']);
});

test.each(
	'Beinen Hausschuhen Autounfälle Aufsätze Monaten Verbandskasten Knalltüte Eier January Rädern Affen Federn Zahnarzt Leders'.split(
		' ',
	),
)('%s is a noun', word => {
	expect(isFrequentNoun(word)).toBe(true);
});

/** Usual names, among them such as end in nouns or look like the plural of one. */
const names =
	'Anna Lena Max Jonas Finn Emma Mia Marie Lea Karin Heike Silke Ute Elke Peter Uwe Horst Ralf Jens Sven Tim Jan Moritz ' +
	'Amir Ali Fatma Yusuf Priya Nair Wei Ming Olga Sascha Rosalie Amelie Kuhn Kühn Müller Fischer Köhler Schulte Neumann ' +
	'Hoffmann Zimmermann Rosenbaum Steinfeld Edelstein Albrecht Vogel Stein Ring Bergmann Stockmann Kirschstein Schäfer ' +
	'Brandt Weber Wagner Becker Krüger Lorenz Böhm Winkler Keller Sommer Winter Juliane Katharina Hannes Edda Theo';

test.each(names.split(' '))('%s is no noun', name => {
	expect(isFrequentNoun(name)).toBe(false);
});

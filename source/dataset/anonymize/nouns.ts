/**
Nouns that are frequent in German chats, in the singular (where that is rare, in the plural), and days and months in
English. German writes every noun as it writes a name, so without them the list of maybe-names is a list of nouns.
No word that is also a usual first name or surname is here: those are for the owner to decide about (`words.ts`).
Written for this project.
*/
const nouns = `
Abend Abfahrt Abschluss Adresse Affe Ahnung Aktion Alarm Alkohol Alter Ampel Anfang Angebot Angst Ankunft Anruf Antwort
Anzug Apfel App Apotheke Appetit Ärger Arsch Arschloch Art Arzt Aufgabe Aufsatz Auge Ausflug Ausnahme Ausrede Auto
Bahn Bahnhof Balkon Ball Bank Bauch Bedarf Bein Beispiel Bescheid Besuch Betrug Bett Bild Bildschirm Blatt Blick Boden
Bohne Bombe Boot Braten Brief Brille Brot Brötchen Brücke Buch Bude Bühne Büro Bus Butter Café Chance Chaos Charakter Chat
Computer Creme Dach Dank Datei Datum Decke Depp Dichter Ding Dose Dorf Dreck Druck Dusche Ecke Eier Eile Eimer Eingang Eis Bier
Eltern Emoji Ende Ente Enkel Erde Erdbeere Ergebnis Essen Etage Fach Faden Fahrrad Fahrt Fall Farbe Feder Fehler Feier Feierabend
Fenster Ferien Fernseher Feuer Fieber Figur Film Finger Firma Flasche Fleisch Flug Flughafen Fläche Folge Form Foto
Frage Freizeit Freude Frost Frucht Frühling Frühstück Fuß Gabel Garten Gast Geburtstag Gedanke Gedicht Gefallen Gefühl Gegend
Geheimnis Geld Gemüse Geruch Geschäft Geschenk Geschichte Gesicht Gespräch Getränk Gewicht Gewitter Glas Gleis Glück Gras
Grenze Griff Grill Grippe Großeltern Grund Gruß Gurke Haken Halle Hals Hälfte Hand Handtuch Handy Haufen Hausschuh Haut Heft
Heizung Hemd Herd Herz Hilfe Himmel Hintern Hitze Hose Hotel Huhn Hund Hunger Husten Hut Idee Idiot Info Insel Interesse Internet
Jacke Jahr Jahrgang Joghurt Jugend Kabel Kaffee Kalender Kamera Kampf Kanne Karte Kartoffel Käse Kasse Kasten Katze Kerze
Kette Kiste Kino Kirsche Kissen Klamotte Klasse Klausur Kleid Klingel Klo Kloß Knie Knalltüte Knopf Knoten Koffer
Konto Konzert Kopfschmerz Korb Körper Kosten Kraftwerk Krankenhaus Kreis Kreuz Kuchen Kugel Kühlschrank Kunde Kunst Kurs
Kurve Kuss Lachen Laden Lage Lampe Land Lappen Laptop Lärm Laune Leben Leder Legende Leiter Leitung Leute Licht Lied Liste Löffel
Lokal Lösung Luft Lüge Lust Magen Mal Marke Markt Maschine Matte Mauer Meer Mehl Meinung Menge Mensch Messer Metall Meter
Miete Milch Minute Mist Mitte Mittag Mitternacht Möbel Moment Monat Moos Motor Mühe Mund Muskel Musik Mut Mütze
Nachbar Nachricht Nachwuchs Name Nerv Netz Nostalgie Note Notiz Nudel Nummer Ofen Ohr Öl Ordner Ordnung Ort Ostern Paket Panik Papier
Party Pass Pause Pech Pfanne Pfeife Pferd Pflanze Pfund Pilz Pinsel Pizza Plan Platte Platz Po Post Postkarte Preis Problem
Prozent Prüfung Pudding Pulli Punkt Puppe Quatsch Rad Rädern Rahmen Rand Rat Raum Rechnung Rede Regal Regel Regen Reifen
Reihe Reise Rest Rezept Richtung Rock Roggen Rolle Rouladen Route Rücken Rucksack Ruhe Rutsche Sache Sack Saft Salat Salz Satz
Schachtel Scheibe Scheiße Schere Scherz Schiff Schirm Schiss Schlaf Schlag Schlange Schloss Schluss Schlüssel Schmerz
Schminke Schnee Schnitzel Schnupfen Schokolade Schrank Schreck Schritt Schuh Schuld Schüler Schüssel Schwein Seele
Seife Seil Seite Sekunde Senf Serie Service Sessel Sinn Sitz Skala Socke Sofa Software Soße Spaß Spaziergang Speck Spiegel Spiel
Spinne Spitze Sport Sprache Spruch Stadt Stall Start Stau Stelle Stift Stimme Stimmung Stock Stoff Strand Straße Strecke
Streit Strom Strumpf Stück Student Stufe Stuhl Stunde Sturm Suche Suppe System Tablette Tafel Tasche Tasse Taxi Teich Teig Teil
Telefon Teller Termin Test Text Thema Ticket Tier Tipp Tisch Tod Toilette Tomate Ton Topf Tor Torte Training Traube Traum
Treffen Treppe Trick Trottel Tuch Tür Tüte Typ Übung Uhr Umzug Unfall Unsinn Unterricht Unterarm Urlaub Verband Verkehr
Verein Versehen Verspätung Vertrag Video Viertel Vorhang Vorschlag Vorsicht Waffel Wagen Wahl Wahnsinn Wahrheit Wand
Wanderung Wäsche Wasser Wecker Weg Weihnachten Welt Wende Werk Wetter Wiese Wind Winkel Witz Woche Wochenende Wohnung Wolke
Wort Wunder Wunsch Wurst Wüste Zahl Zahnarzt Zäsur Zaun Zeichen Zeile Zeit Zeitung Zelt Zettel Zeug Zeugnis Ziege Ziel Zimmer Zitrone
Zucker Zufall Zug Zunge Zweifel Zwiebel
Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Juni Juli September Oktober November Dezember
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July October December
Christmas Easter English German French Spanish Deutsch Englisch Französisch Spanisch
`;

/** Endings of cases and plurals. */
const endings = /(?:ern|er|en|es|e|n|s)$/;
/** What is shorter is the end of too many names: Neumann, Rosenbaum, Steinfeld. */
const shortestHead = 5;
const shortestStem = 4;

/** Without case, umlauts and accents. */
const plainOf = (word: string): string =>
	word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** A plain word, and what is left of it without an ending, which may be a letter or more. */
function formsOf(plain: string): string[] {
	// Affen is Affe with an n; what would be left without the e is too short.
	const stems = [endings, /[ns]$/].map(ending => plain.replace(ending, ''));
	const long = stems.filter(stem => stem.length >= shortestStem);
	return [...new Set([plain, ...long])];
}

const known = new Set(
	nouns
		.trim()
		.split(/\s+/)
		.flatMap(noun => formsOf(plainOf(noun))),
);

/** Whether a word is a frequent noun in one of its cases, or a compound that ends in one (Apfelkuchen). */
export function isFrequentNoun(word: string): boolean {
	for (const form of formsOf(plainOf(word))) {
		if (known.has(form)) return true;
		for (let at = 3; at <= form.length - shortestHead; at++)
			if (known.has(form.slice(at))) return true;
	}
	return false;
}

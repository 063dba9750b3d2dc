/** One locale per family of words that ICU knows for months and parts of the day; it has the rest of the region. */
export const LOCALES: readonly string[] =
	'en en-GB en-CA de de-AT fr fr-CA es es-MX es-CO pt-BR pt-PT it nl da nb sv fi is pl cs sk sl hr sr sr-Latn bs mk bg ro hu el tr ru uk be kk uz et lv lt sq he ar ar-AE fa ur hi bn mr ne gu pa ta te kn ml si th lo km my vi id ms fil ja ko zh-CN zh-TW zh-HK sw af am az ka hy mn ca eu gl ga cy'.split(
		' ',
	);

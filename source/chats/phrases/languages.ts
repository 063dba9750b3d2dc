import {af} from './af.ts';
import {ar} from './ar.ts';
import {az} from './az.ts';
import {bg} from './bg.ts';
import {bn} from './bn.ts';
import {bs} from './bs.ts';
import {ca} from './ca.ts';
import {cs} from './cs.ts';
import {da} from './da.ts';
import {de} from './de.ts';
import {el} from './el.ts';
import {en} from './en.ts';
import {es} from './es.ts';
import {et} from './et.ts';
import {fa} from './fa.ts';
import {fi} from './fi.ts';
import {fil} from './fil.ts';
import {fr} from './fr.ts';
import {gu} from './gu.ts';
import {he} from './he.ts';
import {hi} from './hi.ts';
import {hr} from './hr.ts';
import {hu} from './hu.ts';
import {id} from './id.ts';
import {it} from './it.ts';
import {ja} from './ja.ts';
import {kk} from './kk.ts';
import {kn} from './kn.ts';
import {ko} from './ko.ts';
import {lt} from './lt.ts';
import {lv} from './lv.ts';
import {mk} from './mk.ts';
import {ml} from './ml.ts';
import {mr} from './mr.ts';
import {ms} from './ms.ts';
import {nb} from './nb.ts';
import {nl} from './nl.ts';
import {pa} from './pa.ts';
import {pl} from './pl.ts';
import {pt} from './pt.ts';
import {ro} from './ro.ts';
import {ru} from './ru.ts';
import {sk} from './sk.ts';
import {sl} from './sl.ts';
import {sq} from './sq.ts';
import {sr} from './sr.ts';
import {sv} from './sv.ts';
import {sw} from './sw.ts';
import {ta} from './ta.ts';
import {te} from './te.ts';
import {th} from './th.ts';
import {tr} from './tr.ts';
import type {Phrases} from './types.ts';
import {uk} from './uk.ts';
import {ur} from './ur.ts';
import {vi} from './vi.ts';
import {zhCn} from './zh-cn.ts';
import {zhTw} from './zh-tw.ts';

/** All languages by their codes: an export's language is not known, and its phrases do not collide. */
export const LANGUAGES: Readonly<Record<string, Phrases>> = {
	af,
	ar,
	az,
	bg,
	bn,
	bs,
	ca,
	cs,
	da,
	de,
	el,
	en,
	es,
	et,
	fa,
	fi,
	fil,
	fr,
	gu,
	he,
	hi,
	hr,
	hu,
	id,
	it,
	ja,
	kk,
	kn,
	ko,
	lt,
	lv,
	mk,
	ml,
	mr,
	ms,
	nb,
	nl,
	pa,
	pl,
	pt,
	ro,
	ru,
	sk,
	sl,
	sq,
	sr,
	sv,
	sw,
	ta,
	te,
	th,
	tr,
	uk,
	ur,
	vi,
	'zh-cn': zhCn,
	'zh-tw': zhTw,
};

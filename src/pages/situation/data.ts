/** What the page of one situation and its brief are made from. */
import type { PlacesWarned } from '../../core/desk-place.ts';
import type { AlertView, NoticeView, Report, WatchedPerson } from '../../core/model.ts';
import type { Cite, ReadingView, Situation } from '../../core/situation.ts';
import type { Document } from '../../core/text/reading.ts';
import type { Borders } from '../map/borders.ts';
import type { Numbered } from '../parts/cited.tsx';
import { passagesOf } from '../parts/passages.ts';
import type { Concerned } from '../strings/picture.ts';
import { noticesIn } from './notice.ts';

export interface SituationData {
  readonly situation: Situation;
  readonly readings: readonly ReadingView[];
  /** The alerts that stand in it, as far as they are at hand. */
  readonly alerts: readonly AlertView[];
  /** The documents it rests on, as far as they are at hand. */
  readonly reports: readonly Report[];
  /** By report: the texts of its issuers' notices, and of what states no hour. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The day or time that the standing advice around it states, when that is no issuer's word here; null when it states none. */
  readonly aroundIssued: Cite | null;
  readonly people: readonly WatchedPerson[];
  readonly concerned: Concerned;
  /** Of the desk's own, those that its alerts cover. */
  readonly places: PlacesWarned;
  /** Of its alerts, newest first. */
  readonly notices: readonly NoticeView[];
  /** null when the desk has none. */
  readonly borders: Borders | null;
}

/** Rows of a table; the rest is counted. */
export const rowsShown = 60;

export const numberedOf = (data: SituationData): Numbered => ({
  passages: passagesOf(data.situation, data.readings, [
    ...noticesIn(data.situation, data),
    ...(data.aroundIssued === null ? [] : [data.aroundIssued]),
  ]),
  list: '',
});

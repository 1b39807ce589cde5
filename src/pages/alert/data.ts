/** What the page of one alert is made from. */
import type { PlacesWarned } from '../../core/desk-place.ts';
import { piecesOf } from '../../core/geo/geocodes/areas.ts';
import type { AlertView, Match, NoticeView, Rehearsal, Report, WatchedPerson } from '../../core/model.ts';
import type { Document } from '../../core/text/reading.ts';
import type { Borders } from '../map/borders.ts';

export interface AlertData {
  readonly view: AlertView;
  readonly report: Report | null;
  /** The text that it was read from; null for an alert in CAP, or when it is not at hand. */
  readonly document: Document | null;
  readonly people: readonly WatchedPerson[];
  /** A dry run at the moment of the page; null when there is too much to compare. */
  readonly matches: readonly Match[] | null;
  /** What confirming it would do; null when that was not asked or is too much to count. */
  readonly rehearsal: Rehearsal | null;
  /** Newest first. */
  readonly notices: readonly NoticeView[];
  /** How many people were told, shown or not. */
  readonly told: number;
  /** Of the desk's own, those that it covers. */
  readonly places: PlacesWarned;
  /** Null when the desk has none. */
  readonly borders: Borders | null;
}

/** Rows of a table of notices; the rest is counted. */
export const noticesShown = 200;

/** Points of an alert times people: what a page compares before it says that it is too much (about a second of work). */
const maxComparisons = 20_000_000;

/** False when working out who is inside would keep the desk from its work. */
export const canCompare = (view: Pick<AlertView, 'alert' | 'resolved'>, people: number): boolean =>
  people * pointsOf(view) <= maxComparisons;

function pointsOf({ alert, resolved }: Pick<AlertView, 'alert' | 'resolved'>): number {
  let points = 0;
  for (const { shape } of resolved.flatMap((area) => area.resolved))
    for (const piece of piecesOf(shape)) points += piece.kind === 'polygon' ? piece.ring.length : 1;
  for (const { areas } of alert.infos)
    for (const { polygons, circles } of areas) {
      points += circles.length;
      for (const { shape } of polygons) points += shape?.kind === 'polygon' ? shape.ring.length : 0;
    }
  return points;
}

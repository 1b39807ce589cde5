/** What the page of one alert is made from. */
import type { AlertView, Match, NoticeView, Report, WatchedPerson } from '../../core/model.ts';

export interface AlertData {
  readonly view: AlertView;
  readonly report: Report | null;
  readonly people: readonly WatchedPerson[];
  /** A dry run at the moment of the page. */
  readonly matches: readonly Match[];
  /** The same, as if an operator had confirmed it; null when it is confirmed already. */
  readonly ifConfirmed: readonly Match[] | null;
  /** Newest first. */
  readonly notices: readonly NoticeView[];
  /** How many people were told, shown or not. */
  readonly told: number;
}

/** Rows of a table of notices; the rest is counted. */
export const noticesShown = 200;

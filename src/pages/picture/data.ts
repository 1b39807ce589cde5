/** What the picture is made from. */
import type { AlertView, Notice } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import type { Borders } from '../map/borders.ts';
import type { Concerned } from '../strings/picture.ts';

/** A situation with whom it concerns. */
export interface SituationRow {
  readonly situation: Situation;
  readonly concerned: Concerned;
}

export interface PictureData {
  /** Worst first. */
  readonly rows: readonly SituationRow[];
  readonly readings: readonly ReadingView[];
  /** In force, and those that ended in the last 30 days. */
  readonly alerts: readonly AlertView[];
  /** Newest first. */
  readonly wakes: readonly Notice[];
  /** How many people are on the watch list. */
  readonly watched: number;
  /** null when the desk has none. */
  readonly borders: Borders | null;
}

/** Names of alerts as keys of one length: what an Update or Cancel references, and what all revisions of a series share. */
import type { CapAlert, Reference } from '../core/cap/model.ts';
import { nameKey as nameOfReference, referenceTo } from '../core/cap/revisions/name.ts';
import { sha256 } from '../store/reports.ts';

export const nameKey = (reference: Reference): string => `t-${sha256(nameOfReference(reference)).slice(0, 32)}`;

export const nameOf = (alert: CapAlert): string => nameKey(referenceTo(alert));

/** A series is its sender's own: nobody else's notice takes the place of one of theirs. */
export const seriesKey = (sender: string, series: string): string =>
  `q-${sha256([sender, series].join('\n')).slice(0, 32)}`;

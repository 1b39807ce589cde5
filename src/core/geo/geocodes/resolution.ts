/** What became of one code: a shape with its source, or why there is none. */
import type { Shape } from '../shape.ts';

export interface Resolved {
  readonly kind: 'resolved';
  /** As we write it: `SAME`, `ISO 3166-2`; of an import, as the operator named it. */
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
  readonly source: string;
  readonly edition: string;
  /** How far the boundary may lie from the true one, in metres; absent where nobody says. */
  readonly withinMeters?: number;
  /** The entry of ISO 3166-1 or 3166-2 that it names (`AF` of `AFG`); absent in other schemes, and of an import. */
  readonly entry?: string;
}

export interface Unresolved {
  readonly kind: 'unresolved';
  /** null when `valueName` is none that we know. */
  readonly scheme: string | null;
  readonly code: string;
  /** A sentence for the people at the desk. */
  readonly why: string;
}

export type Resolution = Resolved | Unresolved;

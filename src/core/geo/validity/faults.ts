/** What is wrong with the form of a ring: where it crosses or touches itself, turns back, stands still, or encloses nothing. */
import type { Point } from '../shape.ts';
import { Sweep } from './meetings.ts';
import { type Meeting, Path } from './path.ts';
import { orientationOfPlain } from './plain.ts';

export type { Meeting };

export interface RingFaults {
  /**
   * Where the ring goes from one side of itself to the other, in the middle of edges or at a vertex: the westernmost such place.
   * Where it runs along itself it counts as touching, on whichever side it leaves.
   */
  readonly crossing: Meeting | null;
  /** A place where the ring comes back to itself and stays on its side; not looked for where it crosses. */
  readonly touching: Meeting | null;
  /** Index of the first point that is the same place as the one before it. */
  readonly repeated: number | null;
  /** Index of a point at which the ring turns back on its own line. */
  readonly spike: number | null;
  /** All points lie on one line, so that the ring encloses nothing. */
  readonly isFlat: boolean;
  /**
   * Which way the ring runs, seen on a map with north above. CAP asks for neither. null when it crosses itself, is flat, turns back
   * at its western end, or goes around the earth.
   */
  readonly orientation: 'clockwise' | 'counterclockwise' | null;
}

const noFaults = { crossing: null, touching: null, repeated: null, spike: null, isFlat: false } as const;

/**
 * For a closed ring of points on the globe, as a polygon has it; edges run as ring.ts says. Exact, but for the rounding of longitudes
 * that are counted on over the antimeridian. O(n log n). Of a ring around the earth the two ends are not held against each other.
 */
export function ringFaults(ring: readonly Point[]): RingFaults {
  const plain = orientationOfPlain(ring);
  if (plain !== null) return { ...noFaults, orientation: plain };
  const path = new Path(ring);
  const { crossing, touching } = new Sweep(path).run();
  const spike = path.fromWest.find((vertex) => path.turnsBack(vertex));
  const turn = crossing === null && path.isClosed ? path.turnAt(path.fromWest[0] ?? 0) : 0;
  return {
    crossing,
    touching,
    repeated: path.repeated,
    spike: spike === undefined ? null : path.inRing(spike),
    isFlat: path.isFlat(),
    orientation: turn === 0 ? null : turn > 0 ? 'counterclockwise' : 'clockwise',
  };
}

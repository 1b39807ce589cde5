/** Rules about how rings are drawn: crossing, touching, turning back, standing still, enclosing nothing. */
import type { Point, Polygon } from '../../geo/shape.ts';
import { type Meeting, type RingFaults, ringFaults } from '../../geo/validity/faults.ts';
import type { Rule } from './rule.ts';
import { inAreas } from './standard/walk.ts';

const faultsOf = ({ ring }: Polygon): RingFaults => ringFaults(ring);

const inRings = (message: (faults: RingFaults, ring: readonly Point[]) => string | null): NonNullable<Rule['check']> =>
  inAreas(({ polygons }, find, { once }) => {
    for (let i = 0; i < polygons.length; i++) {
      const shape = polygons[i]?.shape;
      const words = shape?.kind === 'polygon' ? message(once(shape, faultsOf), shape.ring) : null;
      if (words !== null) find(`polygon[${i + 1}]`, words);
    }
  });

const shortened = (degrees: number): number => Number(degrees.toFixed(6));
const written = ({ lat, lon }: Point): string => `${shortened(lat)},${shortened(lon)}`;

/** Points count from 1, as people count them. */
const edges = ({ edges: [a, b] }: Meeting): string =>
  `The edge from point ${a + 1} to ${a + 2} and that from point ${b + 1} to ${b + 2}`;

const source = 'CAP 1.2, area, polygon';

export const geometryRules: readonly Rule[] = [
  {
    code: 'cap.polygon.crossing',
    judges: 'spec',
    severity: 'warning',
    source,
    asks: 'The outline of a polygon does not cross itself.',
    why: 'Programs differ on which side of a crossing is inside, and some refuse the whole warning. Here everything that the outline goes around is inside. Mostly two corners were exchanged; draw it again.',
    check: inRings(({ crossing }) =>
      crossing === null
        ? null
        : `${edges(crossing)} cross at ${written(crossing.at)}; all that the outline goes around counts as inside. Draw it without the crossing.`,
    ),
  },
  {
    code: 'cap.polygon.touching',
    judges: 'spec',
    severity: 'info',
    source,
    asks: 'The outline of a polygon comes back to a place only at its end.',
    why: 'It is clear what is inside, and some programs still refuse such a polygon. Draw two polygons, or leave a gap.',
    check: inRings(({ touching, spike, isFlat }) =>
      touching === null || spike !== null || isFlat
        ? null
        : `${edges(touching)} touch at ${written(touching.at)}; draw two polygons, or leave a gap.`,
    ),
  },
  {
    code: 'cap.polygon.spike',
    judges: 'spec',
    severity: 'info',
    source,
    asks: 'The outline of a polygon does not turn back on its own line.',
    why: 'A spike encloses nothing, and some programs refuse the polygon for it. Take its tip out.',
    check: inRings(({ spike, isFlat }, ring) =>
      spike === null || isFlat
        ? null
        : `At point ${spike + 1} (${written(ring[spike] as Point)}) the outline turns back on its own line; take the point out.`,
    ),
  },
  {
    code: 'cap.polygon.point-twice',
    judges: 'spec',
    severity: 'info',
    source,
    asks: 'No point of a polygon repeats the one before it.',
    why: 'It changes nothing, and where one point was copied over another a corner is missing. Look at the map.',
    check: inRings(({ repeated, isFlat }, ring) =>
      repeated === null || isFlat
        ? null
        : `Point ${repeated + 1} (${written(ring[repeated] as Point)}) is the same place as the one before; check that no corner is missing.`,
    ),
  },
  {
    code: 'cap.polygon.flat',
    judges: 'spec',
    severity: 'warning',
    source,
    asks: 'A polygon encloses an area.',
    why: 'One whose points lie on a line, or are all the same, covers nobody but who stands on it. Draw the area.',
    check: inRings(({ isFlat }) =>
      isFlat ? 'All points of this polygon lie on one line, so it encloses nothing; draw the area.' : null,
    ),
  },
];

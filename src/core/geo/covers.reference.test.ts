/** 100,000 pairs of a random polygon and a point near it, against another implementation on a plane (reference.fixture.ts). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsCover, boundsOf } from './bounds.ts';
import { covers } from './covers.ts';
import { kinds, pointNear, randomFrom, referenceCovers, roughMetersToEdge } from './reference.fixture.ts';

/** Within a centimetre of an edge the reference, which rounds as it moves the ring, may answer either way. */
const bandMeters = 0.01;
const [polygons, pointsEach] = [850, 20];

describe.each(Object.entries(kinds))('%s', (_, make) => {
  test(`${polygons * pointsEach} pairs`, () => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const polygon = make(random);
        for (let n = 0; n < pointsEach; n++) {
          const point = pointNear(random, polygon);
          const answer = covers(polygon, point);
          if (answer) {
            inside++;
            expect(boundsCover(boundsOf(polygon), point)).toBe(true);
          } else outside++;
          if (answer !== referenceCovers(polygon, point))
            expect(roughMetersToEdge(polygon, point)).toBeLessThan(bandMeters);
        }
      }),
      { numRuns: polygons },
    );
    expect(inside).toBeGreaterThan(1000);
    expect(outside).toBeGreaterThan(1000);
  });
});

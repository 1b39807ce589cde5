/** Rules about the form of shapes. Reading finds them broken, since it makes the shape; here is what they ask. */
import type { ShapeFaultCode } from '../../../geo/parse.ts';
import { ourLimit, type Rule } from '../rule.ts';

const unplaced = 'Without its shape nobody inside can be found or told.';

const shape = (
  name: 'polygon' | 'circle',
  fault: ShapeFaultCode | 'antimeridian',
  asks: string,
  why: string,
  source = `CAP 1.2, area, ${name}`,
): Rule => ({
  code: `cap.${name}.${fault}`,
  judges: source === ourLimit ? 'none' : 'spec',
  severity: fault === 'antimeridian' ? 'warning' : 'error',
  source,
  asks,
  why,
});

export const readingRules: readonly Rule[] = [
  shape('polygon', 'empty', 'A polygon has points, or is left out.', `${unplaced} Write its points, or take it out.`),
  shape(
    'polygon',
    'not-numbers',
    'A polygon is written “latitude,longitude latitude,longitude …” in decimal degrees.',
    `${unplaced} Write it so, with points for decimals.`,
  ),
  shape(
    'polygon',
    'out-of-range',
    'Latitude is from −90 to 90 and longitude from −180 to 180, in this order.',
    `${unplaced} Mostly the two were swapped; correct them.`,
  ),
  shape(
    'polygon',
    'too-few-points',
    'A polygon has at least four points, the last equal to the first.',
    `${unplaced} Give at least three corners and the first one again.`,
  ),
  shape(
    'polygon',
    'too-many-points',
    'The polygons of an alert have at most 1,000,000 points together.',
    `${unplaced} Simplify the outline; phones cannot draw so many points anyway.`,
    ourLimit,
  ),
  shape(
    'polygon',
    'not-closed',
    'The last point of a polygon equals the first.',
    `${unplaced} A corner may be missing; repeat the first point at the end.`,
  ),
  shape(
    'polygon',
    'antimeridian',
    'No edge of a polygon spans more than 180° of longitude.',
    'CAP does not say which way round such an edge runs: it is read across the antimeridian, others read it the long way. Draw one polygon on either side.',
  ),
  shape(
    'circle',
    'empty',
    'A circle has a centre and a radius, or is left out.',
    `${unplaced} Write it, or take it out.`,
  ),
  shape(
    'circle',
    'not-numbers',
    'A circle is written “latitude,longitude radius”, degrees and kilometres.',
    `${unplaced} Write it so.`,
  ),
  shape(
    'circle',
    'out-of-range',
    'Latitude is from −90 to 90, longitude from −180 to 180, the radius 0 or more.',
    `${unplaced} Correct the number that is out of range.`,
  ),
];

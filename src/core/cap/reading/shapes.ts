/** Polygons and circles of an area: the issuer's words, and the shape when they make one. */
import { parseCircle, parsePolygon, type ShapeReading } from '../../geo/parse.ts';
import { isWorldBand, runOf } from '../../geo/ring.ts';
import type { DrawnShape, Point } from '../../geo/shape.ts';
import type { CapShape } from '../model.ts';
import type { Container } from './container.ts';

/** Most points of all polygons of one alert together. */
export const maxPoints = 1_000_000;

/** How many points an alert may still have. */
export class PointBudget {
  left = maxPoints;
}

export function readPolygons(area: Container, budget: PointBudget): readonly CapShape[] {
  return readShapes(area, 'polygon', (text) => {
    const reading = parsePolygon(text, budget.left);
    budget.left -= reading.shape?.ring.length ?? 0;
    return reading;
  });
}

export const readCircles = (area: Container): readonly CapShape[] => readShapes(area, 'circle', parseCircle);

const runsAcross = (ring: readonly Point[]): boolean =>
  !isWorldBand(ring) && ring.some((point, i) => i > 0 && runOf(ring[i - 1] ?? point, point, false) === 'across');

function readShapes(
  area: Container,
  name: 'polygon' | 'circle',
  parse: (text: string) => ShapeReading<DrawnShape>,
): readonly CapShape[] {
  return area.texts(name).map((text, i) => {
    const { shape, fault } = parse(text);
    if (fault) {
      const message = `This ${name} makes no area. ${fault.sentence}`;
      area.findAt('error', `cap.${name}.${fault.code}`, message, area.pathOf(name, i + 1));
    }
    // Nobody who lives on the other side of such a box may find out by silence.
    if (shape?.kind === 'polygon' && runsAcross(shape.ring)) {
      const message =
        'An edge of this polygon spans more than 180° of longitude; it is read the short way, across the antimeridian. Look at the map: if the long way is meant, the issuer must add corners.';
      area.findAt('warning', 'cap.polygon.antimeridian', message, area.pathOf(name, i + 1));
    }
    return { text, shape };
  });
}

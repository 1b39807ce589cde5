/** Where countries are, for checks: the outlines that come with Tocsin, read when first asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from '../../core/geo/shape.ts';
import { readBorders } from '../../pages/map/borders.ts';
import { countryAt } from '../../pages/map/country-at.ts';
import { rootFolder } from '../root.ts';

let known: ((point: Point) => string | null) | null = null;

/** ISO 3166-1 alpha-2; null at sea. */
export function countryOf(point: Point): string | null {
  known ??= countryAt(readBorders(readFileSync(join(rootFolder(), 'assets/map/borders.json'), 'utf8')));
  return known(point);
}

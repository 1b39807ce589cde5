/** Areas for tests: codes as `SCHEME:CODE`, and forecast zones of Montana that somebody loaded. */

import { geocodedArea, openGeocodes, type Resolution } from '../src/core/geo/geocodes/geocodes.ts';
import type { Shape } from '../src/core/geo/shape.ts';
import { divisions } from './divisions.ts';

export const geocodes = openGeocodes(divisions);
export const named = (each: Resolution): string =>
  each.kind === 'resolved' ? `${each.code} ${each.name}` : `${each.code} —`;
export const shape: Shape = { kind: 'circle', center: { lat: 47, lon: -112 }, radiusMeters: 1000 };

export const zones = openGeocodes(divisions, [
  {
    scheme: 'UGC',
    source: 'zones',
    edition: '2026',
    find: (code) => (code.startsWith('MTZ') ? { name: 'Zone', shape } : null),
  },
]);

/** What is resolved, unresolved and set aside of it; null when it is drawn. */
export function area(polygon: Shape | null, codes: readonly string[], own = geocodes): string[][] | null {
  const split = codes.map((code) => ({ valueName: code.split(':')[0] ?? '', value: code.split(':')[1] ?? '' }));
  const found = geocodedArea({ polygons: [{ shape: polygon }], circles: [], geocodes: split }, own);
  return found && [found.resolved.map(named), found.unresolved.map(named), found.setAside.map(named)];
}

/** Sentences that wake the desk for an area that nobody can place. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { makeAlert, makeArea, makeInfo, makeView } from '../../test/make.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { DrawnShape } from '../core/geo/shape.ts';
import { unresolvedAreas } from '../match/match.ts';
import { areaUnresolved } from './wakes.ts';

const place: DrawnShape = { kind: 'circle', center: { lat: 41.7467, lon: -124.183304 }, radiusMeters: 0 };

function sentenceFor(shapes: readonly (DrawnShape | null)[], value: string): string {
  const geocodes = [{ valueName: 'UGC', value }];
  const alert = makeAlert({ infos: [makeInfo({ areas: shapes.map((shape) => makeArea(shape, { geocodes })) })] });
  const view = makeView({ alert, resolved: resolvedAreas(alert, openGeocodes(divisions)) });
  return areaUnresolved(view, unresolvedAreas(view).length).sentence;
}

test('say that a single point is drawn, and name the codes beside it', () => {
  expect(sentenceFor([place], 'CAZ002')).toMatch(
    /^An area of .* For one only a single point is drawn\. .*UGC .?CAZ002/,
  );
  expect(sentenceFor([place, place, null], 'CAZ002')).toMatch(/^3 areas of .* For 2 only a single point is drawn\./);
  expect(sentenceFor([null], 'CAZ002')).not.toContain('point');
});

/** Areas that are named by code, on a map: drawn along the boundary that stands for the code, and called that. */
import { expect, test } from 'vitest';
import { makeArea, makeInfo } from '../../../test/make.ts';
import type { Resolved, Unresolved } from '../../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../../core/model.ts';
import { holding, later, warning } from './held.fixture.ts';

interface Feature {
  readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly [number, number])[][] } | null;
  readonly properties: { readonly unresolved: readonly string[]; readonly byCode: readonly object[] };
}

/** A square with a square hole, as a boundary of somebody else's. */
const squareOf = (from: number, to: number) => [
  { lat: from, lon: from },
  { lat: from, lon: to },
  { lat: to, lon: to },
  { lat: to, lon: from },
  { lat: from, lon: from },
];
const shape = { kind: 'polygon', ring: squareOf(10, 20), holes: [squareOf(14, 16)] } as const;
const resolved: Resolved = {
  ...{ kind: 'resolved' as const, scheme: 'TEST', code: '7', name: 'Seven', shape },
  ...{ source: 'A survey', edition: '2026', withinMeters: 300 },
};
const unresolved: Unresolved = { kind: 'unresolved', scheme: 'TEST', code: '8', why: 'Nobody has it.' };

const featureOf = async (area: Partial<AlertView['resolved'][number]> | null): Promise<Feature> => {
  const geocodes = [{ valueName: 'TEST', value: '7' }];
  const areas = [{ ...makeArea(null, { geocodes }), areaDesc: 'Nowhere' }];
  const view = warning(
    1,
    { infos: [makeInfo({ areas, expires: later })] },
    { resolved: area === null ? [] : [{ info: 0, area: 0, resolved: [], unresolved: [], ...area }] },
  );
  const answer = await holding([view]).ask('/feeds/alerts.geojson');
  const { byCode, features } = (await answer.json()) as { byCode: string; features: Feature[] };
  expect(byCode).toContain('did not draw');
  expect(features).toHaveLength(1);
  return features[0] as Feature;
};

test('a code that has a boundary is drawn with its holes, and nothing of it is unresolved', async () => {
  const { geometry, properties } = await featureOf({ resolved: [resolved] });
  expect(properties.unresolved).toEqual([]);
  expect(properties.byCode).toEqual([
    {
      ...{ area: 'Nowhere', scheme: 'TEST', code: '7', name: 'Seven' },
      ...{ source: 'A survey', edition: '2026', withinMeters: 300 },
    },
  ]);
  expect(geometry?.type).toBe('Polygon');
  // Longitude first, and of each ring its corners: nothing wider, and the hole stays one.
  const corners = geometry?.coordinates.map((ring) => new Set(ring.map((position) => position.join())));
  expect(corners).toEqual([
    new Set(['10,10', '20,10', '20,20', '10,20']),
    new Set(['14,14', '16,14', '16,16', '14,16']),
  ]);
});

test('what is known of an area in part is drawn, and the area is named unresolved', async () => {
  const { geometry, properties } = await featureOf({ resolved: [resolved], unresolved: [unresolved] });
  expect([geometry?.type, properties.unresolved, properties.byCode.length]).toEqual(['Polygon', ['Nowhere'], 1]);
});

test.each([null, { unresolved: [unresolved] }])('a code without a boundary has no geometry: %j', async (area) => {
  const { geometry, properties } = await featureOf(area);
  expect([geometry, properties.unresolved, properties.byCode]).toEqual([null, ['Nowhere'], []]);
});

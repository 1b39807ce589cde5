/** A situation by code on every page and in the API: whose boundary it is, what has none, and that nobody knows who is there. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { bearer, desk } from '../../../../test/pages/ask.ts';
import { situation } from '../../../../test/pages/kabul/situations.ts';
import { piecesOf } from '../../../core/geo/geocodes/areas.ts';
import { openGeocodes, type Resolved, type Unresolved } from '../../../core/geo/geocodes/geocodes.ts';
import type { DrawnShape } from '../../../core/geo/shape.ts';
import type { SituationPlace } from '../../../core/situation.ts';
import { edgesText } from './edges.ts';

const geocodes = openGeocodes(divisions);
const resolved = (valueName: string, value: string) =>
  geocodes.resolve({ valueName, value }).filter((one): one is Resolved => one.kind === 'resolved');
const unresolved = (valueName: string, value: string) =>
  geocodes.resolve({ valueName, value }).filter((one): one is Unresolved => one.kind === 'unresolved');
const coded = [...resolved('SAME', '048113')];
const boundary = coded.flatMap(({ shape }) => piecesOf(shape));
const unplaced = [{ name: 'Lower Inn', why: 'codes' as const, codes: [...unresolved('EMMA_ID', 'AT999')] }];
const square = (south: number, west: number, size: number): DrawnShape => ({
  kind: 'polygon',
  ring: [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ].map(([y = 0, x = 0]) => ({ lat: south + y * size, lon: west + x * size })),
});

const place: SituationPlace = {
  id: null,
  name: 'Dallas County',
  kind: 'area',
  country: 'US',
  shapes: boundary,
  ours: false,
  coded,
};
const of = (more: Partial<SituationPlace>) => situation({ id: 's-0123456789abcdef', place: { ...place, ...more } });
const asked = async (more: Partial<SituationPlace>, path = ''): Promise<string> => {
  const one = of(more);
  const { ask } = desk({ situations: async () => [one], peopleIn: () => ({ inside: [], unplaced: [] }) });
  const answer = await ask(path.startsWith('/') ? path : `/situations/${one.id}${path && `/${path}`}`, {
    headers: bearer,
  });
  return (await answer.text()).replaceAll(/<\/?(?:bdi|q|span)[^>]*>/g, '');
};

describe('an area by code', () => {
  test('is never called drawn by its issuer, and names code, boundary and source', async () => {
    const html = await asked({});
    expect(html).not.toContain('Solid: the shape its issuer drew');
    expect(html).toContain('Dotted: the area the issuer names by code, along a boundary from elsewhere.');
    expect(html).toContain('SAME 048113 (Dallas). Boundary: U.S. Census Bureau');
    expect(html).toMatch(/<g class="coded"><path /);
    expect(await asked({}, 'brief')).toContain('SAME 048113 (Dallas). Boundary: U.S. Census Bureau');
    expect(await asked({}, 'map.svg')).toMatch(/<g class="coded"><path .*Dotted: the area the issuer names by code/s);
    expect(await asked({}, '/')).toContain('A dotted edge is a boundary from elsewhere');
  });

  test('beside a drawing, each bears its own edge', async () => {
    const html = await asked({ shapes: [square(32, -97, 0.5), ...boundary] });
    expect(html).toContain('Solid: the shape its issuer drew.');
    expect(html).toContain('Dotted: the area the issuer names by code');
    expect(html).toMatch(/<g><path .*<g class="coded"><path /s);
  });

  test('is told apart for programs too', async () => {
    const one = JSON.parse(
      await asked({ shapes: [square(32, -97, 0.5), ...boundary] }, '/api/v1/situations/s-0123456789abcdef'),
    );
    expect(one.situation.place.coded).toMatchObject([
      { code: '048113', source: 'U.S. Census Bureau', withinMeters: 300 },
    ]);
    expect(one.situation.place.shapes.map(({ code }: { code?: string }) => code)).toEqual([undefined, 'SAME 048113']);
    const [feature] = JSON.parse(await asked({}, '/api/v1/situations.geojson')).features;
    expect(feature.properties).toMatchObject({ byCode: 'whole', coded: [{ code: '048113' }], unplaced: [] });
    const both = JSON.parse(await asked({ shapes: [square(32, -97, 0.5), ...boundary] }, '/api/v1/situations.geojson'))
      .features[0];
    expect([both.properties.byCode, both.geometry.type, both.geometry.geometries.length]).toEqual([
      'part',
      'GeometryCollection',
      2,
    ]);
  });
});

describe('what has no boundary here', () => {
  const known = { unplaced };
  const nowhere = { shapes: [], country: null, unplaced };
  test.each(['', 'brief', '/'])('is named with scheme and code on “%s”', async (path) => {
    for (const more of [known, { ...nowhere, coded: [] }]) {
      const html = await asked(more, path);
      expect(html).toMatch(
        /<b>Area unresolved:<\/b> where all of [“]?Lower Inn[”]? is\. No boundary is known here of EMMA_ID AT999\./,
      );
      expect(html).not.toContain('No source says of anything that it is not known');
    }
  });

  test('nobody is said to be outside it', async () => {
    expect(await asked(known)).toContain('so nobody knows who is in that part');
    for (const path of ['', '/']) {
      const html = await asked(nowhere, path);
      expect(html).toContain('nobody knows who of your');
      expect(html).not.toMatch(/None of your (?:\d+|people|\w+ people)/);
    }
    expect(await asked(known, '/')).toContain('who is in its other part is not known');
  });

  test('programs are told of it', async () => {
    const code = { scheme: 'EMMA_ID', code: 'AT999', why: expect.any(String) };
    const expected = [{ name: 'Lower Inn', why: 'codes', codes: [code] }];
    expect(JSON.parse(await asked(known, '/api/v1/situations')).situations[0].place.unplaced).toEqual(expected);
    expect(JSON.parse(await asked(known, '/api/v1/situations.geojson')).features[0].properties.unplaced).toEqual(
      expected,
    );
  });
});

test('many parts are described as a whole, not by the first sliver', () => {
  const { coded: _, ...drawn } = place;
  const text = edgesText(
    situation({ place: { ...drawn, shapes: [square(10, 10, 0.01), square(11, 11, 1), square(13, 10, 1)] } }),
  );
  expect(text[1]).toMatch(/^3 shapes, together 10\.00° N to 14\.00° N, 10\.00° E to 12\.00° E; about 220 km wide/);
});

/** Places on the pages and in the API: who sees what, search, and what lies outside for one person. */
import { describe, expect, test } from 'vitest';
import { makeArea, square } from '../../../test/make.ts';
import { bearer, codes, desk } from '../../../test/pages/ask.ts';
import { people, places } from '../../../test/pages/people.ts';
import { views } from '../../../test/pages/picture.ts';
import type { DeskPlace } from '../../core/desk-place.ts';
import type { WebDeps } from '../deps.ts';

const flood = views.flood.id;
const ana = people[0]?.id ?? '';
const page = async (path: string, more: Partial<WebDeps> = {}, headers: Record<string, string> = bearer) => {
  const answer = await desk(more).ask(path, { headers });
  return { status: answer.status, text: await answer.text() };
};
interface Answer {
  readonly places: readonly { id: string; name: string; matched: string; own: boolean; kind: string }[];
  readonly attribution: string;
}
const search = async (query: string, more: Partial<WebDeps> = {}, headers: Record<string, string> = bearer) =>
  (await (await desk(more).ask(`/api/v1/places?${query}`, { headers })).json()) as Answer;

const at =
  (lat: number): WebDeps['people'] =>
  async () => {
    const [first] = people;
    const stay = first && { ...first.person.stay, at: { lat, lon: 70.4 }, positionAt: null };
    return { people: first && stay ? [{ ...first, person: { ...first.person, stay } }] : [], erased: 0 };
  };
const shelters = (own: readonly DeskPlace[]): DeskPlace[] => own.map((one) => ({ ...one, kind: 'shelter' }));

describe('the page of places', () => {
  test('says to everybody how many there are, and which and where only to operators', async () => {
    const stranger = await page('/places', {}, {});
    const operator = await page('/places');
    expect(stranger.text).toContain('Three places of this desk’s own');
    for (const { name } of places) {
      expect(stranger.text).not.toContain(name);
      expect(operator.text).toContain(name);
    }
    for (const where of ['35.1000° N', 'Canary note', 'For 120 people', 'Circle of about 200 m', 'دروازه پل']) {
      expect(stranger.text).not.toContain(where);
      expect(operator.text).toContain(where);
    }
    expect(stranger.text).toContain('<a href="/sign-in?next=/places">');
  });

  test('without any it says how to list them', async () => {
    expect((await page('/places', { places: async () => [] })).text).toContain('tocsin places import places.csv');
  });

  test('finds without a script: links, a map around the first or the chosen, whose data it is', async () => {
    const { text } = await page('/places?q=Kandahar');
    expect(text).toMatch(/<a href="\/places\?q=Kandahar&amp;place=[^"]+"><bdi>Kandahar<\/bdi>/);
    expect(text).toContain('Map around Kandahar.');
    expect(text).toContain('GeoNames');
    const chosen = await page('/places?q=canary+place&place=own%2Fyard');
    expect(chosen.text).toContain('Map around Canary place yard.');
  });

  test('what is not found is said, and what was typed can do nothing', async () => {
    const { text } = await page(`/places?q=${encodeURIComponent('<img src=x onerror=1>zzqx')}`);
    expect(text).toContain('Nothing is called');
    expect(text).not.toContain('<img');
  });

  test('a chosen place that is not among those found shows no map', async () => {
    expect((await page('/places?q=Kandahar&place=nowhere')).text).not.toContain('Map around');
  });
});

describe('search', () => {
  test.each([
    ['Kab', 'af-kabul'],
    ['کابل', 'af-kabul'],
    ['كابول', 'af-kabul'],
    ['OAKB', 'KBL'],
    ['kandhar', 'af-kandahar'],
  ])('%s', async (q, id) => {
    expect((await search(new URLSearchParams({ q }).toString())).places.map((one) => one.id)).toContain(id);
  });

  test('the desk’s own come first, and only to operators', async () => {
    const own = await search('q=canary');
    expect(own.places.slice(0, 3).map((one) => [one.id.slice(0, 4), one.own])).toEqual(Array(3).fill(['own/', true]));
    expect((await search(`q=${encodeURIComponent('دروازه')}`)).places[0]?.id).toBe('own/bridge');
    expect((await search('q=canary', {}, {})).places.filter((one) => one.own)).toEqual([]);
  });

  test('answers in the language asked for', async () => {
    const { places: found } = await search('q=Kandahar&lang=fa-AF');
    expect(found.find(({ id }) => id === 'af-kandahar')?.name).toMatch(/^\p{Script=Arabic}+$/u);
  });

  test('what is near comes sooner', async () => {
    const first = async (near: string) => (await search(`q=Springfield&near=${near}`)).places[0]?.id;
    expect(await first('39.8,-89.6')).not.toBe(await first('42.1,-72.6'));
  });

  test('without its file the desk knows its own places and says what is missing', async () => {
    const found = await search('q=canary+place', { gazetteer: async () => null });
    expect(found.places).toHaveLength(3);
    expect(found.attribution).toContain('gazetteer.bin');
  });

  test.each(['', 'q=', `q=${'x'.repeat(201)}`, 'q=a&near=91,0', 'q=a&near=here', 'q=a&at=never'])(
    'refuses %s',
    async (query) => {
      expect((await desk().ask(`/api/v1/places?${query}`)).status).toBe(400);
    },
  );
});

describe('the desk’s own places inside', () => {
  const paths = [`/alerts/${flood}`, '/situations/s-1111111111111111'];
  const inApi = async (headers: Record<string, string>): Promise<unknown> => {
    const { text } = await page('/api/v1/situations', {}, headers);
    return (JSON.parse(text) as { situations: { places: unknown }[] }).situations[0]?.places;
  };

  test('stand on the page of the alert and of the situation, and in the API, for operators', async () => {
    for (const path of paths) {
      const { text } = await page(path);
      expect(text).toContain('One place of this desk’s own inside');
      expect(text).toContain('Canary place bridge');
      expect(text).not.toContain('Canary place school');
    }
    const named = [{ id: 'bridge', name: 'Canary place bridge', kind: 'gate', mayBeInside: false }];
    expect(await inApi(bearer)).toEqual({ inside: 1, mayBeInside: 0, named });
  });

  test('are a number to anybody else, on every page and in every answer', async () => {
    for (const path of paths) expect((await page(path, {}, {})).text).toContain('One place of this desk’s own inside');
    expect(await inApi({})).toEqual({ inside: 1, mayBeInside: 0, named: null });
    const more = ['/', '/alerts', '/situations', '/places', '/places?q=canary', '/api/v1/places?q=canary'];
    const api = ['/api/v1/alerts', '/api/v1/situations', '/api/v1/wakes?limit=500', '/api/v1/people'];
    for (const path of [...paths, ...more, ...api])
      expect((await page(path, {}, {})).text).not.toMatch(/canary place/i);
  });

  test('that nobody can tell of are said to be so', async () => {
    const shape = square(34.5, 70.4, 0.1);
    const code = { kind: 'resolved', scheme: 'SAME', code: '000001', name: '', source: 's', edition: '' } as const;
    const resolved = [{ info: 0, area: 0, resolved: [{ ...code, shape, withinMeters: 300 }], unresolved: [] }];
    const [info] = views.flood.alert.infos;
    const infos = info ? [{ ...info, areas: [makeArea(null)] }] : [];
    const view = { ...views.flood, alert: { ...views.flood.alert, infos }, resolved };
    const [bridge, school] = places;
    const point = { lat: 34.6003, lon: 70.4 };
    const own = bridge && school ? [{ ...bridge, point, shape: { kind: 'point', point } as const }, school] : [];
    const more = { alert: async () => view, alerts: async () => [view], places: async () => own };
    const reader = await page(`/alerts/${flood}`, more, {});
    expect(reader.text).toContain('One place of this desk’s own that may be inside');
    expect(reader.text).not.toContain('Canary place');
    expect((await page(`/alerts/${flood}`, more)).text).toContain('Canary place bridge</bdi>, gate; may be inside');
    const beside = (await page(`/alerts/${flood}/people/${ana}`, { ...more, people: at(34.6003) })).text;
    expect(beside).toContain('Nobody can tell whether this person is inside of');
    expect(beside).toContain('Touches no area that is drawn.');
    const found = (await page(`/alerts/${flood}/people/${ana}`, { ...more, places: async () => shelters(own) })).text;
    expect(found).toMatch(/Too near to a boundary to tell[\s\S]*Canary place bridge[\s\S]*May lie in/);
  });

  test('of an alert that nobody has vouched for are for operators', async () => {
    const blast = views.blast.alert.infos[0]?.areas[0];
    const circle = [...(blast?.circles ?? []), ...(blast?.polygons ?? [])][0]?.shape;
    const point = circle?.kind === 'circle' ? circle.center : (circle?.ring[0] ?? { lat: 0, lon: 0 });
    const [bridge] = places;
    const own = bridge ? [{ ...bridge, point, shape: { kind: 'point', point } as const }] : [];
    const more = { places: async () => own };
    expect((await page(`/alerts/${views.blast.id}`, more, {})).text).not.toContain('Canary place');
    expect((await page(`/alerts/${views.blast.id}`, more)).text).toContain('Canary place bridge');
  });
});

describe('nearest places outside', () => {
  const path = `/alerts/${flood}/people/${ana}`;
  const asked = `/api/v1/people/${ana}/nearest-outside`;

  test('are for operators, and linked for each person inside on their page of the alert only', async () => {
    expect((await page(path, {}, {})).status).toBe(401);
    const refused = await desk().ask(asked);
    expect([refused.status, refused.headers.get('www-authenticate'), await codes(refused)]).toEqual([
      401,
      'Bearer realm="tocsin"',
      ['request.token'],
    ]);
    expect((await page(`/alerts/${flood}`, {}, {})).text).not.toContain(path);
    expect((await page(`/alerts/${flood}`)).text).toContain(`href="${path}"`);
  });

  test('name the shelter first, then towns, each with distance, direction, source and what its way crosses', async () => {
    const { status, text } = await page(path);
    expect(status).toBe(200);
    expect(text).toContain('<h1>Nearest places outside every area drawn</h1>');
    expect(text).toMatch(/Canary place school<\/bdi> <span class="quiet">shelter of this desk<\/span>/);
    // 0.59° north and a little west.
    expect(text).toMatch(/65 km north</);
    expect(text).toContain('no route');
    expect(text).toContain('In force and not drawn');
    expect(text).toMatch(/Held against [\w ]+ in force that this desk knows of/);
    expect(text.indexOf('Canary place school')).toBeLessThan(text.indexOf('<span class="quiet">town</span>'));
  });

  test('say nothing more of the person than their role: no name, no position, no address', async () => {
    const { text } = await page(path);
    expect(text).toContain('Field team 3');
    for (const secret of ['Canary Person1', '34.5123', '70.4321', 'canary1@', 'Canaryville', 'sample-1'])
      expect(text).not.toContain(secret);
  });

  test('are given by the API as they stand on the page', async () => {
    const answer = await desk().ask(asked, { headers: bearer });
    const body = (await answer.json()) as {
      kind: string;
      person: string;
      around: { alert: string; vouched: boolean }[];
      places: { id: string; kind: string; distanceMeters: number }[];
      note: string;
    };
    expect([answer.status, body.kind, body.person, body.places[0]?.id]).toEqual([200, 'outside', ana, 'own/school']);
    expect(body.around).toContainEqual(expect.objectContaining({ alert: flood, vouched: true }));
    expect(body.places[0]?.distanceMeters).toBeGreaterThan(65_000);
    expect(body.note).toContain('no route');
    expect(JSON.stringify(body)).not.toContain('34.5123');
  });

  test('can’t be said of somebody who can’t be placed, or where nothing is drawn', async () => {
    const lost = people.find(({ person }) => person.stay.at === null)?.id;
    expect((await page(`/alerts/${flood}/people/${lost}`)).text).toContain('We can’t say');
    const undrawn = { ...views.flood, alert: { ...views.flood.alert, infos: [] } };
    const more = { alerts: async () => [undrawn], alert: async () => undrawn };
    expect((await page(path, more)).text).toContain('no alert in force draws its area');
  });

  test('of nobody, or an alert that is not known, are not found', async () => {
    expect((await page(`/alerts/${flood}/people/p-0`)).status).toBe(404);
    expect((await page(`/alerts/a-0/people/${ana}`)).status).toBe(404);
    expect((await page('/api/v1/people/p-0/nearest-outside')).status).toBe(404);
  });

  test('stay off the feeds', async () => {
    for (const feed of ['/feeds/alerts.atom', '/feeds/alerts.rss', '/feeds/alerts.geojson'])
      expect((await page(feed)).text).not.toContain('Canary place');
  });
});

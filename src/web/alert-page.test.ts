/** What the page of one alert asks of the desk, and what it says of confirming. */
import { describe, expect, test } from 'vitest';
import { makeStated } from '../../test/advice.ts';
import { makeArea } from '../../test/make.ts';
import { bearer, desk } from '../../test/pages/ask.ts';
import { polygon } from '../../test/pages/document.ts';
import { people } from '../../test/pages/people.ts';
import { at, views } from '../../test/pages/picture.ts';
import type { CapArea } from '../core/cap/model.ts';
import type { AlertView, Rehearsal } from '../core/model.ts';
import type { WebDeps } from './deps.ts';

const plain = (html: string): string =>
  html
    .replace(/<a class="cite".*?<\/a>/g, '')
    .replace(/<q[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s\u2060]+/g, ' ')
    .replace(/ ([.,])/g, '$1');

const asked = async (path: string, more: Partial<WebDeps> = {}): Promise<{ html: string; text: string }> => {
  const html = await (await desk(more).ask(path, { headers: bearer })).text();
  return { html, text: plain(html) };
};
const { flood, heat, blast, cancel, exercise } = views;
const rehearsal = (words: Partial<Rehearsal['words']>, more: Partial<Rehearsal> = {}): Partial<WebDeps> => ({
  rehearse: async () => ({ words: { alert: 0, update: 0, left: 0, cancel: 0, ...words }, ends: [], held: [], ...more }),
});

describe('what confirming would do', () => {
  test('a cancel names the warning it would end, and that somebody else issued that', async () => {
    const { html, text } = await asked(`/alerts/${cancel.id}`);
    expect(text).toContain(
      'If it is confirmed at this moment, three people would be told that their warning is cancelled or over.',
    );
    expect(text).toContain('It would end one warning in force:');
    expect(text).toContain(
      'Kunar river valley from Khewa to Jalalabad, Nangarhar”, from “warnings@met-sample.example”.',
    );
    expect(text).toContain(
      'It comes from “office@elsewhere.example”, the warning it would end from “warnings@met-sample.example”.',
    );
    expect(text).toContain('Confirm as asha: end 1 warning, tell 3 people');
    expect(text).not.toContain('nobody at this moment');
    const [, box = ''] = html.split('aria-labelledby="h-c"');
    expect(box.slice(0, box.indexOf('</section>'))).toContain(`href="/alerts/${flood.id}"`);
  });

  test('what a cancel refers to stands above, linked where it is known', async () => {
    const { html, text } = await asked(`/alerts/${cancel.id}`);
    const [top = ''] = html.split('class="facts"');
    expect(top).toContain(`href="/alerts/${flood.id}"`);
    expect(text).toContain('“UNKNOWN-1”, from “x@y.example”.');
  });

  test('each kind of word is counted, and kinds without anybody are not named', async () => {
    const { text } = await asked(
      `/alerts/${blast.id}`,
      rehearsal({ alert: 1, update: 1200, left: 2 }, { ends: [flood, heat] }),
    );
    expect(text).toContain(
      'If it is confirmed at this moment, one person would get a first warning; 1,200 people would get an update; two people would be told that it no longer covers them.',
    );
    expect(text).toContain('It would end two warnings in force:');
    expect(text).toContain('warnings it would end from “warnings@met-sample.example”.');
    expect(text).toContain('Confirm as asha: end 2 warnings, tell 1,203 people');
  });

  test('the same sender is not remarked on', async () => {
    const own = { ...flood, alert: { ...flood.alert, sender: blast.alert.sender } };
    const { text } = await asked(`/alerts/${blast.id}`, rehearsal({}, { ends: [own] }));
    expect(text).toContain('Confirm as asha: end 1 warning, tell nobody');
    expect(text).not.toContain('It comes from');
  });

  test('nobody is nobody, with the first reason', async () => {
    const held = [{ code: 'expired', at: at('2026-07-28T10:00:00Z') }, { code: 'no-area' }] as const;
    const { text } = await asked(`/alerts/${blast.id}`, rehearsal({}, { held }));
    expect(text).toMatch(/Confirming it would tell nobody at this moment\. Expired at [^.]+\. ?Confirm as asha/);
    expect(text).toContain('Confirm as asha: tell nobody');
    expect(text).not.toContain('It would end');
  });

  test('is asked only of what is not confirmed, and not of the past', async () => {
    const never = {
      rehearse: async () => {
        throw new Error('asked');
      },
    };
    for (const path of [flood, exercise].map((view) => `/alerts/${view.id}`).concat(`/alerts/${blast.id}?seq=7`)) {
      const { text } = await asked(path, never);
      expect(text, path).toContain('Your people');
      expect(text, path).not.toContain('Confirm as');
    }
  });
});

describe('an alert of very many points', () => {
  const large = (points: number): AlertView => {
    const ring = Array.from({ length: points }, (_, n) => ({ lat: n % 80, lon: n % 170 }));
    const shape = { ...polygon('1,1 2,2 1,2 1,1'), shape: { kind: 'polygon' as const, ring } };
    const infos = blast.alert.infos.map((info) => ({
      ...info,
      areas: info.areas.map((area) => ({ ...area, circles: [], polygons: [shape] })),
    }));
    return { ...blast, alert: { ...blast.alert, infos } };
  };
  const crowd = Array.from({ length: 2000 }, (_, n) => ({ ...people[0], id: `p-${n}` }) as (typeof people)[number]);

  test('and very many people is shown without comparing them, and says so', async () => {
    const never = () => {
      throw new Error('compared');
    };
    const more = { alert: async () => large(10_001), people: async () => ({ people: crowd, erased: 0 }) };
    const { text } = await asked(`/alerts/${blast.id}`, { ...more, matches: never, rehearse: never });
    expect(text).toContain('Too many to count who is inside, nobody told');
    expect(text).toContain('Too many to list here');
    expect(text).toContain('What confirming it would do can’t be counted here');
    expect(text).toMatch(/Confirm as asha(?!:)/);
  });

  test('is compared up to twenty million pairs', async () => {
    const counted = { ...rehearsal({ alert: 5 }), people: async () => ({ people: crowd, erased: 0 }) };
    const { text } = await asked(`/alerts/${blast.id}`, { ...counted, alert: async () => large(10_000) });
    expect(text).not.toContain('Too many');
    expect(text).toContain('Confirm as asha: tell 5 people');
  });
});

test('links to alerts on the live page can be told apart', async () => {
  const wakes = async () =>
    [flood, heat, { id: 'a-0123456789abcdef' }].map((to, n) => ({
      id: `n-${n}`,
      desk: 'live',
      person: 'desk',
      situation: 's',
      alert: to.id,
      info: null,
      before: null,
      kind: 'wake' as const,
      why: [],
      changes: [],
      urgent: true,
      madeAt: at('2026-07-28T10:00:00Z'),
      expiresAt: at('2026-07-29T10:00:00Z'),
      sentence: 'Look at this.',
    }));
  const { html } = await asked('/', { wakes });
  const links = [...html.matchAll(/Look at this\.(?:<!--.*?-->)? <a href="([^"]*)">(.*?)<\/a>/g)].map((match) => [
    match[1],
    plain(match[2] ?? ''),
  ]);
  expect(links).toEqual([
    [`/alerts/${flood.id}`, 'Alert “Flash flood”, a-11111111…'],
    [`/alerts/${heat.id}`, 'Alert “Heat”, a-33333333…'],
    ['/alerts/a-0123456789abcdef', 'Alert a-01234567…'],
  ]);
});

describe('where advice on a country holds', () => {
  const { alert, advice } = makeStated({
    ...{ office: 'Travel Office', issuer: 'GB', sender: 'gov.example', series: 'gb/af', identifier: 'gb-1' },
    ...{ sent: '2026-07-28T08:00:00Z', title: 'Afghanistan' },
    parts: [
      {
        place: 'AF',
        scope: 'whole',
        family: 'advice',
        level: 4,
        areas: [{ name: 'Afghanistan' }],
        words: 'Do not go.',
      },
    ],
  });
  const [info] = alert.infos;
  const view = (areas: readonly CapArea[]): AlertView => ({
    ...{ ...flood, id: 'a-00000000000000ff', advice },
    alert: { ...alert, at: {}, infos: info ? [{ ...info, areas }] : [] },
  });

  test('needs no shape: it is shown to whoever is there, and told when it becomes urgent', async () => {
    const country = view(info?.areas ?? []);
    const { text } = await asked(`/alerts/${country.id}`, { alert: async () => country });
    expect(text).toContain('A country as a whole, which needs no shape: whoever’s stay names that country is in it.');
    expect(text).toContain('shown to them, and told only when it becomes urgent by a change.');
    expect(text).not.toMatch(/nobody can be placed inside|nobody is told for it/);
  });

  test('while an area that is no country and has no shape tells nobody', async () => {
    const north = view([makeArea(null, { areaDesc: 'The north' })]);
    const { text } = await asked(`/alerts/${north.id}`, { alert: async () => north });
    expect(text).toContain('The north. No shape given: nobody is told for it.');
    expect(text).toContain('so nobody can be placed inside');
  });

  test('and a single point is said to be no area', async () => {
    const point = makeArea(
      { kind: 'circle', center: { lat: 36, lon: 70 }, radiusMeters: 0 },
      { areaDesc: 'The coast' },
    );
    const coast = { ...view([point]), advice: null };
    const { text } = await asked(`/alerts/${coast.id}`, { alert: async () => coast });
    expect(text).toContain('Only a single point is drawn, which is no area: beyond it nobody is told.');
  });
});

/** At the top of an alert's page: who is inside what nobody can place is not known, and why. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { makeArea } from '../../test/make.ts';
import { bearer, desk } from '../../test/pages/ask.ts';
import { views } from '../../test/pages/picture.ts';
import type { CapArea } from '../core/cap/model.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';

const geocodes = openGeocodes(divisions);
const codes = (...list: readonly (readonly [string, string])[]): CapArea =>
  makeArea(null, { geocodes: list.map(([valueName, value]) => ({ valueName, value })) });

async function top(areas: readonly CapArea[]): Promise<string> {
  const { flood } = views;
  const alert = { ...flood.alert, infos: flood.alert.infos.slice(0, 1).map((info) => ({ ...info, areas })) };
  const view = { ...flood, alert, resolved: resolvedAreas(alert, geocodes) };
  const { ask } = desk({ alert: async () => view, alerts: async () => [view], matches: async () => [] });
  const html = await (await ask(`/alerts/${view.id}`, { headers: bearer })).text();
  return /<dt>Your people<\/dt><dd>(.*?)<small><a/s.exec(html)?.[1] ?? 'nothing';
}

const unreadable = makeArea(null, { polygons: [{ text: '1,2 3,4', shape: null }] });

test.each([
  [[codes(['EMMA_ID', 'DE012'])], 'The issuer names the area by codes that have no boundary here.'],
  [[], 'The issuer names no area.'],
  [[codes()], 'The issuer names the area in words alone.'],
  [[unreadable], 'The issuer gives a shape that can’t be read.'],
])('nothing of it has a place, %#', async (areas, why) => {
  const words = await top(areas);
  expect(words).toMatch(/^Not known who is inside; \w+(?: people)? told<small>/);
  expect(words).toContain(why);
});

test('a part of it has none', async () => {
  const words = await top([codes(['SAME', '048113'], ['EMMA_ID', 'DE012'])]);
  expect(words).toMatch(/^In the part that is known: nobody inside, .* told\. In the rest: not known<small>/);
  expect(words).toContain('codes that have no boundary here');
});

test('all of it has one', async () => expect(await top([codes(['SAME', '048113'])])).toMatch(/^Nobody inside, /));

/** From the bytes of an alert to the reasons: an area that can't be placed is never silently nowhere. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { at, makePerson, makeView, standing } from '../../test/make.ts';
import { readCap } from '../core/cap/read.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { Match } from '../core/model.ts';
import { matcher, unresolvedAreas } from './match.ts';

const now = at('2026-03-02T07:00:00Z');
const person = makePerson('ana', { stay: standing(34.55, 69.25) });

const whereOf = (area: string): { unresolved: number; match: Match } => {
  const document = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>s@met.example</sender>
    <sent>2026-03-02T06:00:00+00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
    <info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
    <expires>2026-03-02T12:00:00+00:00</expires>${area}</info></alert>`;
  const [alert] = readCap(new TextEncoder().encode(document)).alerts;
  if (!alert) throw new Error('the alert is read');
  const view = makeView({ alert, resolved: resolvedAreas(alert, openGeocodes(divisions)) });
  const match = matcher(view, now, { tellHours: 24, positionHours: 72 }, 'new')(person);
  return { unresolved: unresolvedAreas(view).length, match };
};
const area = (inside: string): string => `<area><areaDesc>Kabul</areaDesc>${inside}</area>`;
const around = '<polygon>34.5,69.2 34.6,69.2 34.6,69.3 34.5,69.3 34.5,69.2</polygon>';
const broken = '<polygon>34.5,69.2 34.6,69.2 34.6,69.3 34.5,69.3</polygon>';

test.each([
  ['a description alone', ''],
  ['codes alone', '<geocode><valueName>NUTS3</valueName><value>XX1</value></geocode>'],
  ['an empty polygon', '<polygon/>'],
  ['a polygon that is not closed', broken],
  ['latitude that is none', '<polygon>134.5,69.2 134.6,69.2 134.6,69.3 134.5,69.2</polygon>'],
  ['a circle without a radius', '<circle>34.55,69.25</circle>'],
  ['heights alone', '<altitude>0</altitude><ceiling>9000</ceiling>'],
])('%s: nobody is told, and the desk is', (_, inside) => {
  const { unresolved, match } = whereOf(area(inside));
  expect(unresolved).toBe(1);
  expect(match.tell).toBe(false);
  expect(match.why.map(({ code }) => code)).toContain('area-unresolved');
});

test('no area at all', () => {
  expect(whereOf('').match.why.map(({ code }) => code)).toContain('no-area');
});

test('an info without an area beside one that has it: nobody is told of it, and the desk is', () => {
  const other =
    '</info><info><category>Met</category><event>Storm</event><urgency>Immediate</urgency><severity>Extreme</severity><certainty>Likely</certainty>';
  const { unresolved, match } = whereOf(area(around) + other);
  expect(unresolved).toBe(1);
  expect(match).toMatchObject({ info: 0, tell: true });
});

test('one shape of two that can be read tells whoever is in it, and the other is not forgotten', () => {
  const { unresolved, match } = whereOf(area(around + broken));
  expect(unresolved).toBe(1);
  expect(match.tell).toBe(true);
});

test('an outline that crosses itself is used: whoever it goes around is told', () => {
  const { unresolved, match } = whereOf(area('<polygon>34.5,69.2 34.6,69.3 34.6,69.2 34.5,69.3 34.5,69.2</polygon>'));
  expect({ unresolved, tell: match.tell }).toEqual({ unresolved: 0, tell: true });
});

test('a single point is a place and no area: who stands there is told, the desk looks where the area is', () => {
  const { unresolved, match } = whereOf(area('<circle>34.55,69.25 0.0</circle>'));
  expect({ unresolved, tell: match.tell }).toEqual({ unresolved: 1, tell: true });
  const elsewhere = whereOf(area('<circle>34.56,69.25 0</circle>'));
  expect(elsewhere.match).toMatchObject({ tell: false });
  expect(elsewhere.match.why.map(({ code }) => code)).toEqual(['outside', 'area-unresolved']);
  expect(whereOf(area(`${around}<circle>34.56,69.25 0</circle>`)).unresolved).toBe(0);
});

test('codes beside a single point are the area', () => {
  const circle = '<circle>41.7467,-124.183304 0.0</circle>';
  const county = '<geocode><valueName>SAME</valueName><value>048201</value></geocode>';
  expect(whereOf(area(circle + county)).unresolved).toBe(0);
  expect(whereOf(area(circle + county.replace('048201', '948201'))).unresolved).toBe(1);
});

/** What a whole alert says around its codes: profiles that want a frame, parts that are not read, and more codes than anybody means. */
import { expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { readCap } from '../../cap/read.ts';
import { resolvedAreas } from './areas.ts';
import { openGeocodes } from './geocodes.ts';

const geocodes = openGeocodes(divisions);
const geocode = (valueName: string, value: string): string =>
  `<geocode><valueName>${valueName}</valueName><value>${value}</value></geocode>`;

function resolvedIn(areas: readonly string[], code = '', left?: number) {
  const inside = areas.map((each) => `<area><areaDesc>Somewhere</areaDesc>${each}</area>`).join('');
  const document = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>s@met.example</sender>
    <sent>2026-03-02T06:00:00+00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>${code}
    <info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
    ${inside}</info></alert>`;
  const [alert] = readCap(new TextEncoder().encode(document)).alerts;
  if (!alert) throw new Error('the alert is read');
  const found = resolvedAreas(alert, geocodes, ...(left === undefined ? [] : [{ left }]));
  return found.map(({ resolved, unresolved }) => ({
    resolved: resolved.map((one) => one.code),
    unresolved: unresolved.map((one) => one.code),
    why: unresolved.map((one) => one.why).join(' '),
  }));
}

const state = geocode('ISO 3166-2', 'AU-NSW');

test.each<[string, string, string, RegExp]>([
  [
    'CAP-AU',
    state,
    '<code>urn:oasis:names:tc:emergency:cap:1.2:profile:CAP-AU:1.0</code>',
    /^AU-NSW may be only.*CAP-AU/,
  ],
  [
    'CAP-AU in the name of the list',
    geocode('urn:oasis:names:tc:emergency:cap:1.2:profile:CAP-AU:1.0:ISO 3166-2', 'AU-NSW'),
    '',
    /CAP-AU/,
  ],
  ['a single point', `<circle>-33.8,151.2 0</circle>${state}`, '', /single point/],
  ['an element that CAP has not', `${state}<Point>-33.8 151.2</Point>`, '', /not read here/],
  ['loose words', `${state}near Ourimbah`, '', /not read here/],
])('a state alone is not the area beside %s', (_, area, code, why) => {
  const [found] = resolvedIn([area], code);
  expect(found).toMatchObject({ resolved: [], unresolved: ['AU-NSW'], why: expect.stringMatching(why) });
});

test('a state alone is the area where nothing speaks against it, and other codes count in any case', () => {
  expect(resolvedIn([state])).toMatchObject([{ resolved: ['AU-NSW'], unresolved: [] }]);
  const county = geocode('SAME', '022001');
  expect(resolvedIn([`<circle>30,-92 0</circle>${county}<Point/>`])).toMatchObject([{ resolved: ['022001'] }]);
  // What is unread stands in the other area.
  expect(resolvedIn([`${county}<Point>1</Point>`, state])[1]).toMatchObject({ resolved: ['AU-NSW'] });
});

test('an alert has one budget: what is beyond it is unresolved in each area, and ranges of ranges are not looked up', () => {
  const county = geocode('SAME', '022001 022003');
  const range = geocode('UGC', 'TXC001>017');
  expect(resolvedIn([county + county, range, county], '', 4)).toMatchObject([
    { resolved: ['022001', '022003'], unresolved: [] },
    { resolved: [], unresolved: [''], why: expect.stringMatching(/^1 more codes/) },
    { resolved: ['022001', '022003'], unresolved: [] },
  ]);
  const spent = resolvedIn([range, county + geocode('SAME', '022005')], '', 17);
  expect(spent[0]?.resolved.length).toBe(9);
  expect(spent[1]).toMatchObject({ resolved: [], unresolved: [''], why: expect.stringMatching(/^2 more geocodes/) });
});

test('four thousand ranges five times over are as much work as one alert may ask for', () => {
  const ranges: string[] = [];
  for (let i = 1; i < 400; i += 2)
    for (let j = i + 100; j < 508 && ranges.length < 4000; j += 2)
      ranges.push(`TXC${String(i).padStart(3, '0')}&gt;${String(j).padStart(3, '0')}`);
  const five = Array.from({ length: 5 }, (_, n) => geocode('UGC', `${ranges.join(' ')} TXC00${n}`)).join('');
  const [found] = resolvedIn([five]);
  expect(found?.resolved.length).toBeLessThan(4000);
  expect(found?.why).toMatch(/more codes/);
});

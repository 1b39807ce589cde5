/** What pages say, in the states they can be in; and that no style is dead. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { now, views } from '../../test/pages/picture.ts';
import type { Reason } from '../core/model.ts';
import { type AlertsData, alertsPage } from './alerts.tsx';
import type { Dated } from './layout.tsx';
import { emptyTexts, liveHeadline } from './strings/en.ts';
import { reasonText } from './strings/reasons.ts';

const surround: Dated = {
  deskName: 'Desk',
  operator: null,
  exercise: null,
  path: '/alerts',
  moment: { valid: now, seq: 1, at: now, isPast: false, heardUntil: now },
  stylesheet: '/s.css',
  icon: null,
  script: null,
  borders: null,
  fonts: [],
};
const text = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const live = (more: Partial<AlertsData>): string =>
  text(alertsPage(surround, { alerts: [], told: new Map(), watched: 8, reports: 0, wakes: [], ...more }));

describe('the live page', () => {
  test('says four different things when nothing is in force, and first whether anybody was heard', () => {
    const firstDay = live({ watched: 0 });
    const known = live({ alerts: [views.dust, views.quake] });
    const unknown = live({});
    expect(firstDay).toContain(emptyTexts.firstDay.first);
    expect(firstDay).toContain(emptyTexts.nobody.first);
    expect(known).toContain(emptyTexts.known.first);
    expect(known).toContain('The newest of them: Dust storm, recorded');
    expect(unknown).toContain(emptyTexts.unknown.first);
    const heard = live({ reports: 1 });
    expect(heard).toContain(emptyTexts.noWarning.first);
    // Who was not heard is not taken for somebody who warns of nothing.
    for (const said of [firstDay, unknown]) expect(said).toMatch(/^(?!.*No warning in force).*Nothing heard/s);
    expect(new Set([firstDay, known, unknown, heard]).size).toBe(4);
    for (const said of [firstDay, known, unknown, heard]) expect(said).not.toMatch(/\bsafe\b|all clear|no threat/i);
  });

  test('of a desk that has recorded nothing shows no date of it, and no other time to ask for', () => {
    const moment = { valid: now, seq: 0, at: 0, isPast: false, heardUntil: now };
    const page = (past: boolean): string =>
      text(
        alertsPage(
          { ...surround, moment: { ...moment, isPast: past } },
          { alerts: [], told: new Map(), watched: 0, reports: 0, wakes: [] },
        ),
      );
    expect(page(false)).toContain('Made from nothing: no fact had been recorded here.');
    expect(page(true)).toContain(', when nothing had been recorded here.');
    for (const said of [page(false), page(true)]) expect(said).not.toMatch(/1970|At another time/);
  });

  test('counts what may tell people apart from what waits', () => {
    expect([
      liveHeadline(0, 0),
      liveHeadline(1, 0),
      liveHeadline(2, 1),
      liveHeadline(0, 3),
      liveHeadline(20, 0),
    ]).toEqual([
      'No warning in force that this desk knows of',
      'One warning in force',
      'Two warnings in force, one more to be confirmed',
      'Three warnings wait to be confirmed',
      '20 warnings in force',
    ]);
  });

  test('never shows what is not real, or has ended, among the current or in colour', () => {
    const html = alertsPage(surround, {
      alerts: Object.values(views),
      told: new Map(),
      watched: 8,
      reports: 0,
      wakes: [],
    });
    const [current = '', rest = ''] = html.split('class="sec drill inset"');
    expect(current).not.toMatch(/Dam above|Dust storm|Light earthquake/);
    expect(rest).toContain('EXERCISE, not real');
    expect(rest).not.toMatch(/class="sign l\d live"/);
    expect(current).toMatch(/class="sign l4 live"/);
  });

  test('leads with the strongest that is confirmed', () => {
    const html = live({ alerts: [views.hostile, views.heat] });
    expect(html).toContain('Strongest: prepare, Helmand and Kandahar');
  });
});

test('every reason is a sentence', () => {
  const reasons: Reason[] = [
    { code: 'inside', info: 0, area: 0, shape: 'circle' },
    { code: 'inside', info: 0, area: 0, shape: 'circle', ours: { radiusMeters: 500 } },
    {
      ...{ code: 'inside', info: 0, area: 0, shape: 'multipolygon' },
      geocode: { scheme: 'SAME', value: '048113', source: 'U.S. Census Bureau' },
    },
    { code: 'near-edge', info: 0, area: 0, meters: 300 },
    { code: 'near-edge', info: 0, area: 0, meters: 300, record: 'EC' },
    {
      ...{ code: 'inside', info: 0, area: 0, shape: 'multipolygon', record: 'EC' },
      geocode: { scheme: 'ISO 3166-1', value: 'ECU', source: 'Natural Earth' },
    },
    { code: 'in-country', info: 0, country: 'AF' },
    { code: 'standing', info: 0 },
    { code: 'outside' },
    { code: 'no-position' },
    { code: 'old-position', positionAt: 0 },
    { code: 'not-there-yet', from: 0 },
    { code: 'gone', to: 0 },
    { code: 'no-channel' },
    { code: 'unverified', trust: 'unverified' },
    { code: 'not-actual', status: 'Test' },
    { code: 'not-a-warning', msgType: 'Ack' },
    { code: 'expired', at: 0 },
    { code: 'cancelled', by: 'a' },
    { code: 'superseded', by: 'a' },
    { code: 'too-old', sentAt: 0, hours: 24 },
    { code: 'no-area' },
    { code: 'area-unresolved', info: 0, area: 0 },
    { code: 'restricted', scope: 'Private' },
  ];
  for (const reason of reasons) expect(reasonText(reason)).toMatch(/^[A-Z].*\.$/);
  expect(new Set(reasons.map((reason) => reasonText(reason))).size).toBe(reasons.length);
});

describe('the style sheets', () => {
  const folder = import.meta.dirname;
  const css = ['tokens.css', 'desk.css', 'situations.css']
    .map((name) => readFileSync(join(folder, 'style', name), 'utf8').replace(/\/\*.*?\*\//gs, ''))
    .join('\n');
  // The pages, and what scripts add to them.
  const code = [folder, join(folder, '../desk')]
    .flatMap((from) => readdirSync(from, { recursive: true, encoding: 'utf8' }).map((name) => join(from, name)))
    .filter((path) => /\.tsx$|\/desk\/.*\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  test('hold no class that no page has', () => {
    const selectors = css.replace(/\{[^{}]*\}/g, ' ');
    const classes = new Set([...selectors.matchAll(/\.([a-z][a-z0-9-]*)/g)].map((match) => match[1] ?? ''));
    const built = new Set([
      'l0',
      'l1',
      'l2',
      'l3',
      'l4',
      'h0',
      'h1',
      'h2',
      'h3',
      'h4',
      'ended',
      'not-real',
      'z-title',
      'z-heading',
      'z-caption',
      'z-status',
      'z-list',
    ]);
    for (let pair = 1; pair <= 16; pair++) built.add(`x${pair}`);
    const dead = [...classes].filter((name) => !built.has(name) && !new RegExp(`["'\` ]${name}["'\` ]`).test(code));
    expect(dead).toEqual([]);
  });

  test('hold no custom property that nothing uses, and use none that is not there', () => {
    const set = new Set([...css.matchAll(/(--[a-z0-9-]+)\s*:/g)].map((match) => match[1]));
    const used = new Set([...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]));
    expect([...set].filter((name) => !used.has(name))).toEqual([]);
    expect([...used].filter((name) => !set.has(name))).toEqual([]);
  });

  test('are safe from right to left: no left, right or physical size where a logical one exists', () => {
    expect(css).not.toMatch(/(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:/);
    expect(css).not.toMatch(/[^-](?:left|right):/);
  });
});

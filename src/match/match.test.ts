import { describe, expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makePerson, makeView, square, stamp, standing } from '../../test/make.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { AlertView, Match, WatchedPerson } from '../core/model.ts';
import { hour } from '../core/time/time.ts';
import { matcher, type Occasion } from './match.ts';

const now = at('2026-03-02T07:00:00Z');
const rules = { tellHours: 24, positionHours: 72 };
const match = (view: AlertView, person: WatchedPerson, when = now, occasion: Occasion = 'new'): Match =>
  matcher(view, when, rules, occasion)(person);
const codes = (result: Match): string[] => result.why.map(({ code }) => code);
const withAlert = (alert: Partial<CapAlert>): AlertView => makeView({ alert: makeAlert(alert) });
const inside = makePerson('inside');
const outside = makePerson('outside', { stay: standing(34.5, 69.4) });

describe('who is told', () => {
  test('inside the polygon: told, with the area that covers them', () => {
    expect(match(makeView(), inside)).toEqual({
      person: 'p-inside',
      alert: 'a-1',
      show: true,
      tell: true,
      info: 0,
      why: [{ code: 'inside', info: 0, area: 0, shape: 'polygon' }],
    });
  });

  test('on its edge: told', () => {
    expect(match(makeView(), makePerson('edge', { stay: standing(34.6, 69.2) })).tell).toBe(true);
  });

  test('outside: not told, not shown', () => {
    expect(match(makeView(), outside)).toMatchObject({ show: false, tell: false, why: [{ code: 'outside' }] });
  });

  test('inside, without a channel: shown, and nobody can tell them', () => {
    const result = match(makeView(), makePerson('mute', { channels: [] }));
    expect(result).toMatchObject({ show: true, tell: false });
    expect(codes(result)).toEqual(['inside', 'no-channel']);
  });

  test('a circle tells within its radius and no further', () => {
    const areas = [makeArea({ kind: 'circle', center: { lat: 34.5, lon: 69.2 }, radiusMeters: 1000 })];
    const view = withAlert({ infos: [makeInfo({ areas })] });
    expect(match(view, makePerson('near', { stay: standing(34.5089, 69.2) })).tell).toBe(true);
    expect(match(view, makePerson('far', { stay: standing(34.5092, 69.2) })).tell).toBe(false);
  });
});

describe('what holds an alert back, though somebody is inside', () => {
  test.each<[string, Partial<AlertView>]>([
    ['unverified', { trust: 'unverified' }],
    ['unverified', { trust: 'reported' }],
    ['not-actual', { state: 'not-actual', alert: makeAlert({ status: 'Exercise' }) }],
    ['not-a-warning', { state: 'not-a-warning', alert: makeAlert({ msgType: 'Ack' }) }],
    ['cancelled', { state: 'cancelled', endedBy: 'a-2' }],
    ['superseded', { state: 'superseded', endedBy: 'a-2' }],
    ['restricted', { trust: 'from-origin', alert: makeAlert({ scope: 'Restricted' }) }],
  ])('%s', (code, view) => {
    const result = match(makeView(view), inside);
    expect(result).toMatchObject({ show: true, tell: false });
    expect(codes(result)).toEqual([code, 'inside']);
  });

  test('a restricted alert that an operator vouched for may go out', () => {
    expect(match(withAlert({ scope: 'Restricted' }), inside).tell).toBe(true);
  });

  test('expired, at the very instant', () => {
    const end = at('2026-03-02T12:00:00Z');
    expect(match(makeView(), inside, end - 1).tell).toBe(true);
    expect(codes(match(makeView(), inside, end))).toContain('expired');
  });

  test('an area that is only a geocode tells nobody and says so', () => {
    const areas = [makeArea(null, { geocodes: [{ valueName: 'NUTS3', value: 'XX123' }] })];
    const result = match(withAlert({ infos: [makeInfo({ areas })] }), inside);
    expect(result.tell).toBe(false);
    expect(codes(result)).toEqual(['area-unresolved']);
  });

  test('no area at all is not everywhere', () => {
    expect(codes(match(withAlert({ infos: [makeInfo({ areas: [] })] }), inside))).toEqual(['no-area']);
    expect(match(withAlert({ infos: [] }), inside).tell).toBe(false);
  });
});

describe('an alert that states no end', () => {
  const open = (sent: string): AlertView => withAlert({ sent: stamp(sent), infos: [makeInfo({ expires: null })] });

  test('newly tells for TELL_HOURS after it was sent', () => {
    expect(match(open('2026-03-01T07:00:00+00:00'), inside).tell).toBe(true);
    expect(codes(match(open('2026-03-01T06:59:59+00:00'), inside))).toContain('too-old');
  });

  test('tells those who arrive later while it is under 30 days old', () => {
    const sent = at('2026-03-01T00:00:00Z');
    const view = open('2026-03-01T00:00:00+00:00');
    expect(match(view, inside, sent + 30 * 24 * hour - 1, 'arrival').tell).toBe(true);
    expect(match(view, inside, sent + 30 * 24 * hour, 'arrival').tell).toBe(false);
  });

  test('with an end ahead it tells however late it is read', () => {
    const view = withAlert({ sent: stamp('2025-03-01T00:00:00+00:00') });
    expect(match(view, inside).tell).toBe(true);
  });
});

describe('where somebody is', () => {
  const at345 = { lat: 34.5, lon: 69.2 };
  const stay = (part: object): WatchedPerson => makePerson('p', { stay: { ...standing(34.5, 69.2), ...part } });

  test.each<[string, object]>([
    ['no-position', { at: null }],
    ['old-position', { at: at345, positionAt: now - 72 * hour - 1 }],
    ['not-there-yet', { from: now + 1 }],
    ['gone', { to: now }],
  ])('%s', (code, part) => {
    const result = match(makeView(), stay(part));
    expect(result).toMatchObject({ show: false, tell: false });
    expect(codes(result)).toEqual([code]);
  });

  test('a position counts to the end of POSITION_HOURS, a stay from its first instant to before its last', () => {
    expect(match(makeView(), stay({ positionAt: now - 72 * hour })).tell).toBe(true);
    expect(match(makeView(), stay({ from: now, to: now + 1 })).tell).toBe(true);
  });
});

describe('which info speaks to somebody', () => {
  const dari = makeInfo({ language: 'fa-AF', headline: 'سیلاب' });
  const view = withAlert({ infos: [makeInfo(), dari] });

  test('the one in their language', () => {
    expect(match(view, makePerson('p', { language: 'fa' })).info).toBe(1);
    expect(match(view, makePerson('p', { language: 'en-GB' })).info).toBe(0);
    expect(match(view, makePerson('p', { language: 'ps' })).info).toBe(0);
  });

  test('the stronger instruction before the language, the covering area before all', () => {
    const monitor = makeInfo({
      language: 'fa-AF',
      responseTypes: ['Monitor'],
      areas: [makeArea(square(34.5, 69.2, 1))],
    });
    const both = withAlert({ infos: [makeInfo(), monitor] });
    const reader = (lat: number): WatchedPerson => makePerson('p', { language: 'fa-AF', stay: standing(lat, 69.2) });
    expect(match(both, reader(34.5)).info).toBe(0);
    expect(match(both, reader(35)).info).toBe(1);
  });

  test('an info that has expired speaks to nobody', () => {
    const over = makeInfo({ expires: stamp('2026-03-02T06:30:00+00:00') });
    const wide = makeInfo({ areas: [makeArea(square(10, 10, 1))] });
    expect(match(withAlert({ infos: [over, wide] }), inside).tell).toBe(false);
  });
});

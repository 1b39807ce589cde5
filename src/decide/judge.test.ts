import { describe, expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makePerson, makeView, square, stamp, standing } from '../../test/make.ts';
import type { AlertView } from '../core/model.ts';
import { hour } from '../core/time/time.ts';
import type { Told } from '../store/outbox/told.ts';
import { type Case, judge, type Verdict } from './judge.ts';

const now = at('2026-03-02T07:00:00Z');
const first = makeView({ id: 'a-1' });
const told = (part: Partial<Told> = {}): Told => ({
  person: 'p-ana',
  situation: 's-1',
  notice: 'n-1',
  kind: 'alert',
  alert: 'a-1',
  info: 0,
  mayHaveGone: true,
  isOut: false,
  heard: (part.mayHaveGone ?? true) ? { alert: part.alert ?? 'a-1', info: 0 } : null,
  ...part,
});
const ana = makePerson('ana');

function verdict(view: AlertView, part: Partial<Case> & { tolds?: Told[]; views?: AlertView[] } = {}): Verdict {
  const { tolds = [], views = [first], ...rest } = part;
  return judge({
    view,
    now,
    rules: { tellHours: 24, positionHours: 72 },
    occasion: 'new',
    people: [ana],
    predecessor: null,
    told: new Map(tolds.map((t) => [t.person, [t]])),
    revisions: new Map([...views, view].map((v) => [v.id, v])),
    ...rest,
  });
}
const kinds = (v: Verdict): string[] => v.words.map(({ kind }) => kind);

describe('a first warning', () => {
  test('tells who is inside, once', () => {
    expect(verdict(first)).toMatchObject({
      words: [{ kind: 'alert', before: null, expiresAt: at('2026-03-02T12:00:00Z') }],
      replaced: [],
    });
    expect(verdict(first, { tolds: [told()] }).words).toEqual([]);
  });

  test('lives TELL_HOURS from its sent when it states no end, and from now for somebody who arrives', () => {
    const open = makeView({ alert: makeAlert({ infos: [makeInfo({ expires: null })] }) });
    expect(verdict(open).words[0]?.expiresAt).toBe(at('2026-03-03T06:00:00Z'));
    expect(verdict(open, { occasion: 'arrival' }).words[0]?.expiresAt).toBe(now + 24 * hour);
  });

  test('wakes the desk for those who can’t be placed and those who can’t be reached', () => {
    const lost = makePerson('lost', { stay: { ...standing(0, 0), at: null } });
    const mute = makePerson('mute', { channels: [] });
    const { wakes } = verdict(first, { people: [ana, lost, mute] });
    expect(wakes.map(({ code }) => code)).toEqual(['unplaced', 'no-channel']);
    expect(wakes[0]?.sentence).toMatch(/^1 person here we can’t place/);
    expect(JSON.stringify(wakes)).not.toMatch(/lost|mute|Name of/);
  });

  test('that tells nobody says why to the desk', () => {
    const bare = makeView({ alert: makeAlert({ infos: [makeInfo({ areas: [] })] }) });
    expect(verdict(bare).wakes.map(({ code }) => code)).toEqual(['held']);
  });

  test('unverified or not Actual: nothing at all', () => {
    expect(verdict(makeView({ trust: 'unverified' }))).toEqual({ words: [], replaced: [], wakes: [] });
    expect(verdict(makeView({ state: 'not-actual' }))).toEqual({ words: [], replaced: [], wakes: [] });
  });
});

describe('an update', () => {
  const old = makeView({ id: 'a-1', state: 'superseded', endedBy: 'a-2', enders: ['a-2'] });
  const revise = (info: Parameters<typeof makeInfo>[0]): AlertView =>
    makeView({ id: 'a-2', alert: makeAlert({ identifier: 'flood-2', msgType: 'Update', infos: [makeInfo(info)] }) });
  const views = [old];

  test('tells what changed, and only those who were told before or are newly inside', () => {
    const update = revise({ severity: 'Extreme', instruction: 'Leave at once.' });
    expect(verdict(update, { tolds: [told()], views })).toMatchObject({
      words: [{ kind: 'update', before: 'a-1', changes: ['severity', 'words'] }],
      replaced: ['n-1'],
    });
    expect(kinds(verdict(update, { views }))).toEqual(['alert']);
  });

  test('that changes nothing for somebody is no news to them', () => {
    expect(verdict(revise({}), { tolds: [told()], views })).toMatchObject({ words: [], replaced: ['n-1'] });
  });

  test('takes the place of a warning that never left: a first word, not an update', () => {
    const waiting = told({ mayHaveGone: false });
    expect(verdict(revise({ severity: 'Extreme' }), { tolds: [waiting], views })).toMatchObject({
      words: [{ kind: 'alert' }],
      replaced: ['n-1'],
    });
  });

  test('that stands beside another of the same chain touches nothing of it', () => {
    const sibling = makeView({ id: 'a-9', alert: makeAlert({ identifier: 'flood-9', msgType: 'Update' }) });
    const away = revise({ areas: [makeArea(square(10, 10, 1))] });
    const knows = (part: Partial<Told>) =>
      verdict(away, { tolds: [told({ alert: 'a-9', ...part })], views: [old, sibling] });
    expect(knows({})).toMatchObject({ words: [], replaced: [] });
    expect(knows({ mayHaveGone: false })).toMatchObject({ words: [], replaced: [] });
  });

  test('is not told after a later one, and the desk hears of it', () => {
    const later = makeView({
      id: 'a-9',
      alert: makeAlert({ identifier: 'flood-9', msgType: 'Update', sent: stamp('2026-03-02T06:30:00+00:00') }),
    });
    const { words, wakes } = verdict(revise({ severity: 'Extreme' }), {
      tolds: [told({ alert: 'a-9' })],
      views: [old, later],
    });
    expect(words).toEqual([]);
    expect(wakes.map(({ code }) => code)).toEqual(['late']);
  });

  test('that was tried and never taken is a first word', () => {
    const tried = told({ heard: null });
    expect(kinds(verdict(revise({}), { tolds: [tried], views }))).toEqual(['alert']);
  });

  test('that no longer covers somebody says so, or takes the waiting warning back', () => {
    const away = revise({ areas: [makeArea(square(10, 10, 1))] });
    expect(kinds(verdict(away, { tolds: [told()], views }))).toEqual(['left']);
    expect(verdict(away, { tolds: [told({ mayHaveGone: false })], views })).toMatchObject({
      words: [],
      replaced: ['n-1'],
    });
    expect(verdict(away, { views }).words).toEqual([]);
  });

  test('that has ended already tells those who were told otherwise that it is over', () => {
    const over = { ...revise({ expires: stamp('2026-03-02T06:59:00+00:00') }), state: 'expired' as const };
    const { words, replaced, wakes } = verdict(over, { tolds: [told()], views });
    expect(words).toMatchObject([{ kind: 'cancel', why: [{ code: 'expired' }], expiresAt: now + 24 * hour }]);
    expect(replaced).toEqual(['n-1']);
    // “Nobody is told of it” is said only where nobody is.
    expect(wakes).toEqual([]);
    const unheard = verdict(over, { views });
    expect([unheard.words, unheard.wakes.map(({ code }) => code)]).toEqual([[], ['held']]);
  });

  test('reaches somebody who was told and can’t be placed any more: they may still be there', () => {
    const old = makePerson('ana', { stay: { ...standing(34.5, 69.2), positionAt: 0 } });
    const { words, wakes } = verdict(revise({ severity: 'Extreme' }), { people: [old], tolds: [told()], views });
    expect(words).toMatchObject([{ kind: 'update', info: 0, changes: ['severity'] }]);
    expect(wakes.map(({ code }) => code)).toEqual(['unplaced']);
    expect(verdict(revise({ severity: 'Extreme' }), { people: [old], views }).words).toEqual([]);
  });

  test('with an area that can’t be read tells nobody that they are out of it', () => {
    const unclear = revise({ areas: [makeArea(square(10, 10, 1)), makeArea(null)] });
    expect(verdict(unclear, { tolds: [told()], views }).words).toEqual([]);
  });
});

describe('an all-clear', () => {
  const clearInfo = { responseTypes: ['AllClear'], severity: 'Minor', urgency: 'Past' };
  const clear = makeView({ id: 'a-2', alert: makeAlert({ msgType: 'Update', infos: [makeInfo(clearInfo)] }) });
  const codes = (v: Verdict): string[] => v.wakes.map(({ code }) => code);

  test('that ends nothing anybody was told of tells nobody, and the desk must look', () => {
    const { words, wakes } = verdict(clear);
    expect(words).toEqual([]);
    expect(wakes.map(({ code }) => code)).toEqual(['all-clear']);
    expect(wakes[0]?.sentence).toContain('from “Sample Water Office”, and nobody was told of it');
    expect(codes(verdict(clear, { tolds: [told()] }))).toEqual(['all-clear']);
  });

  test('that ends what somebody was told of wakes nobody, nor does it when it is decided again or somebody arrives', () => {
    const old = makeView({ id: 'a-1', state: 'superseded', endedBy: 'a-2', enders: ['a-2'] });
    const heard = verdict(clear, { tolds: [told()], views: [old] });
    expect([kinds(heard), codes(heard)]).toEqual([['update'], []]);
    expect(codes(verdict(clear, { tolds: [told({ alert: 'a-2', kind: 'update' })], views: [old] }))).toEqual([]);
    expect(codes(verdict(clear, { occasion: 'arrival' }))).toEqual([]);
  });
});

describe('a cancel', () => {
  const cancelled = makeView({ id: 'a-1', state: 'cancelled', endedBy: 'a-3', enders: ['a-3'] });
  const cancel = makeView({ id: 'a-3', state: 'not-a-warning', alert: makeAlert({ msgType: 'Cancel', infos: [] }) });

  test('follows a warning that may have gone and removes one that has not', () => {
    expect(verdict(cancel, { tolds: [told()], views: [cancelled] })).toMatchObject({
      words: [{ kind: 'cancel', before: 'a-1', urgent: true }],
      replaced: ['n-1'],
    });
    expect(verdict(cancel, { tolds: [told({ mayHaveGone: false })], views: [cancelled] })).toMatchObject({
      words: [],
      replaced: ['n-1'],
    });
  });

  test('reaches somebody who moved away since, and nobody twice', () => {
    const moved = makePerson('ana', { stay: standing(0, 0) });
    expect(kinds(verdict(cancel, { people: [moved], tolds: [told()], views: [cancelled] }))).toEqual(['cancel']);
    expect(verdict(cancel, { tolds: [told({ kind: 'cancel' })], views: [cancelled] }).words).toEqual([]);
  });

  test('of a later revision ends what somebody knows of an earlier one', () => {
    const early = makeView({ id: 'a-1', state: 'superseded', endedBy: 'a-2', enders: ['a-2'] });
    const late = makeView({ id: 'a-2', state: 'cancelled', endedBy: 'a-3', enders: ['a-3'] });
    expect(kinds(verdict(cancel, { tolds: [told()], views: [early, late] }))).toEqual(['cancel']);
  });

  test('of an early revision leaves a newer one that it does not name', () => {
    const newer = makeView({ id: 'a-2' });
    expect(verdict(cancel, { tolds: [told({ alert: 'a-2' })], views: [cancelled, newer] })).toMatchObject({
      words: [],
      replaced: [],
    });
  });

  test('of a long chain in which each update names all before it is decided at once', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `u-${i}`);
    const chain = ids.map((id, i) =>
      i === 59
        ? makeView({ id, state: 'cancelled', endedBy: 'a-3', enders: ['a-3'] })
        : makeView({ id, state: 'superseded', endedBy: ids[i + 1] ?? null, enders: ids.slice(i + 1) }),
    );
    expect(kinds(verdict(cancel, { tolds: [told({ alert: 'u-0' })], views: chain }))).toEqual(['cancel']);
  });

  test('whose chain names itself in a circle comes to an end', () => {
    const circle = ['a-1', 'a-2'].map((id, i) =>
      makeView({ id, state: 'superseded', endedBy: `a-${2 - i}`, enders: [`a-${2 - i}`] }),
    );
    expect(verdict(cancel, { tolds: [told()], views: circle })).toMatchObject({ words: [], replaced: [] });
  });

  test('that nobody can be told of, for want of a channel, wakes the desk', () => {
    const mute = makePerson('ana', { channels: [] });
    const { words, wakes } = verdict(cancel, { people: [mute], tolds: [told()], views: [cancelled] });
    expect(words).toEqual([]);
    expect(wakes.map(({ code }) => code)).toEqual(['no-channel']);
  });

  test('not vouched for does nothing', () => {
    expect(verdict({ ...cancel, trust: 'unverified' }, { tolds: [told()], views: [cancelled] }).words).toEqual([]);
  });
});

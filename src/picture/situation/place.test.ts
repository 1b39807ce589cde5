/** The place of a situation: what of it stands by a code, what nobody can place, and whose words name it. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../test/divisions.ts';
import { at, makeAlert, makeArea, makeInfo, makeView, stamp } from '../../../test/make.ts';
import { smallGazetteer } from '../../../test/make-picture.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { resolvedAreas } from '../../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../../core/geo/geocodes/geocodes.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import type { AlertView } from '../../core/model.ts';
import type { Situation } from '../../core/situation.ts';
import { situationsOf } from '../situations.ts';

const geocodes = openGeocodes(divisions);
const now = { valid: at('2026-03-02T08:00:00Z'), seq: 99 };
const expires = stamp('2026-03-02T20:00:00Z');
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
const codes = (...list: readonly (readonly [string, string])[]) =>
  makeArea(null, { areaDesc: 'By code', geocodes: list.map(([valueName, value]) => ({ valueName, value })) });

function warned(infos: readonly Partial<CapInfo>[], more: Partial<AlertView> = {}): AlertView {
  const alert = makeAlert({ infos: infos.map((info) => makeInfo({ expires, ...info })), ...more.alert });
  return makeView({ alert, resolved: resolvedAreas(alert, geocodes), ...more });
}
const situations = (...alerts: readonly AlertView[]): Situation[] => [
  ...situationsOf({ alerts, readings: [] }, now, smallGazetteer),
];

describe('what is not drawn', () => {
  test('codes with a boundary are named with whose it is, and are no drawing', () => {
    const [one] = situations(warned([{ areas: [codes(['SAME', '048113'])] }]));
    expect(one?.place.coded).toMatchObject([
      { scheme: 'SAME', code: '048113', name: 'Dallas', source: 'U.S. Census Bureau' },
    ]);
    expect(one?.place.unplaced).toBeUndefined();
  });

  test('codes without one are named with their list, beside those that have one, once for all languages', () => {
    const areas = [codes(['SAME', '048113'], ['EMMA_ID', 'DE012'])];
    const [one] = situations(warned([{ areas }, { areas, language: 'de' }]));
    expect(one?.place.coded).toHaveLength(1);
    expect(one?.place.unplaced).toMatchObject([
      { name: 'By code', why: 'codes', codes: [{ scheme: 'EMMA_ID', code: 'DE012' }] },
    ]);
  });

  test('words alone, a shape that can’t be read, and no area at all', () => {
    const unreadable = makeArea(null, { areaDesc: 'Bent', polygons: [{ text: '1,2 3,4', shape: null }] });
    const epicentre = makeArea(
      { kind: 'circle', center: { lat: 34, lon: 69 }, radiusMeters: 0 },
      { areaDesc: 'Epicentre' },
    );
    const [one] = situations(warned([{ areas: [codes(), unreadable, epicentre] }, { areas: [] }]));
    expect(one?.place.unplaced?.map(({ name, why }) => [name, why])).toEqual([
      ['By code', 'words'],
      ['Bent', 'unreadable'],
      ['Epicentre', 'point'],
      ['', 'no-area'],
    ]);
  });

  test('what an info that has ended named is not asked for any more', () => {
    const ended = stamp('2026-03-02T07:00:00Z');
    const [one] = situations(
      warned([{ areas: [codes(['EMMA_ID', 'DE012'])], expires: ended }, { areas: [codes(['SAME', '048113'])] }]),
    );
    expect(one?.place.unplaced).toBeUndefined();
  });
});

describe('two warnings of one sender in one place', () => {
  const area = makeArea(square(34.5, 69.1, 0.2), { areaDesc: 'North County' });
  const info = { areas: [area], senderName: 'Weather Office' };
  const tornado = {
    ...info,
    event: 'Tornado',
    severity: 'Extreme',
    responseTypes: ['Evacuate'],
    instruction: 'Leave.',
  };
  const ice = { ...info, event: 'Ice storm', severity: 'Minor', responseTypes: ['Monitor'], instruction: 'Wait.' };
  const [first, second] = ['2026-03-02T06:00:00Z', '2026-03-02T07:00:00Z'];
  const view = (id: string, sent: string, one: Partial<CapInfo>, more: Partial<AlertView> = {}): AlertView => {
    const made = warned([one], { id, report: `r-${id}`, situation: `c-${id}`, situations: [`c-${id}`], ...more });
    return {
      ...made,
      alert: { ...made.alert, identifier: id, sent: stamp(sent) },
      recorded: { seq: sent === first ? 1 : 2, at: at(sent) },
    };
  };

  test('both stand, each in its own words, named after what leads', () => {
    for (const found of [
      situations(view('t', first, tornado), view('i', second, ice)),
      situations(view('i', first, ice), view('t', second, tornado)),
    ]) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        event: 'Tornado',
        instruction: { value: 'leave' },
        severity: { value: 'Extreme' },
      });
      expect(found[0]?.issuers.map(({ alert, earlier }) => [alert, earlier]).sort()).toEqual([
        ['i', []],
        ['t', []],
      ]);
    }
  });

  test('the same event of the same sender, or a reference, takes the place of the earlier word', () => {
    const again = situations(view('t', first, tornado), view('u', second, tornado));
    expect(again[0]?.issuers).toMatchObject([{ alert: 'u', earlier: ['t'] }]);
    const chain = { situation: 'c', situations: ['c'] };
    const ended = view('t', first, tornado, { ...chain, state: 'superseded', endedBy: 'i', enders: ['i'] });
    const update = situations(ended, view('i', second, ice, chain), view('o', second, { ...ice, event: 'Hail' }));
    expect(update[0]?.issuers.map(({ alert, earlier }) => [alert, earlier]).sort()).toEqual([
      ['i', ['t']],
      ['o', []],
    ]);
  });
});

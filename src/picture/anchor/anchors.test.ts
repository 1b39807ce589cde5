/** Which words are one danger, and that it keeps its name. */
import { describe, expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makeView, square, stamp } from '../../../test/make.ts';
import { advised, makeClaim, makePart, read, smallGazetteer } from '../../../test/make-picture.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { situationsOf } from '../situations.ts';

const ask = (
  alerts: readonly AlertView[],
  readings: readonly ReadingView[] = [],
  valid = '2021-08-26T08:00:00Z',
): readonly Situation[] => situationsOf({ alerts, readings }, { valid: at(valid), seq: 99 }, smallGazetteer);

const embassy = advised('us', 2, '2021-08-25T23:00:00Z', 'US', [makePart({ tells: [['leave', 'Leave.']] })]);

const cap = (
  id: string,
  seq: number,
  shape: DrawnShape,
  info: Partial<CapInfo> = {},
  view: Partial<AlertView> = {},
): AlertView => {
  const infos = [makeInfo({ areas: [makeArea(shape)], expires: stamp('2021-08-26T13:30:00Z'), ...info })];
  const alert = makeAlert({ identifier: id, sent: stamp('2021-08-26T05:50:00Z'), infos });
  const chain = { situation: `chain-${id}`, situations: [`chain-${id}`] };
  return makeView({
    id,
    report: `r-${id}`,
    alert,
    ...chain,
    recorded: { seq, at: at('2021-08-26T05:52:00Z') },
    ...view,
  });
};
const flood = cap('flood', 4, square(34.44, 70.46, 0.1));

describe('anchors', () => {
  test('alerts of CAP that name one incident are one, whatever and wherever they warn of, while it lasts', () => {
    const of = (id: string, seq: number, incidents: string, event = 'Gale'): AlertView => {
      const far = cap(id, seq, square(seq * 10, seq * 10, 0.1), { event });
      return { ...far, alert: { ...far.alert, incidents } };
    };
    const storm = of('storm', 1, '"Big storm" dam-7');
    const burst = of('burst', 2, 'DAM-7', 'Flood');
    const other = of('other', 3, 'storm');
    expect(
      ask([storm, burst, other])
        .map(({ alerts }) => alerts)
        .toSorted(),
    ).toEqual([['burst', 'storm'], ['other']]);
    const open = { infos: [makeInfo({ event: 'Gale', expires: null, areas: [makeArea(square(40, 40, 0.1))] })] };
    const again = of('again', 4, '"big storm"');
    const during = { ...again, alert: { ...again.alert, ...open } };
    const sent = stamp('2021-09-26T07:00:00Z');
    const after = { ...during, alert: { ...during.alert, sent }, recorded: { seq: 4, at: at(sent.text) } };
    const stood = (one: AlertView) => ask([storm, one], [], '2021-09-26T08:00:00Z').map(({ alerts }) => alerts);
    expect([stood(during), stood(after)]).toEqual([[['again', 'storm']], [['again'], ['storm']]]);
  });

  test('one name for an incident, by two senders, is two incidents', () => {
    const by = (id: string, seq: number, sender: string): AlertView => {
      const far = cap(id, seq, square(seq * 10, seq * 10, 0.1), { event: 'Gale' });
      return { ...far, alert: { ...far.alert, sender, incidents: '2021-1 dam' } };
    };
    const [met, police] = ['met.example', 'police.example'];
    const all = [by('a', 1, met), by('b', 2, police), by('c', 3, met), by('d', 4, police)];
    expect(
      ask(all)
        .map(({ alerts }) => alerts)
        .toSorted(),
    ).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  test('a situation keeps its id when its first word has left the lists', () => {
    const founder = advised('fr', 1, '2021-08-25T20:00:00Z', 'FR', [makePart({ tells: [['avoid', 'Stay away.']] })]);
    const [before] = ask([{ ...founder, state: 'expired' }, embassy]);
    const [after] = ask([embassy], [], '2021-10-30T00:00:00Z');
    expect(before?.alerts).toEqual(['fr', 'us']);
    expect(after).toMatchObject({ id: before?.id, alerts: ['us'] });
  });

  test('one that fell silent and is spoken of again is one, and a stranger’s has an id of its own', () => {
    const word = (id: string, seq: number, when: string) =>
      read(id, seq, when, { claims: [makeClaim('c1', 'A minister', 'attacks are likely', ['KBL'])] });
    const words = [
      word('a', 1, '2021-08-01T00:00:00Z'),
      word('d', 2, '2021-08-20T00:00:00Z'),
      word('b', 3, '2021-08-07T00:00:00Z'),
      word('c', 4, '2021-08-13T12:00:00Z'),
    ];
    expect(ask([], words, '2021-08-14T00:00:00Z').map(({ reports }) => reports)).toEqual([['r-a', 'r-b', 'r-c']]);
    const chain = { situations: ['chain-flood'], situation: 'chain-flood' };
    const stranger = cap('stranger', 1, square(34.44, 70.46, 0.1), {}, { trust: 'unverified', ...chain });
    const [own, other] = ask([stranger, flood]);
    expect([own?.alerts, other?.alerts]).toEqual([['flood'], ['stranger']]);
    expect(own?.id).toBe(ask([flood])[0]?.id);
    expect(other?.id).not.toBe(own?.id);
  });
});

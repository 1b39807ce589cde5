import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertFact, at, fact, makeAlert, makeInfo, stamp } from '../../test/make.ts';
import type { Fact } from '../core/fact.ts';
import type { AlertState } from '../core/model.ts';
import { alertsOf } from './alerts.ts';

const noon = at('2026-03-02T10:00:00Z');
const flood = makeAlert();
const update = makeAlert({ identifier: 'flood-2', msgType: 'Update' });
const cancel = makeAlert({ identifier: 'flood-3', msgType: 'Cancel' });

const vouch = (seq: number, id: string) => fact(seq, id, { kind: 'trust', trust: 'operator', by: 'Ana' });
const references = (seq: number, ended: string, by: string, how: 'superseded' | 'cancelled') =>
  fact(seq, `t-${ended}`, { kind: 'referenced', by, how });

const stateOf = (facts: Fact[], id: string, seq = 99, valid = noon): AlertState | undefined =>
  alertsOf(facts, { valid, seq }).find((view) => view.id === id)?.state;

describe('the state of an alert', () => {
  test('in force until its last info expires, and expired from that instant on', () => {
    const facts = [alertFact(1, 'a', flood)];
    const end = at('2026-03-02T12:00:00Z');
    expect(stateOf(facts, 'a', 99, end - 1)).toBe('in-force');
    expect(stateOf(facts, 'a', 99, end)).toBe('expired');
  });

  test('no expires is no end', () => {
    const open = makeAlert({ infos: [makeInfo({ expires: null })] });
    expect(stateOf([alertFact(1, 'a', open)], 'a', 99, at('2036-01-01T00:00:00Z'))).toBe('in-force');
  });

  test.each(['Exercise', 'Test', 'System', 'Draft', 'exercise'])(
    'status %s is kept and is never in force',
    (status) => {
      expect(stateOf([alertFact(1, 'a', makeAlert({ status }))], 'a')).toBe('not-actual');
    },
  );

  test('in a drill space every status counts, and one of any status ends another', () => {
    const drill = { ...cancel, status: 'Test' };
    const facts = [alertFact(1, 'a', makeAlert({ status: 'Exercise' })), vouch(2, 'a')];
    const ended = [...facts, alertFact(3, 'c', drill), references(3, 'a', 'c', 'cancelled'), vouch(4, 'c')];
    const inDrill = (all: Fact[]) => alertsOf(all, { valid: noon, seq: 99 }, 'drill')[0]?.state;
    expect(inDrill(facts)).toBe('in-force');
    expect(inDrill(ended)).toBe('cancelled');
    expect(stateOf(ended, 'a')).toBe('not-actual');
  });

  test('Ack, Error and an unknown msgType are no warnings', () => {
    for (const msgType of ['Ack', 'Error', 'Cancel', 'Shout'])
      expect(stateOf([alertFact(1, 'a', makeAlert({ msgType }))], 'a')).toBe('not-a-warning');
  });
});

describe('updates and cancels', () => {
  const told = [alertFact(1, 'a', flood), vouch(2, 'a')];

  test('an unconfirmed cancel is a claim without effect', () => {
    const facts = [...told, alertFact(3, 'c', cancel), references(3, 'a', 'c', 'cancelled')];
    const view = alertsOf(facts, { valid: noon, seq: 99 }).find(({ id }) => id === 'a');
    expect(view).toMatchObject({ state: 'in-force', endedBy: null, claimedEndedBy: ['c'] });
  });

  test('once vouched for it ends what it names, also what arrives after it', () => {
    const ending = [alertFact(3, 'c', cancel), references(3, 'a', 'c', 'cancelled'), vouch(4, 'c')];
    expect(stateOf([...told, ...ending], 'a')).toBe('cancelled');
    expect(stateOf([...ending, alertFact(8, 'a', flood), vouch(9, 'a')], 'a')).toBe('cancelled');
  });

  test('a second is a second, as in the library: a cancel that lost its part of one ends what has one', () => {
    const sent = makeAlert({ sent: stamp('2026-03-02T06:00:00.500Z') });
    const ending = [alertFact(3, 'c', cancel), references(3, 'a', 'c', 'cancelled'), vouch(4, 'c')];
    expect(stateOf([alertFact(1, 'a', sent), vouch(2, 'a'), ...ending], 'a')).toBe('cancelled');
  });

  test('an exercise cancels nothing real, whoever vouches for it', () => {
    const drill = makeAlert({ identifier: 'x', msgType: 'Cancel', status: 'Exercise' });
    expect(stateOf([...told, alertFact(3, 'c', drill), references(3, 'a', 'c', 'cancelled'), vouch(4, 'c')], 'a')).toBe(
      'in-force',
    );
  });

  test('a signature speaks only for its own sender', () => {
    const foreign = makeAlert({ ...cancel, sender: 'other@sample.example' });
    const facts = (alert: typeof cancel): Fact[] => [
      ...told,
      alertFact(3, 'c', alert, { trust: 'signed' }),
      references(3, 'a', 'c', 'cancelled'),
    ];
    expect(stateOf(facts(foreign), 'a')).toBe('in-force');
    expect(stateOf(facts(cancel), 'a')).toBe('cancelled');
  });

  test('a cancel outweighs an update that names the same alert', () => {
    const facts = [
      ...told,
      alertFact(3, 'c', cancel),
      references(3, 'a', 'c', 'cancelled'),
      vouch(4, 'c'),
      alertFact(5, 'u', update),
      references(5, 'a', 'u', 'superseded'),
      vouch(6, 'u'),
    ];
    expect(stateOf(facts, 'a')).toBe('cancelled');
    expect(stateOf(facts, 'u')).toBe('in-force');
  });

  test('only what was sent later ends what was sent earlier', () => {
    const early = makeAlert({ ...cancel, sent: stamp('2026-03-02T05:59:59+00:00') });
    const facts = [...told, alertFact(3, 'c', early), references(3, 'a', 'c', 'cancelled'), vouch(4, 'c')];
    expect(stateOf(facts, 'a')).toBe('in-force');
  });

  test('of two updates that name each other the later one stands', () => {
    const later = makeAlert({ ...update, identifier: 'flood-4', sent: stamp('2026-03-02T06:00:01+00:00') });
    const facts = [
      ...[alertFact(1, 'u', update), alertFact(2, 'v', later), vouch(3, 'u'), vouch(4, 'v')],
      ...[references(5, 'u', 'v', 'superseded'), references(6, 'v', 'u', 'superseded')],
    ];
    expect([stateOf(facts, 'u'), stateOf(facts, 'v')]).toEqual(['superseded', 'in-force']);
  });

  test('an alert that names itself does not end itself', () => {
    expect(stateOf([alertFact(1, 'u', update), references(1, 'u', 'u', 'superseded'), vouch(2, 'u')], 'u')).toBe(
      'in-force',
    );
  });
});

test('what is recorded later never changes the answer for an earlier commit', () => {
  const anyFact = fc.oneof(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), msgType: fc.constantFrom('Alert', 'Update', 'Cancel') }).map(
      ({ id, msgType }) =>
        (seq: number): Fact =>
          alertFact(seq, id, makeAlert({ identifier: id, msgType })),
    ),
    fc.constantFrom('a', 'b', 'c').map(
      (id) =>
        (seq: number): Fact =>
          vouch(seq, id),
    ),
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('superseded' as const, 'cancelled' as const),
      )
      .map(
        ([ended, by, how]) =>
          (seq: number): Fact =>
            references(seq, ended, by, how),
      ),
  );
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 14 }), fc.nat(14), fc.nat(40), (makers, seq, hours) => {
      const facts = makers.map((make, i) => make(i + 1));
      const asOf = { valid: at('2026-03-01T12:00:00Z') + hours * 3_600_000, seq };
      expect(alertsOf(facts, asOf)).toEqual(alertsOf(facts.slice(0, seq), asOf));
    }),
  );
});

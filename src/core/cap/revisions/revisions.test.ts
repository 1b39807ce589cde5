/** The life of alerts: written by hand for every kind of life, and what must hold for any. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapAlert, Reference } from '../model.ts';
import { readCap } from '../read.ts';
import { chainRules } from '../rules/chain.ts';
import { type Chain, currentAt, revisionOf } from './revisions.ts';

interface Given {
  readonly id: string;
  /** Hour of 1 May 2024, UTC. */
  readonly sent: number;
  readonly type?: string;
  /** `id@hour`. */
  readonly names?: readonly string[];
  readonly sender?: string;
  readonly status?: string;
  readonly expires?: number;
  readonly incidents?: string;
  readonly note?: string;
}

const hourText = (hour: number): string => `2024-05-01T${String(hour).padStart(2, '0')}:00:00-00:00`;
const atHour = (hour: number): number => Date.UTC(2024, 4, 1, hour);

function alertOf({ id, sent, type = 'Alert', names = [], sender = 'desk@hill.example', ...more }: Given): CapAlert {
  const { status = 'Actual', expires, incidents, note } = more;
  const element = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${value}</${name}>`;
  const references = names.map((name) => {
    const [of = '', hour = ''] = name.split('@');
    return `${sender},${of},${hourText(Number(hour))}`;
  });
  const xml =
    `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>${sender}</sender>` +
    `<sent>${hourText(sent)}</sent><status>${status}</status><msgType>${type}</msgType><scope>Public</scope>` +
    element('note', note) +
    element('references', references.length > 0 ? references.join(' ') : undefined) +
    element('incidents', incidents) +
    '<info><category>Geo</category><event>Landslide</event><urgency>Immediate</urgency><severity>Severe</severity>' +
    `<certainty>Observed</certainty>${element('expires', expires === undefined ? undefined : hourText(expires))}` +
    '<area><areaDesc>Hill road</areaDesc></area></info></alert>';
  const [alert] = readCap(new TextEncoder().encode(xml)).alerts;
  if (!alert) throw new Error('the sample is no alert');
  return alert;
}

/** `A: in-force A3` by chain, at an hour. */
const standing = (chains: readonly Chain[], hour: number): string[] =>
  chains.map((chain) => {
    const { state, alert, beside } = currentAt(chain, atHour(hour));
    const others = beside.map(({ identifier }) => identifier);
    return [state, ...(alert ? [alert.identifier] : []), ...others].join(' ');
  });
const codes = (chains: readonly Chain[]): string[] =>
  chains.flatMap(({ findings }) => findings.map(({ code }) => code.replace('cap.chain.', '')));

const a1: Given = { id: 'a1', sent: 6 };
const a2: Given = { id: 'a2', sent: 8, type: 'Update', names: ['a1@6'] };
const a3: Given = { id: 'a3', sent: 10, type: 'Update', names: ['a1@6', 'a2@8'] };
const end: Given = { id: 'end', sent: 12, type: 'Cancel', names: ['a1@6', 'a2@8', 'a3@10'] };

describe('a life', () => {
  test.each<[string, readonly Given[], Readonly<Record<number, string>>, readonly string[]]>([
    ['an alert nobody ends', [a1], { 5: 'not-yet', 6: 'in-force a1', 23: 'in-force a1' }, []],
    ['an expiry', [{ ...a1, expires: 9 }], { 8: 'in-force a1', 9: 'expired' }, []],
    ['updates', [a1, a2, a3], { 7: 'in-force a1', 8: 'in-force a2', 11: 'in-force a3' }, []],
    ['a cancel', [a1, a2, a3, end], { 11: 'in-force a3', 12: 'cancelled' }, []],
    ['an update that names only the last before it', [a1, a2, { ...a3, names: ['a2@8'] }], { 11: 'in-force a3' }, []],
    ['an update that expires revives nothing', [a1, { ...a2, expires: 9 }], { 8: 'in-force a2', 9: 'expired' }, []],
    [
      'an update that came too late for an expiry',
      [{ ...a1, expires: 7 }, a2],
      { 6: 'in-force a1', 7: 'expired', 8: 'in-force a2' },
      [],
    ],
    ['an update of what was not received', [a2], { 7: 'not-yet', 8: 'in-force a2' }, ['unknown-reference']],
    [
      'two that update the same unknown',
      [a2, { ...a2, id: 'b2', sent: 9, names: ['a1@6', 'a2@8'] }],
      { 9: 'in-force b2' },
      ['unknown-reference', 'unknown-reference'],
    ],
    ['a cancel of what was not received', [{ ...end, names: ['a1@6'] }], { 12: 'cancelled' }, ['unknown-reference']],
    [
      'two updates of one alert',
      [a1, a2, { ...a2, id: 'b2', sent: 9 }],
      { 8: 'in-force a2', 9: 'in-force b2 a2' },
      ['fork'],
    ],
    [
      'a cancel that leaves out the newest',
      [a1, a2, { ...end, names: ['a1@6'] }],
      { 12: 'in-force a2' },
      ['cancel-in-part'],
    ],
    [
      'an update after the cancel',
      [a1, { ...end, sent: 7, names: ['a1@6'] }, a2],
      { 7: 'cancelled', 8: 'in-force a2' },
      [],
    ],
    [
      'an answer and an error',
      [
        a1,
        { id: 'ack', sent: 7, type: 'Ack', names: ['a1@6'] },
        { id: 'err', sent: 8, type: 'Error', names: ['a1@6'] },
      ],
      { 9: 'in-force a1' },
      [],
    ],
    ['a reference with another time', [a1, { ...a2, names: ['a1@7'] }], { 9: 'in-force a1' }, ['sent-differs']],
    [
      'an identifier used again without a reference',
      [a1, { ...a1, sent: 9 }],
      { 8: 'in-force a1' },
      ['identifier-reused'],
    ],
    [
      'an update sent before what it names',
      [
        { ...a1, sent: 9 },
        { ...a2, names: ['a1@9'] },
      ],
      { 10: 'in-force a1 a2' },
      ['not-later'],
    ],
    ['an update of itself', [{ ...a1, type: 'Update', names: ['a1@6'] }], { 7: 'in-force a1' }, []],
    [
      'two that name each other',
      [
        { id: 'x', sent: 6, type: 'Update', names: ['y@7'] },
        { id: 'y', sent: 7, type: 'Update', names: ['x@6'] },
      ],
      { 6: 'in-force x', 8: 'in-force y' },
      ['not-later'],
    ],
    [
      'an update and a cancel of one second',
      [a1, a2, { ...end, sent: 8, names: ['a1@6', 'a2@8'] }],
      { 7: 'in-force a1', 8: 'cancelled' },
      [],
    ],
    ['an update of an update of one second', [a1, a2, { ...a3, sent: 8, names: ['a2@8'] }], { 8: 'in-force a3' }, []],
    ['a cancel alone, before it was sent', [{ ...end, names: ['a1@6'] }], { 11: 'not-yet' }, ['unknown-reference']],
    ['an alert that names another', [a1, { ...a2, type: 'Alert' }], { 9: 'in-force a2 a1' }, []],
    ['copies', [a1, a1, a2, a2], { 7: 'in-force a1', 9: 'in-force a2' }, []],
    [
      'updates of one second, the one that was replaced behind in order',
      [
        { ...a1, expires: 7 },
        { ...a2, id: 'z', expires: 9 },
        { ...a2, id: 'b', names: ['z@8'], expires: 9 },
      ],
      { 6: 'in-force a1', 8: 'in-force b', 9: 'expired' },
      [],
    ],
    [
      'a branch that expired before the other was sent',
      [a1, { ...a2, expires: 9 }, { ...a2, id: 'b2', sent: 10 }],
      { 8: 'in-force a2', 10: 'in-force b2' },
      [],
    ],
    [
      'a cancel after a branch that had expired',
      [a1, { ...a2, expires: 9 }, { ...a2, id: 'b2', sent: 9 }, { ...end, names: ['b2@9'] }],
      { 12: 'cancelled' },
      [],
    ],
    [
      'of two branches the one that ended last says how',
      [a1, a2, { ...a2, id: 'b2', sent: 9, expires: 10 }, { ...end, names: ['a2@8'] }],
      { 9: 'in-force b2 a2', 11: 'in-force a2', 12: 'cancelled' },
      [],
    ],
    ['one name for two', [a1, { ...a1, note: 'Other words' }], { 7: 'in-force a1 a1' }, ['same-name']],
  ])('%s', (_, given, expected, doubts) => {
    const [chain, ...others] = revisionOf(given.map(alertOf));
    const chains = chain ? [chain] : [];
    for (const [hour, state] of Object.entries(expected)) expect(standing(chains, Number(hour)), hour).toEqual([state]);
    expect(codes([...chains, ...others]).sort()).toEqual([...doubts].sort());
  });

  test('a stranger’s cancel ends nothing, unless whoever asks says that it may', () => {
    const stranger = alertOf({ id: 'z', sent: 7, type: 'Cancel' });
    const cancel = { ...stranger, sender: 'else@far.example', references: alertOf(a2).references };
    const alerts = [alertOf(a1), cancel];
    expect(standing(revisionOf(alerts), 9)).toEqual(['in-force a1', 'cancelled']);
    expect(codes(revisionOf(alerts))).toEqual(['may-not-end']);
    expect(standing(revisionOf(alerts, { mayEnd: () => true }), 9)).toEqual(['cancelled']);
  });

  test('nor does an exercise end a real warning', () => {
    const drill = { ...end, status: 'Exercise', names: ['a1@6'] };
    const chains = revisionOf([a1, drill].map(alertOf));
    expect(standing(chains, 13)).toEqual(['in-force a1', 'cancelled']);
    const [, alone] = chains;
    expect(alone && currentAt(alone, atHour(13)).because).toBe(
      'Only a cancel is in it, and nothing that it names is an alert that it may end.',
    );
  });

  test.each([
    [['a1@6'], 'Only a cancel is known, and none of the alerts that it names.'],
    [[], 'Only a cancel is known, and it names no alert.'],
    [['end@12'], 'Only a cancel is known, and it names no alert but itself.'],
    [['end@12', 'a1@6'], 'Only a cancel is known, and none of the alerts that it names.'],
  ])('a cancel alone that names %j says why', (names, because) => {
    const [chain] = revisionOf([alertOf({ ...end, names })]);
    expect(chain && currentAt(chain, atHour(13)).because).toBe(because);
  });

  test('a cancel of an alert that is not known and of an answer says so of each', () => {
    const ack: Given = { id: 'ack', sent: 7, type: 'Ack' };
    const because = (names: readonly string[]): readonly string[] =>
      revisionOf([ack, { ...end, names }].map(alertOf)).map((chain) => currentAt(chain, atHour(13)).because);
    const alone = 'There is no warning in it, only answers to one.';
    expect(because(['zz@5', 'ack@7'])).toEqual([
      'Only a cancel is in it: some of what it names is not known, and none of the rest is an alert that it may end.',
      alone,
    ]);
    expect(because(['ack@7'])).toEqual([
      'Only a cancel is in it, and nothing that it names is an alert that it may end.',
      alone,
    ]);
  });

  test('no doubt says that something stands which has ended since', () => {
    const said = (given: readonly Given[]) =>
      revisionOf(given.map(alertOf)).flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(said([a1, { ...a2, expires: 11 }, { ...a2, id: 'b2', sent: 9 }])).toEqual([
      '“b2” does not end “a2”: both follow one alert and neither names the other. Ask the issuer which one holds.',
    ]);
    expect(said([a1, { ...a2, expires: 13 }, { ...end, names: ['a1@6'] }])).toEqual([
      'Cancel “end” does not name “a2” of the same chain, and so does not end it. Ask the issuer whether it is meant.',
    ]);
    const cancel = alertOf({ ...end, names: ['a1@6'] });
    const [chain] = revisionOf([alertOf(a1), { ...cancel, sent: { text: 'noon', at: null } }]);
    expect(chain?.findings.map(({ message }) => message)).toEqual([
      "Cancel “end” names “a1”, but when it was sent can't be read (“noon”), so nobody can say that it came later, and it ends nothing. Ask the issuer.",
    ]);
  });

  test('one moment written in two ways is one name', () => {
    const update = alertOf(a2);
    const reference: Reference = { sender: 'desk@hill.example', identifier: 'a1', sent: '2024-05-01T09:00:00+03:00' };
    expect(standing(revisionOf([alertOf(a1), { ...update, references: [reference] }]), 9)).toEqual(['in-force a2']);
  });

  describe('one second written in several ways is one', () => {
    const written = [
      '2024-05-01T06:00:00-00:00',
      '2024-05-01T06:00:00Z',
      '2024-05-01T09:00:00+03:00',
      '2024-05-01T06:00:00.400Z',
    ];
    const stampOf = (text: string) => ({ text, at: Date.parse(text) });
    const copyOf = (given: Given, sent: string, expires: string): CapAlert => {
      const alert = alertOf(given);
      return {
        ...alert,
        sent: stampOf(sent),
        infos: alert.infos.map((info) => ({ ...info, expires: stampOf(expires) })),
      };
    };

    test('copies are one alert, whatever came first', () => {
      const copies = written.map((sent, i) =>
        copyOf(a1, sent, i % 2 === 0 ? '2024-05-01T20:00:00Z' : '2024-05-01T22:00:00+02:00'),
      );
      const chains = revisionOf(copies);
      expect(standing(chains, 9)).toEqual(['in-force a1']);
      expect(codes(chains)).toEqual([]);
      expect(revisionOf(copies.toReversed())).toEqual(chains);
      // Another end is another alert.
      const other = copyOf(a1, written[1] ?? '', '2024-05-01T21:00:00Z');
      expect(codes(revisionOf([...copies, other]))).toEqual(['same-name']);
    });

    test('no identifier was used again', () => {
      const update = { ...alertOf({ ...a2, id: 'a1', sent: 6 }), sent: stampOf(written[3] ?? '') };
      expect(codes(revisionOf([alertOf(a1), update]))).not.toContain('identifier-reused');
    });

    test('a cancel that lost its part of a second ends what has one', () => {
      const cancel = alertOf({ ...end, sent: 6, names: ['a1@6'] });
      expect(standing(revisionOf([{ ...alertOf(a1), sent: stampOf(written[3] ?? '') }, cancel]), 9)).toEqual([
        'cancelled',
      ]);
    });
  });

  test('incidents are told and tie nothing', () => {
    const both = revisionOf(
      [a1, { id: 'b1', sent: 7 }].map((one) => alertOf({ ...one, incidents: '"Hill slide" h2' })),
    );
    expect(both.map(({ incidents }) => incidents)).toEqual([
      ['Hill slide', 'h2'],
      ['Hill slide', 'h2'],
    ]);
  });

  test('says why, in words', () => {
    const [chain] = revisionOf([a1, a2, a3, end].map(alertOf));
    const because = (hour: number): string | undefined => chain && currentAt(chain, atHour(hour)).because;
    expect(because(7)).toBe('Nothing ended Alert “a1”.');
    expect(because(11)).toBe('Update “a3” took the place of Update “a2”, and nothing ended it.');
    expect(because(13)).toBe('Update “a3” was cancelled by Cancel “end”.');
    expect(chain?.id).toBe(`desk@hill.example,a1,${hourText(6)}`);
    expect(chain?.cancels.map(({ identifier }) => identifier)).toEqual(['end']);
  });
});

test('every doubt has its rule', () => {
  const named = new Set(chainRules.map(({ code }) => code));
  expect(named.size).toBe(chainRules.length);
  expect([...named].every((code) => code.startsWith('cap.chain.'))).toBe(true);
});

const ids = ['a', 'b', 'c', 'd'] as const;
const life = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      sent: fc.integer({ min: 1, max: 9 }),
      type: fc.constantFrom('Alert', 'Update', 'Cancel', 'Ack'),
      names: fc.uniqueArray(
        fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 })).map(([id, hour]) => `${id}@${hour}`),
        { maxLength: 3 },
      ),
      expires: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    { maxLength: 7, selector: ({ id, sent }) => `${id}@${sent}` },
  )
  .map((all) => all.map(({ expires, ...one }) => alertOf(expires === undefined ? one : { ...one, expires })));
const seen = (chains: readonly Chain[]) => Array.from({ length: 13 }, (_, hour) => standing(chains, hour));

describe('whatever was sent', () => {
  test('the order of arrival and copies change nothing', () => {
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat()), (alerts, dice) => {
        const shuffled = [...alerts, ...alerts]
          .map((alert) => ({ alert, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ alert }) => alert);
        expect(revisionOf(shuffled)).toEqual(revisionOf(alerts));
      }),
    );
  });

  test('every alert stands in a chain, warnings in one', () => {
    fc.assert(
      fc.property(life, (alerts) => {
        const chains = revisionOf(alerts);
        const warnings = chains.flatMap(({ revisions }) => revisions.map(({ alert }) => alert));
        expect(new Set(warnings).size).toBe(warnings.length);
        const all = [...warnings, ...chains.flatMap(({ cancels, answers }) => [...cancels, ...answers])];
        expect(new Set(all)).toEqual(new Set(alerts));
      }),
    );
  });

  test('a warning that nobody later names stands until it expires', () => {
    fc.assert(
      fc.property(life, (alerts) => {
        for (const { revisions } of revisionOf(alerts))
          for (const { alert, ended } of revisions) {
            const isNamed = alerts.some((by) => by.references.some((one) => one.identifier === alert.identifier));
            if (!isNamed) expect(ended === null || ended === 'expired').toBe(true);
          }
      }),
    );
  });

  test('an alert that has nothing to do with the others changes no other chain', () => {
    const other = alertOf({ id: 'other', sent: 5, sender: 'far@sea.example' });
    fc.assert(
      fc.property(life, (alerts) => {
        const with_ = revisionOf([other, ...alerts]).filter(({ revisions }) => revisions[0]?.alert !== other);
        expect(seen(with_)).toEqual(seen(revisionOf(alerts)));
      }),
    );
  });
});

test('a thousand revisions that name all before them take no more than their names', () => {
  const chain = Array.from({ length: 1000 }, (_, n): CapAlert => {
    const sent = { text: new Date(atHour(0) + n * 60_000).toISOString(), at: atHour(0) + n * 60_000 };
    return { ...alertOf(n === 0 ? a1 : a2), identifier: `n${n}`, sent, references: [] };
  });
  const alerts = chain.map((alert, n) => ({
    ...alert,
    references: chain.slice(Math.max(0, n - 300), n).map((one) => ({ ...one, sent: one.sent.text })),
  }));
  const [only, ...others] = revisionOf(alerts);
  expect(others).toEqual([]);
  expect(only && currentAt(only, atHour(23)).alert?.identifier).toBe('n999');
});

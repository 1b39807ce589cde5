/** What was said stays on the page with whose it is and when, and says when it was taken back. */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { at, cite, readings } from '../../../test/pages/kabul/documents.ts';
import { dayAfter } from '../../../test/pages/kabul/situations.ts';
import type { Cite, Situation, SituationClaim, SituationEvent } from '../../core/situation.ts';
import { WhatHappened } from '../brief/events.tsx';
import type { Part } from '../brief/question.tsx';
import { passagesOf } from '../parts/passages.ts';
import { Happened } from './happened.tsx';
import { Issuers } from './issuers.tsx';
import { saidOf, spokenOf, takenBack } from './voices.tsx';

const [after] = dayAfter as unknown as readonly [Situation];
const [bomb, hotel] = after.events as unknown as readonly [SituationEvent, SituationEvent];
const withdrawal = cite('correction', 'The earlier reports of a complex attack with gunfire are withdrawn');

const statement = 'the explosion at the Abbey Gate was part of a complex attack that killed civilians';
const words = (text: string): Cite => {
  const start = statement.indexOf(text);
  return { report: 'r-kirby', start, end: start + text.length, text, zone: 'body' };
};
const complex = words('a complex attack');

const claim = (more: Partial<SituationClaim> & Pick<SituationClaim, 'cite'>): SituationClaim => ({
  ...{ speaker: 'John Kirby', speakerCite: null, via: null, modality: 'paraphrase', stance: 'asserts' },
  ...{ at: at('2021-08-26T15:00:00Z'), knownAt: at('2021-08-26T15:01:00Z') },
  ...more,
});

test('a statement of which a part was taken back says so, and one that was taken back whole', () => {
  const whole = words('the explosion at the Abbey Gate was part of a complex attack');
  const standing = words('the explosion at the Abbey Gate');
  const back = { cite: complex, withdrawnBy: withdrawal, withdrawnSpeaker: 'Hank Taylor' };
  const told = { ...after, events: [{ ...bomb, cites: [standing], takenBack: [back] }, hotel] };
  expect(takenBack(told, whole)).toEqual({ text: 'partly withdrawn since', by: [withdrawal] });
  expect(takenBack(told, complex)).toEqual({ text: 'withdrawn since', by: [withdrawal] });
  expect(takenBack(told, standing)).toBeNull();
  expect(takenBack(told, hotel.cite)).toEqual({ text: 'withdrawn since', by: [hotel.withdrawnBy] });
});

describe('what plays the danger down', () => {
  const nuisance = claim({
    ...{ speaker: 'a Taliban spokesman', stance: 'plays-down' },
    cite: cite('explainer', 'nuisance'),
  });
  const warns = claim({ cite: cite('blast', 'Casualties are not clear at this time') });
  const about = { ...after, claims: [warns, nuisance], disagreements: [] };

  test('stands among what is said once it faces nobody any more', () => {
    expect(saidOf(about)).toEqual([warns, nuisance]);
    expect(spokenOf(about)).toEqual([warns]);
  });

  test('and not twice while it does, nor when it is what takes an event back', () => {
    const sides = [
      { speaker: 'John Kirby', cite: warns.cite },
      { speaker: nuisance.speaker, cite: nuisance.cite },
    ];
    expect(saidOf({ ...about, disagreements: [{ about: 'gravity', sides }] })).toEqual([warns]);
    const denial = claim({ stance: 'denies', cite: withdrawal });
    const back = { cite: hotel.cite, withdrawnBy: withdrawal, withdrawnSpeaker: null };
    const events = [{ ...bomb, takenBack: [back] }];
    expect(saidOf({ ...about, events, claims: [denial] })).toEqual([]);
    expect(saidOf({ ...about, events: [bomb], claims: [denial] })).toEqual([denial]);
  });
});

test('each hour of a deed stands with the words that were said at it', () => {
  const later = {
    ...bomb,
    cite: cite('us26', 'A large explosion has occurred at the airport'),
    citeAt: at('2021-08-26T14:30:00Z'),
    at: at('2021-08-26T13:52:00Z'),
    first: { speaker: 'John Kirby', cite: cite('blast', 'an explosion at the Abbey Gate') },
    takenBack: [{ cite: complex, withdrawnBy: withdrawal, withdrawnSpeaker: 'Hank Taylor' }],
  };
  const situation = { ...after, events: [later] };
  const now = at('2021-08-27T18:00:00Z');
  const html = renderToString(
    <Happened
      situation={situation}
      readings={readings}
      numbered={{ passages: passagesOf(situation, readings), list: '' }}
      moment={{ valid: now } as Parameters<typeof Happened>[0]['moment']}
    />,
  );
  const text = html
    .replace(/<[^>]+>|[\u2060\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;:.])/g, '$1');
  expect(text).toContain(
    'A large explosion has occurred at the airport, reported 26 Aug, 14:30 UTC; first reported 26 Aug, 13:52 UTC: an explosion at the Abbey Gate, says John Kirby.',
  );
  expect(text).toMatch(/Withdrawn of this: a complex attack \d+a, by Hank Taylor: The earlier reports of a complex/);
});

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>|[\u2060\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;:.])/g, '$1');

describe('a statement that was taken back is marked, with the number of the words that took it back,', () => {
  const blast = cite('us26', 'A large explosion has occurred at the airport');
  const gunfire = cite('us26', 'gunfire has been reported');
  const shots = { ...hotel, what: 'gunfire', cite: gunfire, cites: [gunfire], withdrawnBy: withdrawal };
  const issuers = after.issuers.map((one) => (one.report === gunfire.report ? { ...one, danger: gunfire } : one));
  const back = { cite: complex, withdrawnBy: withdrawal, withdrawnSpeaker: 'Hank Taylor' };
  const situation: Situation = {
    ...after,
    issuers,
    events: [{ ...bomb, cite: blast, cites: [blast], takenBack: [back] }, shots],
  };
  const numbered = { passages: passagesOf(situation, readings), list: '' };
  const label = numbered.passages.of(withdrawal)?.label;
  const data = { situation, readings, alerts: [], documents: new Map() } as unknown as Part['data'];
  const moment = { valid: at('2021-08-27T18:00:00Z') } as Parameters<typeof Issuers>[0]['moment'];

  test('in the card of its issuer', () => {
    const text = textOf(renderToString(<Issuers data={data} numbered={numbered} moment={moment} />));
    expect(text).toContain(`withdrawn since ${label} “gunfire has been reported”`);
  });

  test('and beside the deed in the brief, which stands', () => {
    const text = textOf(renderToString(<WhatHappened data={data} numbered={numbered} near={moment.valid} />));
    expect(text).toContain('A large explosion has occurred at the airport');
    expect(text).toMatch(/Withdrawn of this: a complex attack \S+, by Hank Taylor: The earlier reports of a complex/);
  });
});

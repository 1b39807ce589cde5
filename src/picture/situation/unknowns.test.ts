import { describe, expect, test } from 'vitest';
import { at } from '../../../test/make.ts';
import { advised, field, makeClaim, makeEvent, makePart, read, smallGazetteer } from '../../../test/make-picture.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import type { Claim, EventRead } from '../../core/text/reading.ts';
import { situationsOf } from '../situations.ts';

const embassy = advised('us', 2, '2021-08-25T23:00:00Z', 'US', [makePart({ tells: [['avoid', 'Stay away.']] })]);
const ask = (readings: readonly ReadingView[], valid = '2021-08-26T20:00:00Z'): Situation | undefined =>
  situationsOf({ alerts: [embassy], readings }, { valid: at(valid), seq: 99 }, smallGazetteer)[0];

const notClear = 'Casualties are not clear at this time';
const spoken = { ...makeClaim('c1', 'John Kirby', notClear, ['KBL']), content: field(notClear, notClear) };
const { start, end, text } = spoken.content;
const unclear = read('k', 3, '2021-08-26T13:52:00Z', {
  claims: [spoken],
  events: [makeEvent('e1', 'bombing', 'explosion', 'KBL', { start: 900, end: 909 })],
  unknowns: [{ about: 'casualties', text, start, end }],
});

/** “13 troops were killed and 18 wounded in the explosion”, with the event inside the statement. */
function counting(
  id: string,
  seq: number,
  fetched: string,
  who: string,
  words: string,
  more: Partial<EventRead>,
): ReadingView {
  const content = field(words, words);
  const claim: Claim = { ...makeClaim('c1', who, words, ['KBL']), content };
  const from = content.start + words.indexOf('explosion');
  const event = makeEvent('e1', 'bombing', 'explosion', 'KBL', { start: from, end: from + 9, ...more });
  return read(id, seq, fetched, { claims: [claim], events: [event] });
}
const troops = '13 troops were killed and 18 wounded in the explosion';
const pentagon = counting('p', 5, '2021-08-26T19:30:00Z', 'Pentagon', troops, { killed: 13, injured: 18 });
const ninety = 'At least ninety people were killed in the explosion';
const ministry = counting('m', 6, '2021-08-26T19:40:00Z', 'Wahid Majrooh', ninety, { killed: 90 });

describe('how many are dead or hurt', () => {
  test('is said to be unknown by somebody at an hour', () => {
    expect(ask([unclear])?.unknowns[0]).toMatchObject({
      about: 'casualties',
      speaker: 'John Kirby',
      at: at('2021-08-26T13:52:00Z'),
      cite: { text: notClear },
    });
  });

  test('is told as each source counts, newest first, and no longer unknown once a later source counts', () => {
    const found = ask([unclear, pentagon, ministry]);
    expect(
      found?.casualties.map(({ speaker, killed, injured, cite }) => [speaker, killed, injured, cite.text]),
    ).toEqual([
      ['Wahid Majrooh', 90, null, ninety],
      ['Pentagon', 13, 18, troops],
    ]);
    expect(found?.unknowns.map(({ about }) => about)).not.toContain('casualties');
  });

  test('what was counted before is no answer to a later “not clear”', () => {
    const early = counting('b', 2, '2021-08-26T13:00:00Z', 'Pentagon', troops, { killed: 13, injured: 18 });
    expect(ask([early, unclear])?.unknowns[0]).toMatchObject({ about: 'casualties', speaker: 'John Kirby' });
  });

  test('a figure that no statement bears in its words is not told', () => {
    const bare = counting('p', 5, '2021-08-26T19:30:00Z', 'Pentagon', 'Many died in the explosion', { killed: 13 });
    expect(ask([bare])?.casualties).toEqual([]);
  });
});

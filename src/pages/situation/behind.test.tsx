/** “Who is behind it” is answered only by words that say so; relations are told only of groups that the danger's own words name. */
import { expect, test } from 'vitest';
import { documents, readings } from '../../../test/pages/kabul/documents.ts';
import { beforeTheBomb } from '../../../test/pages/kabul/situations.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { authorshipOf, passagesOf, relationsOf } from '../parts/passages.ts';

const [airport] = beforeTheBomb as unknown as readonly [Situation];
const explainer = readings.find(({ report }) => report === documents.explainer.id) as ReadingView;
const saying = (more: Partial<ReadingView['said']>): readonly ReadingView[] => [
  { ...explainer, said: { ...explainer.said, ...more } },
];
const relatedIn = (list: readonly ReadingView[]) =>
  relationsOf(airport, list).map(({ relation }) => relation.subject.value);

test('a group that an attack is put down to stands with the words that do so', () => {
  const { claims } = authorshipOf(airport, readings);
  expect(claims.map(({ speaker, cite }) => [speaker, cite.text])).toEqual([
    ['Joe Biden', '“acute and increasing risk” that the group’s regional branch attacks the airport'],
  ]);
});

test('an event that nobody is named for, one that is denied, and words about another danger answer nothing', () => {
  const [event] = explainer.said.events;
  if (event === undefined) throw new Error('the explainer tells of an attack');
  const nobody = { ...event, perpetrators: { individuals: [], organisations: [] } };
  for (const other of [nobody, { ...event, status: 'denied' as const }, { ...event, status: 'happened' as const }])
    expect(authorshipOf(airport, saying({ events: [other] }))).toEqual({ issuers: [], claims: [] });
  expect(authorshipOf({ ...airport, claims: [] }, readings).claims).toEqual([]);
});

test('a relation of groups that no word about this danger names is not told, nor numbered', () => {
  const [own] = explainer.said.relations;
  if (own === undefined) throw new Error('the explainer relates two groups');
  const strange = {
    ...own,
    subject: { ...own.subject, value: 'Hezbollah' },
    object: { ...own.object, value: 'Hamas' },
  };
  expect(relatedIn(readings)).toEqual(['ISIS-K']);
  expect(relatedIn(saying({ relations: [strange, own] }))).toEqual(['ISIS-K']);
  expect(relatedIn(saying({ relations: [own], names: [] }))).toEqual([]);
  const { start, end, text } = strange;
  const cite = { report: explainer.report, start, end, text, zone: 'body' };
  expect(passagesOf(airport, saying({ relations: [strange] })).of(cite)).toBeNull();
});

/** A notice about several dangers, of which its words tie one to no place, is the same when it is fetched again. */
import { expect, test } from 'vitest';
import { isNamed } from '../core/hazard.ts';
import { usEmbassy } from '../sources/us-embassy/source.ts';
import { asAnswer } from './answers.ts';
import { type Newcomer, type Revision, standingOf } from './series.ts';

const text =
  'Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: Kabul\n\nEvent: There is a terrorist threat in Herat and flooding in Kandahar.\n\nActions to Take:\n- Shelter in place.\n- Avoid Herat.\n';
const read = () => {
  const [one] = usEmbassy.parse(new TextEncoder().encode(text), {
    url: null,
    type: null,
    fetchedAt: 1_630_100_000_000,
  }).alerts;
  if (!one?.advice) throw new Error('The notice has no advice.');
  return { ...one, advice: one.advice };
};
const dangers = ({ advice }: { advice: { parts: readonly { family: string }[] } | null }) =>
  advice?.parts.map(({ family }) => (isNamed(family) ? family : null));

test('it is known again', async () => {
  const { alert, advice } = read();
  expect(dangers({ advice })).toEqual([null, 'attack']);
  const known: Revision = {
    ...{ id: 'a1', alert, advice, situations: ['s1'] },
    trust: 'from-origin',
    state: 'in-force',
  };
  const sentAt = alert.sent.at ?? 0;
  const newcomer: Newcomer = { ...read(), trust: 'from-origin', state: 'in-force', sentAt };
  const series = { entries: [{ alert: 'a1', sentAt }], load: async () => known };
  expect(await standingOf(newcomer, series)).toEqual({ same: 'a1' });
});

test('what it ties to no place is not taken for the danger of another', () => {
  const one = read();
  const earlier = { alert: one.alert, advice: { ...one.advice, parts: one.advice.parts.slice(1) } };
  expect(dangers(asAnswer(one, [earlier]))).toEqual([null, 'attack']);
});

/** The contract of sources, over the samples beside. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplesIn } from '../../../test/samples.ts';
import { sourceContract } from '../contract.ts';
import { smartraveller } from './source.ts';

const envelope = {
  url: 'https://smartraveller.example/destinations-export',
  type: null,
  fetchedAt: Date.parse('2020-03-05T00:00:00Z'),
};
const samples = samplesIn(join(import.meta.dirname, 'samples'), envelope);

describe('the source contract', () => {
  for (const { name, run } of sourceContract(smartraveller, samples)) test(name, run);
});

const read = (name: string) => {
  const sample = samples.find((one) => one.name === name);
  return smartraveller.parse(sample?.bytes ?? new Uint8Array(0), envelope);
};

test('odd rows are said, one by one, and lose nobody else’s advice', () => {
  const codes = read('odd-rows')
    .findings.filter(({ code }) => code.startsWith('smartraveller.'))
    .map(({ code, where }) => `${code} ${where.path}`);
  expect(codes).toEqual([
    'smartraveller.no-name [0]',
    'smartraveller.place.unknown [0].title',
    'smartraveller.level.unknown [0].field_overall_advice_level',
    'smartraveller.level.unknown [1].field_overall_advice_level',
  ]);
  expect(read('export').findings.filter(({ code }) => code.startsWith('smartraveller.'))).toEqual([]);
  const { alerts, reading } = read('odd-rows');
  const unread = alerts.flatMap(({ advice }) => advice?.unread ?? []);
  expect(unread.length).toBeGreaterThan(0);
  for (const { text, start, end } of unread) expect(reading?.document.text.slice(start, end)).toBe(text);
});

test('each destination is read by itself, in one text', () => {
  const { alerts, reading } = read('export');
  const words = alerts.flatMap(({ advice }) => advice?.parts.map((part) => part.words) ?? []);
  expect(words.map(({ start, end }) => reading?.document.text.slice(start, end))).toEqual(
    words.map(({ text }) => text),
  );
  expect(reading?.document.blocks.map(({ path }) => path).filter((path) => path === 'title')).toHaveLength(2);
});

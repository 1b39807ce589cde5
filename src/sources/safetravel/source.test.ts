/** The contract of sources, over the samples beside. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplesIn } from '../../../test/samples.ts';
import { sourceContract } from '../contract.ts';
import { safetravel } from './source.ts';

const envelope = {
  url: 'https://safetravel.example/afghanistan',
  type: null,
  fetchedAt: Date.parse('2020-03-05T00:00:00Z'),
};
const samples = samplesIn(join(import.meta.dirname, 'samples'), envelope);

describe('the source contract', () => {
  for (const { name, run } of sourceContract(safetravel, samples)) test(name, run);
});

const read = (name: string) => {
  const sample = samples.find((one) => one.name === name);
  return safetravel.parse(sample?.bytes ?? new Uint8Array(0), envelope);
};

test('a level it does not know is said and never guessed', () => {
  const codes = read('region').findings.filter(({ code }) => code.startsWith('safetravel.'));
  expect(codes.map(({ code, where }) => `${code} ${where.path}`)).toEqual([
    'safetravel.level.unknown advice-level[1].title',
  ]);
  const { alerts, reading } = read('region');
  const unread = alerts[0]?.advice?.unread ?? [];
  expect(unread).toHaveLength(1);
  for (const { text, start, end } of unread) expect(reading?.document.text.slice(start, end)).toBe(text);
});

test('the page around the advice is no part of it, and sections about cases tell nobody what to do now', () => {
  const { alerts, reading } = read('whole-country');
  expect(reading?.document.text).not.toMatch(/Wellington|Contact/);
  expect(reading?.document.text).toContain('If the ground shakes');
  expect(JSON.stringify(alerts)).not.toContain('ground');
});

test('it asks for each page by name', () => {
  expect(safetravel.requests({ countries: 'afghanistan' }).map(({ url }) => url)).toEqual([
    'https://www.safetravel.govt.nz/afghanistan',
  ]);
});

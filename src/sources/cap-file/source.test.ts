/** The contract of sources, over the samples beside. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceContract } from '../contract.ts';
import { sourceById, sources } from '../index.ts';
import { capFile } from './source.ts';

const folder = new URL('./samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`${name}/input.cap.xml`, folder))),
  expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
}));

describe('the source contract', () => {
  for (const { name, run } of sourceContract(capFile, samples)) test(name, run);
});

test('it is found by its id', () => {
  expect(sourceById('cap-file')).toBe(capFile);
  expect(sourceById('nothing-like-it')).toBeNull();
  expect(sources).toContain(capFile);
});

/** The contract of sources, over the samples beside. */
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { samplesIn } from '../../../test/samples.ts';
import { sourceContract } from '../contract.ts';
import { article } from './source.ts';

const envelope = { url: null, type: null, fetchedAt: Date.parse('2020-03-05T00:00:00Z') };
const samples = samplesIn(join(import.meta.dirname, 'samples'), envelope);

describe('the source contract', () => {
  for (const { name, run } of sourceContract(article, samples)) test(name, run);
});

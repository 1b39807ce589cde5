/** A block with more sentences than a call takes arguments is read like any other. */
import { expect, test } from 'vitest';
import { Findings } from '../core/finding.ts';
import { documentOfText } from './document/text.ts';
import { passagesOf } from './passages.ts';

test('two hundred thousand sentences in one block', () => {
  const { document } = documentOfText('Stay calm. '.repeat(200_000));
  expect(passagesOf(document, new Findings()).length).toBe(200_000);
});

test('of more sentences than are read the finding tells', () => {
  const findings = new Findings();
  const { document } = documentOfText('Stay. '.repeat(200_001));
  expect(passagesOf(document, findings).length).toBe(200_000);
  expect(findings.list()).toMatchObject([
    { code: 'read.sentences.too-many', message: expect.stringMatching(/^The text holds 200001 sentences; .*200000/) },
  ]);
});

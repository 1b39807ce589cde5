/** A block with more sentences than a call takes arguments is read like any other. */
import { expect, test } from 'vitest';
import { documentOfText } from './document/text.ts';
import { passagesOf } from './passages.ts';

test('two hundred thousand sentences in one block', () => {
  const { document } = documentOfText('Stay calm. '.repeat(200_000));
  expect(passagesOf(document).length).toBe(200_000);
});

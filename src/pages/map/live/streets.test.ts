/** A map file of the operator's may say anything of itself: then it is left out by name, and the map goes on. */
import { expect, test } from 'vitest';
import { leftOutText, saidOfFile } from './streets.ts';

test.each([
  null,
  undefined,
  'text',
  7,
  [],
  {},
  { vector_layers: {} },
  { vector_layers: null },
  { vector_layers: [] },
  { vector_layers: [null, 7, {}, { id: 8 }] },
])('%j names no layer', (about) => expect(saidOfFile(about)).toBeNull());

test('layers that have a name, and whom to name', () => {
  expect(saidOfFile({ vector_layers: [{ id: 'water' }, null, { id: 5 }], attribution: 'Somebody' })).toEqual({
    layers: ['water'],
    credit: 'Somebody',
  });
  expect(saidOfFile({ vector_layers: [{ id: 'water' }], attribution: { a: 1 } })?.credit).toBe('');
});

test('what is left out is named', () => {
  expect(leftOutText(['empty', 'junk'])).toBe('Not drawn: empty, junk. They hold no vector tiles that can be read.');
  expect(leftOutText(['a\u202eb'])).not.toContain('\u202e');
});

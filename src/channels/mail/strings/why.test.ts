/** Why somebody is told, where it is not their place that says so. */
import { expect, test } from 'vitest';
import type { Reason } from '../../../core/model.ts';
import { why } from './why.ts';

const said = (reason: Reason): string =>
  why(reason, () => ({ text: 'Coast' }) as never)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join('');

test('by the record, and by the record against the place', () => {
  const geocode = { scheme: 'ISO 3166-1', value: 'ECU', source: 'Natural Earth' };
  const inside = said({ code: 'inside', info: 0, area: 0, shape: 'multipolygon', geocode, record: 'EC' });
  expect(inside).toMatch(/^This desk has on record that you are in .*EC.* by the code .*ISO 3166-1 ECU/);
  expect(inside).not.toContain('is inside the area');
  const near = said({ code: 'near-edge', info: 0, area: 0, meters: 1900, record: 'EC' });
  expect(near).toMatch(/^This desk has on record that you are in .*EC.*lies outside of the boundary it knows\.$/);
});

/** The contract has to catch sources that break it. */
import { expect, test } from 'vitest';
import { sourceContract } from './contract.ts';
import type { Source, SourceReading } from './source.ts';

const nothing: SourceReading = { alerts: [], reading: null, findings: [], follow: [] };
const good: Source = { id: 'good', title: 'Good', requests: () => [], parse: () => nothing };
const samples = [{ name: 'one', bytes: new TextEncoder().encode('words'), expected: { alerts: [], findings: [] } }];

/** Names of the cases that fail. */
function failures(source: Source, cases = samples): string[] {
  return sourceContract(source, cases).flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}

test('a source that keeps the contract passes', () => {
  expect(failures(good)).toEqual([]);
});

test.each<[string, Partial<Source>, RegExp]>([
  ['an id with capitals', { id: 'Good' }, /kebab/],
  ['no title', { title: ' ' }, /title/],
  [
    'a secret in a header',
    {
      requests: () => [
        { via: 'http', method: 'GET', url: 'https://a.example/', headers: { Authorization: 'x' }, body: null },
      ],
    },
    /secret in the header/,
  ],
  [
    'a secret in an address',
    { requests: () => [{ via: 'http', method: 'GET', url: 'https://a.example/?token=x', headers: {}, body: null }] },
    /secret in the address/,
  ],
  [
    'throwing',
    {
      parse: () => {
        throw new Error('bad bytes');
      },
    },
    /bad bytes/,
  ],
  [
    'a message that is no sentence',
    { parse: () => ({ ...nothing, findings: [{ severity: 'error', code: 'a.b', message: 'bad', where: {} }] }) },
    /no sentence/,
  ],
  [
    'a place outside the text',
    {
      parse: () => ({
        ...nothing,
        findings: [{ severity: 'error', code: 'a.b', message: 'Bad.', where: { start: 1, end: 1e9 } }],
      }),
    },
    /not inside/,
  ],
])('%s is caught', (_, fault, message) => {
  expect(failures({ ...good, ...fault }).join('\n')).toMatch(message);
});

test('a source that reads differently each time is caught', () => {
  let calls = 0;
  const finding = () => ({ severity: 'info', code: 'a.b', message: `Call ${++calls}.`, where: {} }) as const;
  expect(failures({ ...good, parse: () => ({ ...nothing, findings: [finding()] }) }).join('\n')).toMatch(/two ways/);
});

test('a sample that reads otherwise than it says is caught, with the place', () => {
  const wrong = [{ name: 'one', bytes: new Uint8Array(0), expected: { findings: [{ code: 'a.b' }] } }];
  expect(failures(good, wrong as typeof samples).join('\n')).toMatch(/reading\.findings should have 1/);
  expect(failures(good, []).join('\n')).toMatch(/no samples/);
});

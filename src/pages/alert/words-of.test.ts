/** An embassy's notice as its source reads it: what of its alert stands in its text, and where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at } from '../../../test/make.ts';
import type { AlertView } from '../../core/model.ts';
import { sourceById } from '../../sources/index.ts';
import { wordsOf } from './words-of.ts';

const file = join(import.meta.dirname, '../../../assets/replay/kabul-2021/reports/us-embassy-2021-08-28.txt');
const read = sourceById('us-embassy')?.parse(readFileSync(file), {
  url: 'https://us-embassy-kabul.example/security-alert-august-28-2021/',
  type: null,
  fetchedAt: at('2021-08-29T01:08:00Z'),
});
const [stated] = read?.alerts ?? [];
const document = read?.reading?.document ?? null;
const view = { ...stated, report: 'r-1' } as AlertView;
const words = wordsOf(view, document) ?? {};
const textsAt = (path: string): string[] =>
  (words[path] ?? []).map(({ start, end }) => document?.text.slice(start, end) ?? '');

test('each instruction leads to its own sentence', () => {
  const types = view.alert.infos[0]?.responseTypes ?? [];
  const of = (type: string): string[] => textsAt(`info[1]/responseType[${types.indexOf(type) + 1}]`);
  expect(of('Evacuate').join(' ')).toContain('should leave the airport area immediately');
  expect(of('Avoid').join(' ')).toContain('should not travel to the airport');
  expect(of('Monitor').join(' ')).toContain('Follow local media');
  expect(of('Monitor').join(' ')).not.toContain('Have a plan ready');
});

test('all that is told and described leads to all of its sentences', () => {
  const [info] = view.alert.infos;
  expect(textsAt('info[1]/instruction').join('\n')).toBe(info?.instruction);
  expect(textsAt('info[1]/description').join('\n')).toBe(info?.description);
  expect(textsAt('sent')).toEqual(['August 28, 2021']);
  expect(textsAt('info[1]/area[1]/circle[1]')).toEqual([info?.areas[0]?.areaDesc]);
});

test('what the desk filled in leads nowhere', () => {
  for (const path of ['identifier', 'sender', 'status', 'msgType', 'info[1]/severity', 'info[1]/language'])
    expect(words[path], path).toBeUndefined();
  expect(wordsOf({ ...view, advice: null }, document)).toBeNull();
});

/** Blocks, places and times of a real article against what a person marked in it. Skipped where the article is not at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOfText } from './document/text.ts';
import { placesOf } from './places.ts';
import { timesOf } from './times.ts';

const folder = join(import.meta.dirname, '../../../shared/data/seed');
const article = join(folder, 'article.txt');
const there = existsSync(article);
const title = there ? 'the seed article' : 'the seed article (skipped: ../shared/data/seed is not at hand)';

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly span?: { readonly start: number; readonly end: number; readonly text?: string };
  readonly role?: string;
  readonly of?: string;
  readonly type?: string;
  readonly country?: string;
  readonly value?: string | null;
  readonly accept?: readonly (string | null)[];
  readonly unnamed?: boolean;
}
const items: readonly Item[] = there
  ? (JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as { items: Item[] }).items
  : [];
const of = (kind: string): Item[] => items.filter((item) => item.kind === kind && item.span !== undefined);

describe.skipIf(!there)(title, () => {
  const read = there ? documentOfText(readFileSync(article, 'utf8')).document : documentOfText('').document;
  const document = { ...read, day: '2021-08-26' };
  const zoneOf: Readonly<Record<string, string>> = {
    ...{ title: 'title', caption: 'caption', 'caption-duplicate': 'caption', 'question-heading': 'heading' },
    ...{ 'agency-credit': 'boilerplate', 'related-headline': 'related', boilerplate: 'boilerplate' },
  };

  test.each(of('block'))('block $id', ({ span, role, of: origin }) => {
    const number = document.blocks.findIndex(({ start }) => start === span?.start);
    const block = document.blocks[number];
    expect([block?.start, block?.end, block?.zone]).toEqual([span?.start, span?.end, zoneOf[role ?? '']]);
    const first = of('block').find(({ id }) => id === origin)?.span?.start;
    expect(block?.duplicateOf === undefined ? undefined : document.blocks[block.duplicateOf]?.start).toBe(first);
  });

  const ids: Readonly<Record<string, string>> = {
    ...{ KABUL: 'af-kabul', CASIA: 'central-asia', ME: 'middle-east', KUNAR: 'AF-KNR', NANGARHAR: 'AF-NAN' },
    ...{ NURISTAN: 'AF-NUR', KHORASAN: 'khorasan' },
  };
  const places = placesOf(document);
  // An unnamed hospital is for who reads events.
  test.each(of('place').filter(({ unnamed }) => !unnamed))('place $id', ({ id, span }) => {
    const field = places.find(({ end, start }) => end === span?.end && start >= (span?.start ?? 0));
    expect([field?.value, field?.metonym]).toEqual([ids[id] ?? id, false]);
  });
  test('Washington is a government', () => {
    const { span } = items.find(({ id }) => id === 'X-washington') ?? expect.fail();
    expect(places.find(({ start }) => start === span?.start)).toMatchObject({ value: 'US', metonym: true });
  });

  const times = timesOf(document);
  /** “Months after”, an event, the present and a condition: the grammar leaves them alone. */
  const left = ['T1', 'T10', 'T13', 'T14'];
  test.each(of('time').filter(({ id }) => !left.includes(id)))('time $id', ({ span, value, accept }) => {
    const field = times.find(({ start, end }) => start < (span?.end ?? 0) && end > (span?.start ?? 0));
    const own =
      field?.modifier === 'since'
        ? `${field.value}/..`
        : field?.modifier === 'before'
          ? `../${field.value}`
          : field?.value;
    const allowed = value === 'PAST_REF' ? [null] : [...(accept ?? []), value ?? null];
    expect(allowed).toContain(own);
  });
  test('the fall of Kabul is no season', () => {
    const { span } = items.find(({ id }) => id === 'X-fall') ?? expect.fail();
    expect(times.filter(({ start, end }) => start < (span?.end ?? 0) && end > (span?.start ?? 0))).toEqual([]);
  });
});

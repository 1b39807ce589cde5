// Whom “the ambassador” means: somebody of that title, or nobody that is known; never whoever spoke last.
import { describe, expect, test } from 'vitest';
import { readText } from '../read.fixture.ts';

const speakers = (text: string): (string | null)[] =>
  readText(`News\n\n${text}\n`)
    .claims.filter(({ modality }) => modality !== 'narration')
    .map(({ speaker }) => speaker?.value ?? null);

const wilson = 'US Ambassador Ross Wilson said on Monday that the airport is safe.';
const biden = 'US President Joe Biden said that the risk is acute.';
const heard = 'A Taliban spokesman said that the gates are open.';

describe('a definite title means', () => {
  test.each([
    ['the person of that title', `${wilson} ${biden} The ambassador said that the gates are closed.`, 'Ross Wilson'],
    ['the same who spoke last', `${biden} The president said that troops will go.`, 'Joe Biden'],
    [
      'whoever is described by it',
      'Joe Biden, the US president, said that it is over. The president said that troops will go.',
      'Joe Biden',
    ],
    [
      'the one of two ministers',
      'British Defence Secretary Ben Wallace said that it is high. French Foreign Minister Jean Dupont said that it is low. The defence secretary said that troops will go.',
      'Ben Wallace',
    ],
    ['a nameless one before', `${heard} ${biden} The spokesman said that nobody was hurt.`, 'a Taliban spokesman'],
    [
      'a woman by the general word',
      'Pentagon spokeswoman Jane Roe said that it is over. The spokesperson said that troops will go.',
      'Jane Roe',
    ],
    [
      'the later of two',
      `${wilson} The Belgian ambassador said that it is over. The ambassador said that the gates are closed.`,
      'the Belgian ambassador',
    ],
  ])('%s', (_, text, meant) => expect(speakers(text).at(-1)).toBe(meant));

  test.each([
    ['nobody of another title', `${biden} The ambassador said that the gates are closed.`, 'the ambassador'],
    ['nobody of another country', `${wilson} The Belgian ambassador said that it is over.`, 'the Belgian ambassador'],
    [
      'no former president',
      'Former President Jimmy Carter said that it is over. The president said that troops will go.',
      'the president',
    ],
    [
      'no prime minister',
      'Prime Minister Boris Johnson said that it is over. The minister said that troops will go.',
      'the minister',
    ],
    [
      'nobody whom a title only stands near',
      'Jane Doe, an adviser to the mayor, said that it is over. The mayor said that troops will go.',
      'the mayor',
    ],
  ])('%s', (_, text, meant) => expect(speakers(text).at(-1)).toBe(meant));
});

describe('an order by “the ambassador”', () => {
  const issuers = (text: string) =>
    readText(`News\n\n${text}\n`).warnings.flatMap(({ issuer, speaker, instructions }) =>
      instructions.map(({ value }) => [issuer?.value, speaker?.value, value]),
    );
  const order = 'The ambassador said that everyone should leave Kabul.';
  test('is his country’s, where the text says which', () => {
    expect(issuers(`The Belgian ambassador said that the risk is high. ${biden} ${order}`)).toEqual([
      ['BE', 'the Belgian ambassador', 'leave'],
    ]);
    expect(issuers(`${wilson} ${order}`)).toEqual([['US', 'Ross Wilson', 'leave']]);
  });
  test('is nobody else’s, where it does not', () => {
    expect(issuers(`${biden} ${order}`)).toEqual([['ambassador', 'the ambassador', 'leave']]);
  });
});

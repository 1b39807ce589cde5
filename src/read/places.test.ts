import { describe, expect, test } from 'vitest';
import { documentOfText } from './document/text.ts';
import { placesOf } from './places.ts';

/** Each as `text = id`, with `*` for a government. */
const read = (text: string): string[] =>
  placesOf(documentOfText(text).document).map(
    ({ text: words, value, metonym }) => `${words} = ${value}${metonym ? '*' : ''}`,
  );

describe('which place is meant', () => {
  test.each([
    ['Floods in Georgia and in Tbilisi.', ['Georgia = GE', 'Tbilisi = ge-tbilisi']],
    ['Storms in Georgia, Alabama and Florida.', ['Georgia = US-GA', 'Alabama = US-AL', 'Florida = US-FL']],
    ['A fire in Portland, Maine.', ['Portland = us-me-portland', 'Maine = US-ME']],
    ['A fire in Lexington, Ky.', ['Lexington = us-lexington']],
    ['A fire in Paris, Texas.', ['Texas = US-TX']],
    ['In Herat province and in Kandahar.', ['Herat = AF-HER', 'Kandahar = af-kandahar']],
    ['In the provinces of Kunar, Kunduz and Herat.', ['Kunar = AF-KNR', 'Kunduz = AF-KDZ', 'Herat = AF-HER']],
    ['In Hyderabad, Pakistan.', ['Hyderabad = pk-hyderabad', 'Pakistan = PK']],
    ['In London.', ['London = gb-london']],
  ])('%s', (text, places) => expect(read(text)).toEqual(places));
});

describe('what is no place', () => {
  test.each([
    'Paris Hilton met George Washington and Chad Smith.',
    'The Washington Post said so.',
    'The Pakistani Taliban and ISIS-Khorasan fight the Islamic State group of Khorasan.',
    'American and Afghan soldiers, the Germans and the French.',
    'They told us about turkey.',
  ])('%s', (text) => expect(read(text)).toEqual([]));
  test('what the caller leaves out', () => {
    const { document } = documentOfText('The Bank in Kabul and Herat.');
    expect(placesOf(document, [{ start: 4, end: 17 }]).map(({ text }) => text)).toEqual(['Herat']);
  });
});

describe('governments', () => {
  test.each([
    [
      'The United States, Great Britain and Australia have asked their citizens to leave.',
      ['United States = US*', 'Great Britain = GB*', 'Australia = AU*'],
    ],
    ['Washington criticised Moscow’s decision.', ['Washington = US*', 'Moscow = RU*']],
    ['A deal between Washington and the Taliban.', ['Washington = US*']],
    ['The agreement with Washington holds.', ['Washington = US*']],
    ['An evacuation led by the United States.', ['United States = US*']],
    ['US President Joe Biden spoke to U.S. troops.', ['US = US*', 'U.S. = US*']],
    ['Authorities in the United States warned of it.', ['United States = US']],
    [
      'Kabul fell. Floods hit Washington. Jordan has seen floods.',
      ['Kabul = af-kabul', 'Washington = us-washington', 'Jordan = JO'],
    ],
    ['Officials in Washington said so.', ['Washington = us-washington']],
  ])('%s', (text, places) => expect(read(text)).toEqual(places));
});

describe('what refers back', () => {
  test.each([
    [
      'Keep away from Kabul airport. Do not go to the airport or its gates.',
      ['Kabul airport = KBL', 'the airport = KBL', 'its gates = KBL'],
    ],
    ['At Kabul airport. Leave the area now.', ['Kabul airport = KBL', 'the area = KBL']],
    ['At Kabul airport. Leave the area of the airport.', ['Kabul airport = KBL', 'the airport = KBL']],
    ['A blast in Herat. The city is calm.', ['Herat = af-herat', 'The city = af-herat']],
    ['From Kabul airport to Islamabad airport. At the airport.', ['Kabul airport = KBL', 'Islamabad airport = ISB']],
    ['At the airport.', []],
  ])('%s', (text, places) => expect(read(text)).toEqual(places));
});

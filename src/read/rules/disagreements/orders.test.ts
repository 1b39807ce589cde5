// Two who tell people opposite things about one place disagree; whoever speaks of another place, time or people does not.
import { describe, expect, test } from 'vitest';
import { readText } from '../../read.fixture.ts';

const official = { issuer: { code: 'US', office: 'U.S. Embassy Kabul' } };
/** The two sides as they stand in the text. */
function sides(text: string, options = {}): string[][] {
  const { claims, warnings, disagreements } = readText(`News\n\n${text}\n`, options);
  return disagreements
    .filter(({ about }) => about === 'instruction')
    .map(({ between }) =>
      between.map(
        (id) =>
          claims.find((claim) => claim.id === id)?.content.text ??
          warnings.find((warning) => warning.id === id)?.words.text ??
          'nothing',
      ),
    );
}
const leave = 'Britain told its citizens to leave Kabul.';

describe('opposite orders', () => {
  test.each([
    [
      'to shelter and to leave',
      'The police said that residents of Kabul should shelter in place. The embassy said that Americans should leave Kabul immediately.',
      [['residents of Kabul should shelter in place', 'Americans should leave Kabul immediately']],
    ],
    [
      'to go there and to keep away',
      'The Taliban said that people may go to Kabul airport. Britain told its citizens to stay away from Kabul airport.',
      [['people may go to Kabul airport', 'to stay away from Kabul airport']],
    ],
    [
      'to leave and that it is over',
      'The police said that people in Goma should leave. The mayor said that the threat in Goma has passed.',
      [['people in Goma should leave', 'the threat in Goma has passed']],
    ],
    [
      'about a place and the country it is in',
      'Britain told its citizens to leave Afghanistan. The army said that people in Kabul should stay indoors.',
      [['to leave Afghanistan', 'people in Kabul should stay indoors']],
    ],
    [
      'once for each two who give them',
      `${leave} The army said that people in Kabul should stay indoors. The army said that nobody should leave Kabul.`,
      [['to leave Kabul', 'people in Kabul should stay indoors']],
    ],
  ])('%s', (_, text, expected) => expect(sides(text)).toEqual(expected));

  test('of an office in its own text and of whom it cites', () => {
    const text =
      'The police said that residents of Kabul should shelter in place. U.S. citizens should leave Kabul immediately.';
    expect(sides(text, official)).toEqual([
      ['residents of Kabul should shelter in place', 'U.S. citizens should leave Kabul immediately.'],
    ]);
  });

  test.each([
    ['one speaker, two places', 'Britain told its citizens to leave Kabul and to stay indoors in Herat.'],
    [
      'one speaker, one place',
      'The police said that people should leave Kabul. The police said that people in Kabul should stay indoors.',
    ],
    ['two places', `${leave} The army said that people in Herat should stay indoors.`],
    ['one after the other', `${leave} Later the army said that people in Kabul should stay indoors.`],
    [
      'two days',
      'On Monday Britain told its citizens to leave Kabul. On Tuesday the army said that people in Kabul should stay indoors.',
    ],
    ['two peoples', `${leave} Australia told its citizens to stay indoors in Kabul.`],
    ['the same thing', `${leave} Australia told its citizens to leave Kabul.`],
    ['no orders against each other', `${leave} The army said that people should avoid Kabul.`],
    [
      'nobody is sent there',
      'The Taliban said that nobody should go to Kabul airport. Britain told its citizens to avoid Kabul airport.',
    ],
  ])('none: %s', (_, text) => expect(sides(text)).toEqual([]));
});

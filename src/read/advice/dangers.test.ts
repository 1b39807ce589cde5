/** Of several dangers in one notice each part carries its own where the words tie it to a place, and none where they do not. */
import { describe, expect, test } from 'vitest';
import { isNamed } from '../../core/hazard.ts';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const read = (location: string, event: string, actions = '') => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: ${location}\n\nEvent: ${event}\n\nActions to Take:\n${actions}\n`;
  const given = { url: null, type: null, fetchedAt: 1_630_100_000_000 };
  const { alerts } = usEmbassy.parse(new TextEncoder().encode(text), given);
  const [one] = alerts;
  return (one?.advice?.parts ?? []).map(({ family, instructions }, number) => ({
    area: one?.alert.infos[number]?.areas.map(({ areaDesc }) => areaDesc).join(),
    family: isNamed(family) ? family : null,
    event: one?.alert.infos[number]?.event,
    told: instructions.map(({ value }) => value).join(),
  }));
};

describe('a notice about two dangers', () => {
  test('names each only where it is said to be', () => {
    const event = 'There is a terrorist threat at the airport and flooding in the province of Kabul.';
    const actions = '- Avoid the airport.\n- Do not travel to the province of Kabul.';
    expect(read('Kabul airport; province of Kabul', event, actions)).toEqual([
      { area: 'Kabul airport', family: 'attack', event: 'There is a terrorist threat at the airport', told: 'avoid' },
      { area: 'Kabul', family: 'flood', event: 'flooding in the province of Kabul', told: 'avoid' },
    ]);
  });

  test.each([
    'Flooding is reported in Herat, and at Kabul airport a bomb exploded.',
    'A bomb exploded at Kabul airport. Herat is hit by flooding.',
    'A bomb exploded at Kabul airport and the Abbey Gate, while flooding cut off Herat.',
  ])('whichever comes first: %s', (event) => {
    const parts = read('Kabul airport and Herat', event, '- Avoid Kabul airport.\n- Avoid Herat.');
    expect(parts.map(({ area, family }) => [area, family])).toEqual([
      ['Kabul airport', 'attack'],
      ['Herat', 'flood'],
    ]);
  });

  test('a gate has the danger of its airport', () => {
    const event = 'A bomb exploded at Kabul airport. Herat is hit by flooding.';
    expect(read('Kabul airport', event, '- Leave the Abbey Gate.').map(({ family }) => family)).toEqual(['attack']);
  });

  test('a place that is tied to neither has none, and both in its words', () => {
    const event = 'There is a terrorist threat in Herat and flooding in Kandahar.';
    const parts = read('Kabul', event, '- Shelter in place.');
    expect(parts.map(({ area, family }) => [area, family])).toEqual([['Kabul', null]]);
    expect(parts[0]?.event).toBe(event.replace(/\.$/, ''));
  });
});

describe('one danger', () => {
  test.each([
    ['of which two places are warned', 'A bomb may explode in Kabul and Herat.', 'attack'],
    ['and what it brings with it', 'Typhoon Rosa will hit Kabul, bringing flash floods and landslides.', 'storm'],
    [
      'beside what goes on in another country',
      'Protests go on in Kabul. The fighting in Ukraine is another matter.',
      'unrest',
    ],
    ['beside another at the same place', 'Protests are expected in Kabul. Shooting was heard in Kabul.', 'unrest'],
  ])('%s', (_, event, family) => {
    const parts = read('Kabul', event, '- Avoid the area.\n- Stay away from Herat.');
    expect([...new Set(parts.map((part) => part.family))]).toEqual([family]);
  });
});

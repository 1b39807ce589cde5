/** Facilities nobody here knows tell nobody: neither their airport nor their town takes their place. */
import { describe, expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const areas = (location: string, event: string) => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan (August 27, 2021)\n\nLocation: ${location}\n\nEvent: ${event}\n`;
  const { alerts } = usEmbassy.parse(new TextEncoder().encode(text), {
    url: null,
    type: null,
    fetchedAt: 1_630_100_000_000,
  });
  return alerts.flatMap(({ alert }) =>
    alert.infos.map(
      (info) =>
        `${info.responseTypes.join()} ${info.areas.map((area) => `${area.areaDesc}:${area.circles.length}`).join()}`,
    ),
  );
};
const airport = 'Kabul, Hamid Karzai International Airport (HKIA)';

describe('a facility that the gazetteer does not know', () => {
  test.each([
    [
      'a gate',
      airport,
      'U.S. citizens who are now at the Hazara Gate should leave immediately.',
      ['Evacuate Hazara Gate:0'],
    ],
    ['a hotel', airport, 'U.S. citizens at the Serena Hotel should shelter in place.', ['Shelter Serena Hotel:0']],
    [
      'beside the way to one that is known',
      'Massoud Square and the road to Kabul airport',
      'Avoid Massoud Square. Avoid the area.',
      ['Avoid Massoud Square and the road to Kabul airport:0', 'Avoid Massoud Square:0'],
    ],
  ])('%s is left for a person to place', (_, location, event, expected) =>
    expect(areas(location, event)).toEqual(expected),
  );

  test('the airport of a place that names none is not the place', () => {
    const text = (town: string) =>
      `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: ${town}\n\nEvent: A fire broke out. Avoid the airport.\n`;
    const placeIn = (town: string) =>
      usEmbassy
        .parse(new TextEncoder().encode(text(town)), { url: null, type: null, fetchedAt: 0 })
        .alerts[0]?.advice?.parts.map(({ place }) => place);
    expect(areas('Kabul', 'A fire broke out. Avoid the airport.')).toEqual(['Avoid the airport:0']);
    expect(placeIn('Kabul')).not.toEqual(placeIn('Herat'));
  });

  test.each([
    'U.S. citizens at the airport should leave through the North Gate.',
    'U.S. citizens at Kabul airport should leave immediately via Abbey Gate.',
    'U.S. citizens should leave Kabul airport for the Baron Hotel immediately.',
    'U.S. citizens should leave the airport immediately by way of the East Gate or the North Gate.',
  ])('a way out is not whom it is for: %s', (event) => {
    const said = areas(airport, event).map((area) => area.replace(/^Evacuate .*(?:Airport|airport).*$/, 'the airport'));
    expect(said).toEqual(['the airport']);
  });

  test('“leave the area near Abbey Gate” is for the gate', () =>
    expect(areas(airport, 'U.S. citizens should leave the area near Abbey Gate.')[0]).toMatch(
      /^Evacuate Abbey Gate:1/,
    ));

  test('a gate that is known keeps its circle', () =>
    expect(areas(airport, 'U.S. citizens who are now at the Abbey Gate should leave immediately.')).toEqual([
      'Evacuate Abbey Gate:1',
    ]));
});

describe('what is over', () => {
  test.each([
    'All clear. The threat is over and U.S. citizens may return to the airport. The alert of August 26, which told citizens to leave immediately, is cancelled.',
    'The previously reported threat no longer exists.',
    'There is no longer a threat of a bomb attack at the airport.',
    'On August 15 we advised U.S. citizens to leave immediately. That advice has been lifted.',
  ])('%s', (event) => {
    const told = areas(airport, event);
    expect(told.join()).toContain('AllClear');
    expect(told.join()).not.toMatch(/Evacuate|Shelter/);
  });

  test('that it is over at one gate is said of that gate alone', () =>
    expect(areas(airport, 'The threat at the Abbey Gate is over. U.S. citizens should avoid the airport.')).toEqual([
      'Avoid Kabul airport:1',
      'AllClear Abbey Gate:1',
    ]));

  test('nothing is over until it is', () =>
    expect(areas(airport, 'Until the threat no longer exists, U.S. citizens should avoid the airport.')).toEqual([
      'Avoid Kabul airport:1',
    ]));
});

/** Which office a title or a site names. */
import { expect, test } from 'vitest';
import { cityNamed, officeNamed, officeOfHost } from './office.ts';

test.each([
  ['Security Alert – U.S. Embassy Kabul, Afghanistan (August 25, 2021)', 'U.S. Embassy Kabul', 'Kabul'],
  ['Demonstration Alert – U. S. Embassy Oslo, Norway – 17 August 2018', 'U.S. Embassy Oslo', 'Oslo'],
  ['Security Alert –U.S. Embassy Port-au-Prince', 'U.S. Embassy Port-au-Prince', 'Port-au-Prince'],
  ['Alert: U.S. Consulate General in New Town', 'U.S. Consulate General in New Town', 'New Town'],
  ['Alerts – U.S. Embassy in Afghanistan', 'U.S. Embassy in Afghanistan', 'Afghanistan'],
])('%s', (title, name, city) => {
  expect(officeNamed(title)).toEqual({ name, city });
});

test('a title that names none', () => {
  expect(officeNamed('Message for U.S. Citizens: Demonstration Alert – Lisbon')).toBeNull();
  expect(cityNamed('Message for U.S. Citizens: Demonstration Alert – Lisbon')).toBe('Lisbon');
  expect(cityNamed('Weather Alert – August 17, 2018')).toBeNull();
});

test('sites', () => {
  const countryName = (code: string): string | null => (code === 'AF' ? 'Afghanistan' : null);
  expect(officeOfHost('https://us-embassy-new-town.example/x', countryName)?.name).toBe('U.S. Embassy New Town');
  expect(officeOfHost('https://af.usembassy.gov/x', countryName)?.name).toBe('U.S. Embassy in Afghanistan');
  expect(officeOfHost('https://zz.usembassy.gov/x', countryName)).toBeNull();
  expect(officeOfHost('https://usembassy.gov.evil.example/', countryName)).toBeNull();
  expect(officeOfHost(null, countryName)).toBeNull();
});

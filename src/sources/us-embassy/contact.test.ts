/** What stands behind “Assistance:” is whom to call, or part of the notice. */
import { expect, test } from 'vitest';
import { isContact } from './contact.ts';
import { usEmbassy } from './source.ts';

test.each([
  'U.S. Embassy Kabul, Afghanistan',
  'U.S. Embassy Kabul, +93 700 10 8001',
  'Great Massoud Road, Kabul, Afghanistan',
  '12 Sherpur Street',
  'Telephone: +93 (0)700 10 8000',
  'Emergency after-hours telephone: +93 700 10 8001',
  'E-mail: KabulACS@state.gov',
  'https://af.usembassy.gov/',
  'State Department – Consular Affairs',
  '888-407-4747 or 202-501-4444',
  'Afghanistan Country Information',
  'Enroll in the Smart Traveler Enrollment Program (STEP) to receive security updates.',
  'Follow us on Facebook and Twitter.',
  'For further assistance, please contact the U.S. Embassy in Kabul at +93 700 10 8001.',
])('“%s” is', (line) => expect(isContact(line)).toBe(true));

test.each([
  'U.S. Embassy Kabul. U.S. citizens at the airport should leave immediately.',
  'This all-clear does not hold for the gates.',
  'Exceptions: Abbey Gate',
  'Abbey Gate',
  'Avoid Massoud Road',
  'Massoud Road Closed',
  'Explosion Massoud Road',
  'What to do:',
  'Call the embassy before you leave the airport.',
  'For assistance after 18:00 only.',
])('“%s” is more', (line) => expect(isContact(line)).toBe(false));

const read = (below: string, location = 'Kabul airport') => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: ${location}\n\nEvent: There is a threat of a bomb attack.\n\n${below}`;
  const { alerts, findings } = usEmbassy.parse(new TextEncoder().encode(text), { url: null, type: null, fetchedAt: 0 });
  return { info: alerts[0]?.alert.infos[0], codes: findings.map(({ code }) => code) };
};

test.each([
  'Assistance: U.S. Embassy Kabul, +93 700 10 8001\n\nU.S. citizens at the airport should leave immediately.',
  'Assistance: U.S. Embassy Kabul\n\nWhat to do:\n• Leave the airport immediately.',
])('an order behind it is heard: %s', (below) => expect(read(below).info?.responseTypes).toEqual(['Evacuate']));

test('whom to call is neither shown nor read', () => {
  const { info } = read('Assistance: U.S. Embassy Kabul\nTelephone: +93 700 10 8001\nPlease leave a message.');
  expect(info?.description).toBe('There is a threat of a bomb attack.');
  expect(info?.responseTypes).toEqual([]);
});

test.each([
  'Kabul airport, except Abbey Gate',
  'Kabul, road to Kabul airport',
  'Kabul airport (domestic terminal only)',
])('a Location line that may mean less warns the whole, is shown, and asks for a look: %s', (location) => {
  const { info, codes } = read('Assistance: U.S. Embassy Kabul', location);
  expect(info?.areas[0]?.circles).toHaveLength(1);
  expect(info?.description).toContain(location);
  expect(codes).toContain('us-embassy.location.unread');
});

test.each(['Kabul, Kabul airport (HKIA), Afghanistan', 'Area around Kabul airport', 'Kabul airport and Herat airport'])(
  'names alone ask for none: %s',
  (location) => expect(read('', location).codes).not.toContain('us-embassy.location.unread'),
);

/** By the outlines that come with Tocsin: what a ministry says of a place abroad is not called exchanged because a harbour lies at sea. */
import { expect, test } from 'vitest';
import { check } from '../../core/cap/check.ts';
import { countryOf } from './countries.ts';

const told = (sender: string, lat: number, lon: number): boolean => {
  const text = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>${sender}</sender><sent>2024-05-01T10:00:00-00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Security</category><event>Unrest</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty><area><areaDesc>Here</areaDesc><circle>${lat},${lon} 5</circle></area></info></alert>`;
  const [alert] = check(new TextEncoder().encode(text), { countryOf }).alerts;
  return alert?.findings.some(({ code }) => code === 'cap.circle.swapped') ?? false;
};

test.each([
  ['Djibouti', 'advice@esteri.it', 11.6, 43.1],
  ['Mogadishu', 'advice@diplomatie.gouv.fr', 2.0, 45.3],
  ['Aden', 'advice@esteri.it', 12.8, 45.0],
  ['Salalah', 'advice@auswaertiges-amt.de', 17.0, 54.1],
])('a right warning about %s', (_, sender, lat, lon) => {
  expect(told(sender, lat, lon)).toBe(false);
});

test.each([
  ['Ankara, then in Iraq', 'ops@mgm.gov.tr', 32.8, 39.9],
  ['Oslo, then on the open sea', 'ops@met.no', 10.7, 59.9],
])('%s, exchanged', (_, sender, lat, lon) => {
  expect(told(sender, lat, lon)).toBe(true);
});

/** What a notice says for a case to come, or of where to go, tells nobody at its place to leave; it takes no order away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { bomb, OfficeDesk } from './office.fixture.ts';

describeWithDatabase('a notice without an order for now', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  test.each([
    'In the event of an explosion, leave the airport immediately.',
    'There is a threat of a bomb attack. Leave the airport when told to.',
  ])('warns, and tells nobody to leave: %s', async (event) => {
    expect(await office.comeAt(9, { event })).toEqual({ alert: 18 });
    expect(await office.inForce()).toEqual(['none']);
    expect((await office.words()).filter(({ urgent }) => urgent)).toEqual([]);
    expect(await office.wakes(/read in part/)).toEqual([]);
  });

  test.each([
    'There is a threat of a bomb attack. Depart for the airport immediately.',
    'U.S. citizens should leave their hotels for the airport now.',
  ])('but with the way to its place wakes the desk: %s', async (event) => {
    expect(await office.comeAt(9, { event })).toEqual({ alert: 18 });
    expect(await office.inForce()).toEqual(['none']);
    expect(await office.wakes(/people to set out for the place/)).toHaveLength(1);
  });

  test.each([
    'There is a threat of a bomb attack at the airport. In the event of an explosion, leave the airport.',
    'There is a threat of a bomb attack at the airport. Depart for the airport immediately.',
  ])('takes no “leave” away, and wakes the desk: %s', async (event) => {
    await office.comeAt(9, { event: bomb });
    await office.comeAt(11, { event });
    expect(await office.inForce()).toEqual(['leave', 'none']);
    expect(await office.wakes(/^A later word of the same office/)).toHaveLength(1);
  });
});

describeWithDatabase('an all-clear with something else', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());
  const url = 'https://embassy.example/later/';
  const title = 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)';
  const airport = 'Kabul, Hamid Karzai International Airport';
  const notice = (head: string, below = '', location = airport): string =>
    `${head}\n\nLocation: ${location}\n\nEvent: The all-clear has been given.\n\n${below}`;
  const struck = `<!doctype html><h1>${title}</h1><p>Location: ${airport}</p><p>Event: The all-clear has been given <del>for the east side</del>.</p>`;
  const dated = (day: string): string => title.replace('August 26', day);
  const behind = (words: string): string => notice(title, `Assistance: U.S. Embassy Kabul\n\n${words}\n`);
  const located = (location: string): string => notice(title, '', location);

  test.each([
    ['in its list', notice(title, 'Actions to take:\n\n- The airport is mined.\n- Monitor local media.\n')],
    ['in its operations', notice(title, 'Embassy operations: Soldiers hold the terminal.\n')],
    ['in its title', notice('Security Alert – Explosion at Kabul airport – U.S. Embassy Kabul, Afghanistan')],
    ['behind Assistance', behind('This all-clear does not hold before 18:00 and not for the gates.')],
    ['under a label of its own', behind('Exceptions: Abbey Gate stays closed.')],
    ['left out in its Location line', located(`${airport}, except Abbey Gate`)],
    ['in brackets there', located(`${airport} (domestic terminal only)`)],
    ['there, of a road', located('Kabul, road to Hamid Karzai International Airport')],
    ['there, of a part', located(`${airport}, parking lot C`)],
    ['there, of another day', located(`${airport}, from 28 August 2021`)],
    ['there, of a place nearby', located('Hotel near Hamid Karzai International Airport, Kabul')],
    ['there, of what lies in it', located('Domestic terminal of Hamid Karzai International Airport, Kabul')],
    ['below its Location line', located(`${airport}\n\nA second bomb has not been found.`)],
    ['that is struck out', struck],
    ['of an older day', notice(dated('August 25'))],
    ['of a day to come', notice(dated('August 30'))],
  ])('%s ends nothing', async (_, text) => {
    await office.comeAt(9, { event: bomb, title });
    expect((await office.come('2021-08-26T11:00:00Z', text, { url }))['update']).toBeUndefined();
    expect(await office.inForce()).toContain('leave');
    expect((await office.wakes(/^An all-clear came in|^A later word of the same office/)).length).toBe(1);
  });

  test('that offices write below everything ends it', async () => {
    const below =
      'Actions to take:\n\n- Enroll in the Smart Traveler Enrollment Program (STEP) to receive Alerts and make it easier to locate you in an emergency.\n- Follow the Department of State on Facebook and Twitter.\n\nAssistance: U.S. Embassy Kabul, +93 700 10 8001\n';
    const { alert } = await office.comeAt(9, { event: bomb, title });
    const text = notice(title, below, `${airport} (HKIA), Afghanistan`);
    expect(await office.come('2021-08-26T11:00:00Z', text, { url })).toEqual({ update: alert });
    expect(await office.inForce()).toEqual(['all-clear']);
  });
});

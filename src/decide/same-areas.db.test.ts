/** One notice that says different things of different places, and people who move between them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { bomb, clear, feed, OfficeDesk } from './office.fixture.ts';

const abbeyGate = { lat: 34.5585, lon: 69.2212 };
const westOfTown = { lat: 34.501, lon: 69.085 };
const edgeAndGate =
  'Because of a threat of an attack U.S. citizens should stay away from the airport. U.S. citizens who are now at the Abbey Gate should leave immediately.';

const airport =
  '<p>There is a threat of a terrorist attack. If you are near Kabul airport, move away to a safe place.</p>';
const advice = (hour: number, level: 3 | 4, more: string): string => {
  const travel = level === 4 ? 'all travel' : 'all but essential travel';
  const code = level === 4 ? 'avoid_all_travel_to_whole_country' : 'avoid_all_but_essential_travel_to_whole_country';
  return JSON.stringify({
    ...{
      base_path: '/foreign-travel-advice/afghanistan',
      document_type: 'travel_advice',
      schema_name: 'travel_advice',
    },
    ...{ locale: 'en', title: 'Afghanistan travel advice', description: 'Advice.', links: {} },
    public_updated_at: `2021-08-26T0${hour}:00:00Z`,
    details: {
      country: { name: 'Afghanistan', slug: 'afghanistan' },
      alert_status: [code],
      parts: [
        { slug: 'summary', title: 'Summary', body: `<p>The FCDO advises against ${travel} to Afghanistan.</p>${more}` },
      ],
    },
  });
};

describeWithDatabase('one notice of several places', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-25T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  const uk = (hour: number, level: 3 | 4, more: string): Promise<Record<string, number>> =>
    office.come(`2021-08-26T0${hour}:10:00Z`, advice(hour, level, more), {
      source: 'gov-uk',
      url: 'https://www.gov.uk/api/content/foreign-travel-advice/afghanistan',
    });
  /** Instructions of the notices made since there were `before`. */
  const toldSince = async (before: number): Promise<string[]> => {
    const all = await office.words();
    return all.slice(0, all.length - before).map(({ kind, changes }) => [kind, ...changes].join(' '));
  };

  test('who goes from its edge to the gate is told what it says of the gate, once', async () => {
    await office.comeAt(9, { event: edgeAndGate });
    const before = (await office.words()).length;
    await office.listPeople({ 'guest-house-1': abbeyGate });
    const [told, ...others] = await office.words();
    expect([others.length, told?.kind, told?.urgent, told?.info]).toEqual([before, 'alert', true, 0]);
    await office.listPeople();
    await office.listPeople({ 'guest-house-1': abbeyGate });
    expect(await office.words()).toHaveLength(before + 1);
  });

  test('who was told that the country is worse is told what the same page says of the airport when there', async () => {
    await uk(8, 3, airport);
    await uk(9, 4, airport);
    const before = (await office.words()).length;
    await office.listPeople({ 'clinic-west-1': abbeyGate });
    expect(await toldSince(before)).toEqual(['alert']);
  });

  test('what a page says again after an edition without it is told again', async () => {
    const first = await uk(7, 4, airport);
    expect(first['alert']).toBeGreaterThan(0);
    await uk(8, 4, '');
    expect(await uk(9, 4, airport)).toMatchObject({ update: first['alert'] });
  });

  test('where only the country changed, nobody at the airport hears that the airport did', async () => {
    await uk(7, 3, airport);
    await uk(8, 4, airport);
    const before = (await office.words()).length;
    await uk(9, 3, airport);
    expect((await toldSince(before)).filter((told) => /instruction|area/.test(told))).toEqual([]);
  });

  test('an item edited under one stamp to an all-clear and back is a warning again', async () => {
    const sent = 'Thu, 26 Aug 2021 09:00:00 GMT';
    const come = (hour: string, event: string) => office.come(`2021-08-26T${hour}:00:00Z`, feed(sent, event, 1));
    const { alert } = await come('09', bomb);
    expect(await come('10', clear)).toEqual({ update: alert });
    expect(await office.inForce()).toEqual(['all-clear']);
    expect(await come('11', bomb)).toEqual({ update: alert });
    expect(await office.inForce()).toEqual(['leave']);
  });

  test('who did as they were told, and went, hears the all-clear', async () => {
    const { alert } = await office.comeAt(9, { event: bomb });
    await office.listPeople({ 'guest-house-1': westOfTown });
    expect(await office.comeAt(12, { event: clear })).toEqual({ update: alert });
  });

  test('to leave the airports of a country is not to leave the country', async () => {
    const told = await office.comeAt(9, {
      location: 'Afghanistan',
      event: 'There is a threat of an attack. U.S. citizens at airports should leave immediately.',
    });
    expect(told).toEqual({});
    expect((await office.wakes(/airports/)).length).toBeGreaterThan(0);
  });
});

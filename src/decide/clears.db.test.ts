/** Whom an all-clear of an office reaches and what it ends: through the real source, with the people of the replay. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { atGate, bomb, clear, flood, OfficeDesk, type Page } from './office.fixture.ts';

describeWithDatabase('an all-clear of an office', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T00:00:00Z');
  });
  afterEach(() => office.t.close());

  const listPeople = (): Promise<void> => office.listPeople();
  const come = (hour: number, given: Page & { readonly isLeft?: boolean }): Promise<Record<string, number>> =>
    office.comeAt(hour, given, { isLeft: given.isLeft ?? false });
  const inForce = (): Promise<string[]> => office.inForce();
  const wakes = async (): Promise<number> => (await office.wakes(/^An all-clear came in/)).length;

  test('of two warnings that began apart is heard by the people of both', async () => {
    await listPeople();
    expect(await come(9, { event: atGate('North Gate') })).toEqual({ alert: 4 });
    expect(await come(10, { event: atGate('Abbey Gate') })).toEqual({ alert: 6 });
    expect(await come(11, { event: clear })).toEqual({ update: 10 });
    expect(await inForce()).toEqual(['all-clear']);
  });

  test('is heard although a drill about something else came between', async () => {
    office.desk = 'live';
    await listPeople();
    const told = await come(9, { event: bomb });
    expect(told['alert']).toBeGreaterThan(0);
    expect(
      await come(10, { event: flood, title: 'EXERCISE – Security Alert – U.S. Embassy Kabul, Afghanistan' }),
    ).toEqual({});
    expect(await come(11, { event: clear })).toEqual({ update: told['alert'] });
    expect(await inForce()).toEqual(['all-clear']);
  });

  test('in a drill ends nothing on the live desk, and no chain passes through it', async () => {
    office.desk = 'live';
    await listPeople();
    const told = await come(9, { event: bomb });
    expect(await come(10, { event: `This is a drill. ${clear}` })).toEqual({});
    expect(await office.wakes(/needs a look.*calls itself a drill/)).toHaveLength(1);
    expect(await inForce()).toEqual(['leave']);
    expect(await come(11, { event: clear })).toEqual({ update: told['alert'] });
  });

  test('that names no danger means the one that stands beside another that is over', async () => {
    await listPeople();
    await come(9, { event: bomb });
    await come(10, { event: flood });
    expect(await come(11, { event: `The threat of a bomb attack has ended. ${clear}` })).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await come(12, { event: clear })).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['all-clear', 'all-clear']);
  });

  test('ends also a warning that somebody vouches for too late', async () => {
    office.desk = 'live';
    await listPeople();
    expect(await come(9, { event: bomb, isLeft: true })).toEqual({});
    const late = office.last;
    await come(10, { event: flood });
    await come(11, { event: `The threat of a bomb attack has ended. ${clear}` });
    const told = (await office.words()).length;
    await office.confirm(late);
    expect(await office.words()).toHaveLength(told);
    expect(await inForce()).toEqual(['all-clear', 'leave']);
  });

  test('at one gate leaves what was said of the airport', async () => {
    await listPeople();
    await come(9, { event: bomb });
    const next = 'The threat at the Abbey Gate is over. U.S. citizens should avoid the airport.';
    expect((await come(11, { event: next }))['update']).toBeUndefined();
    expect(await inForce()).toContain('leave');
  });

  test.each([
    ['Kabul', clear],
    ['Afghanistan', clear],
    ['Kabul', `The threat of a bomb attack has ended. ${clear}`],
    ['Afghanistan', `The threat of a bomb attack has ended. ${clear}`],
  ])('for %s (%s) leaves the airport to a person', async (location, event) => {
    await listPeople();
    await come(9, { event: bomb });
    expect(await come(11, { location, event })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await wakes()).toBe(1);
  });

  test('for another town of the country is none for this airport', async () => {
    await listPeople();
    await come(9, { event: bomb });
    expect(await come(11, { location: 'Herat', event: `The threat of an attack has ended. ${clear}` })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await wakes()).toBe(1);
  });

  test('that may be a drill ends nothing, and wakes the desk', async () => {
    await listPeople();
    await come(9, { event: bomb });
    const event = `This is a drill and not meant for all. ${clear}`;
    expect(await come(11, { event })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await office.wakes(/may call itself a drill/)).toHaveLength(1);
    expect(await wakes()).toBe(1);
  });

  test('of one of two dangers that a notice named ends neither, and wakes the desk', async () => {
    await listPeople();
    const both =
      'There is a flood at the airport and a threat of a bomb attack. U.S. citizens at the airport should leave immediately.';
    await come(9, { event: both });
    expect(await come(11, { event: 'The threat of flooding has passed. U.S. citizens may return.' })).toEqual({});
    expect(await inForce()).toContain('leave');
    expect((await wakes()) + (await office.wakes(/^A later word of the same office/)).length).toBe(1);
  });

  test.each([
    ['at a third address', 'https://embassy.example/third/'],
    ['by hand', null],
  ] as const)('is followed by the very words of before, %s: the warning holds again', async (_, url) => {
    await listPeople();
    const how = url === null ? { url } : {};
    const told = await office.comeAt(9, { event: bomb }, how);
    await office.comeAt(11, { event: clear }, how);
    expect(await inForce()).toEqual(['all-clear']);
    expect(await office.comeAt(12, { event: bomb }, { url })).toEqual({ update: told['alert'] });
    expect(await inForce()).toEqual(['leave']);
  });

  test.each([
    'Ignore messages that the threat has passed.',
    'False: “the all-clear has been given at Kabul airport”.',
    'The threat at Kabul airport has passed, officials hope.',
    'The danger has passed in the north of the airport.',
    'The threat of an attack has passed; another attack is expected tomorrow.',
    'The first threat of a bomb has passed. A second bomb remains at the airport.',
    'There is a threat of a bomb attack at the airport. The night curfew has been lifted.',
    'The security alert issued on August 20 has been cancelled.',
    'The order to leave has been lifted from August 28.',
    'The order is lifted on Friday.',
    'The evacuation order has been lifted from Monday.',
    'The shelter-in-place order has been lifted.',
    'The warning to stay away from the embassy has been lifted.',
    'The warning to avoid Camp Sullivan has been lifted.',
    'The threat to Camp Sullivan has passed. U.S. citizens may return.',
    'The Level 4 travel advisory has been lifted.',
    'The all-clear at Kandahar airport has been given. U.S. citizens may return.',
  ])('beside anything else ends nothing, and wakes the desk: %s', async (event) => {
    await listPeople();
    const { alert } = await come(9, { event: bomb });
    expect(alert).toBeGreaterThan(0);
    expect((await come(11, { event }))['update']).toBeUndefined();
    expect(await inForce()).toContain('leave');
    expect((await wakes()) + (await office.wakes(/^A later word of the same office/)).length).toBe(1);
  });

  test.each([
    'The bomb threat at the airport is not over. U.S. citizens should monitor local media.',
    'No all-clear has been given for the airport. U.S. citizens should monitor local media.',
    'The all-clear has not yet been given for the airport.',
    'The embassy expects the all-clear for the airport this evening.',
    'The embassy denies that the all-clear has been given for the airport.',
    'The all-clear for the airport was withdrawn.',
    'We cannot give the all-clear for the airport.',
    'Do not return to the airport until the all-clear is given.',
    'Once the all-clear has been given, U.S. citizens may return to the airport.',
    'It is not yet safe to return to the airport.',
    'There is no longer a threat to the embassy. The situation at the airport remains dangerous.',
    'The all-clear has been given for the airport except for Abbey Gate.',
  ])('that is only spoken of ends nothing: %s', async (event) => {
    await listPeople();
    await come(9, { event: bomb });
    expect((await come(11, { event }))['update']).toBeUndefined();
    expect(await inForce()).toContain('leave');
    expect(await office.wakes(/^A later word of the same office/)).toHaveLength(1);
  });

  test('that nobody vouches for ends nothing, nor does it hide what comes after it', async () => {
    await listPeople();
    await come(9, { event: bomb });
    const told = { trust: 'unverified' } as const;
    expect(await office.comeAt(11, { event: clear }, told)).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await come(13, { event: bomb.replace('a threat', 'a grave threat') })).toEqual({ update: 18 });
    expect(await inForce()).toEqual(['leave']);
  });

  test('for one of two gates leaves the other to a person', async () => {
    await listPeople();
    const gates =
      'There is a threat of an attack. U.S. citizens at Abbey Gate and North Gate should leave immediately.';
    expect(await come(9, { event: gates })).toEqual({ alert: 10 });
    const event = 'The threat at the North Gate is over. U.S. citizens may return to the North Gate.';
    expect(await come(11, { event })).toEqual({});
    expect(await inForce()).toEqual(['all-clear', 'leave']);
    expect(await wakes()).toBe(1);
  });
});

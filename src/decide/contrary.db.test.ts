/** When a later notice of an office leaves an earlier one standing that it does not go together with: the desk is asked, once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { atGate, bomb, clear, flood, OfficeDesk, type Page } from './office.fixture.ts';

describeWithDatabase('a notice that contradicts one that stands', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  /** What woke the desk beside those who can’t be placed. */
  const asked = (): Promise<string[]> => office.wakes(/^(?!\d+ p)/);

  test('asks for a look in one sentence, and what stands goes on standing', async () => {
    expect(await office.comeAt(9, { event: bomb })).toEqual({ alert: 18 });
    const may = 'The airport has resumed normal operations. U.S. citizens may travel to the airport again.';
    const next = await office.comeAt(11, { event: may });
    expect(next['update']).toBeUndefined();
    expect(await office.inForce()).toEqual(['leave', 'none']);
    const [sentence, ...others] = await asked();
    expect(others).toEqual([]);
    expect(sentence?.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'A later word of the same office, “The airport has resumed normal operations” for “Kabul airport” from “U.S. Embassy Kabul”, neither ends nor repeats “There is a threat of a bomb attack at the airport” for “Kabul airport” from “U.S. Embassy Kabul”, which tells people to leave. Whoever was told of that one counts it as standing: look how the two go together.',
    );
    // Read again, it asks nothing again.
    await office.comeAt(12, { event: `${may} ` }, { url: 'https://embassy.example/11/' });
    expect(await asked()).toHaveLength(1);
  });

  const cases: readonly (readonly [what: string, first: Page, then: Page])[] = [
    ['asks for less', { event: bomb }, { event: 'U.S. citizens at the airport should monitor local media.' }],
    [
      'asks for less than to stay away',
      { event: 'There is a threat of an attack. U.S. citizens should avoid the airport.' },
      { event: 'There is a threat of an attack at the airport. U.S. citizens should monitor local media.' },
    ],
    ['takes the alert back', { event: bomb }, { event: 'The U.S. Embassy rescinds its alert of today.' }],
    [
      'corrects the place',
      { event: atGate('East Gate') },
      {
        event: `CORRECTION: The threat is at the Abbey Gate. U.S. citizens who are at the Abbey Gate should leave immediately.`,
      },
    ],
    [
      'corrects it in other words',
      { event: atGate('East Gate') },
      { event: `This corrects our earlier alert. ${atGate('Abbey Gate')}` },
    ],
    [
      'denies the place and does not call itself a correction',
      { event: atGate('East Gate') },
      { event: `The gate is Abbey Gate, not East Gate. ${atGate('Abbey Gate')}` },
    ],
    [
      'corrects the town',
      { event: bomb },
      {
        location: 'Herat',
        event: 'Correction: the threat is in Herat. U.S. citizens in Herat should leave immediately.',
      },
    ],
    [
      'leaves a gate out of an all-clear',
      { event: bomb },
      {
        event:
          'The all-clear has been given for the airport except for Abbey Gate. U.S. citizens at Abbey Gate should leave immediately.',
      },
    ],
    [
      'takes it back for the airport and asks something at a gate',
      { event: bomb },
      {
        event:
          'U.S. citizens at the airport no longer need to leave. U.S. citizens at Abbey Gate should leave immediately.',
      },
    ],
    [
      'takes shelter back for the airport and asks something at a gate',
      {
        event:
          'There is a credible threat to Abbey Gate. U.S. citizens at Abbey Gate should leave immediately. U.S. citizens at the airport should shelter in place.',
      },
      {
        event:
          'U.S. citizens at the airport should no longer shelter in place. There is a credible threat to Abbey Gate. U.S. citizens at Abbey Gate should leave immediately.',
      },
    ],
    [
      'lets people travel to the airport and asks something at a gate',
      {
        event:
          'There is a threat of a bomb attack. U.S. citizens should avoid the airport. U.S. citizens at Abbey Gate should leave immediately.',
      },
      {
        event:
          'U.S. citizens may now travel to the airport. There is a threat of a bomb attack. U.S. citizens at Abbey Gate should leave immediately.',
      },
    ],
    [
      'gives the all-clear beside an order for another airport',
      { event: bomb },
      { event: 'Kabul airport: all clear. Kandahar airport: leave immediately.' },
    ],
    [
      'gives leave for the city around',
      { event: bomb },
      { location: 'Kabul', event: 'U.S. citizens may move about Kabul again.' },
    ],
  ];
  test.each(cases)('because it %s', async (_, first, then) => {
    await office.comeAt(9, first);
    await office.comeAt(11, then);
    expect(await office.wakes(/^A later word of the same office/)).toHaveLength(1);
    expect(await office.inForce()).toHaveLength(2);
  });

  test('because it ends one danger where another tells people to leave', async () => {
    await office.comeAt(9, { event: bomb });
    await office.comeAt(10, { event: flood });
    expect(await office.comeAt(11, { event: `The threat of a bomb attack has ended. ${clear}` })).toEqual({
      update: 18,
    });
    expect(await office.inForce()).toEqual(['all-clear', 'leave']);
    expect(await asked()).toEqual([expect.stringMatching(/neither ends nor repeats .*flood at the airport/)]);
  });

  test('is asked about once when it answers nothing at all', async () => {
    await office.comeAt(9, { event: bomb });
    await office.comeAt(11, { event: 'The threat of flooding at the airport is over.' });
    expect(await asked()).toEqual([expect.stringMatching(/^An all-clear came in/)]);
  });

  test.each(['The all-clear for the airport was withdrawn.', 'The bomb threat at the airport is not over.'])(
    'because it follows an all-clear and takes it back: %s',
    async (event) => {
      await office.comeAt(9, { event: bomb });
      await office.comeAt(10, { event: clear });
      expect(await asked()).toEqual([]);
      expect(await office.comeAt(11, { event })).toEqual({ update: 18 });
      expect(await asked()).toEqual([expect.stringMatching(/follows an all-clear of the same office and is none/)]);
    },
  );

  test('also when the warning is vouched for after the milder word', async () => {
    office.desk = 'live';
    await office.listPeople();
    await office.comeAt(9, { event: bomb }, { isLeft: true });
    const late = office.last;
    await office.comeAt(11, { event: 'The airport is open. U.S. citizens may travel to the airport again.' });
    expect(await office.wakes(/^A later word/)).toEqual([]);
    await office.confirm(late);
    expect(await office.wakes(/^A later word/)).toHaveLength(1);
  });

  const together: readonly (readonly [what: string, first: Page, then: Page])[] = [
    ['takes its place', { event: bomb }, { event: bomb.replace('a threat', 'a new threat') }],
    ['ends it', { event: bomb }, { event: clear }],
    ['asks for as much of another gate', { event: atGate('North Gate') }, { event: atGate('Abbey Gate') }],
    [
      'asks for less about another danger',
      { event: bomb },
      { event: 'There is a flood at the airport. U.S. citizens should monitor local media.' },
    ],
    [
      'asks for less in another town',
      { event: bomb },
      {
        location: 'Herat',
        event: 'There is a threat of an attack in Herat. U.S. citizens should monitor local media.',
      },
    ],
    [
      'takes back an order for another town alone',
      { event: bomb },
      {
        location: 'Herat',
        event: 'U.S. citizens in Herat no longer need to shelter. U.S. citizens in Herat should avoid crowds.',
      },
    ],
    [
      'asks as much for another danger and speaks of a curfew that is over',
      { event: bomb },
      {
        event:
          'There is a flood at the airport. The curfew has been lifted. U.S. citizens at the airport should leave immediately.',
      },
    ],
    [
      'asks for more',
      { event: 'There is a threat of an attack. U.S. citizens should avoid the airport.' },
      { event: bomb },
    ],
  ];
  test.each(together)('and one that %s is none', async (_, first, then) => {
    await office.comeAt(9, first);
    await office.comeAt(11, then);
    expect(await office.wakes(/^A later word of the same office/)).toEqual([]);
  });

  test('nor is an old text that is found late, or one that nobody vouches for', async () => {
    office.desk = 'live';
    await office.listPeople();
    await office.comeAt(9, { event: bomb });
    const mild = 'U.S. citizens at the airport should monitor local media.';
    await office.comeAt(11, { event: mild }, { isLeft: true });
    expect(await office.wakes(/^A later word of the same office/)).toEqual([]);
    await office.confirm(office.last);
    expect(await office.wakes(/^A later word of the same office/)).toHaveLength(1);
    const old = 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 24, 2021)';
    await office.comeAt(12, { title: old, event: 'U.S. citizens at the airport should watch local media.' });
    expect(await office.wakes(/^A later word of the same office/)).toHaveLength(1);
  });
});

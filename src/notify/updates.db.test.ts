/** What people read when advice or a warning they were told of changes or ends: mails as they are sent, to the people of the replay. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { at } from '../../test/make.ts';
import type { HttpRequest, Reply, SmtpRequest } from '../core/request.ts';
import { OfficeDesk } from '../decide/office.fixture.ts';
import { receive } from '../gather/receive.ts';
import { createBreaker } from './breaker.ts';
import type { Delivering } from './deliver.ts';
import { createSender } from './sender.ts';

const whole3 = 'avoid_all_but_essential_travel_to_whole_country';
const whole4 = 'avoid_all_travel_to_whole_country';
const parts4 = 'avoid_all_travel_to_parts';
const essential = '<p>The FCDO advises against all but essential travel to Afghanistan.</p>';
const all = '<p>The FCDO advises against all travel to Afghanistan.</p>';
const airport =
  '<p>The threat of a terrorist attack is high. If you are near Kabul airport, move away to a safe place.</p>';
const nangarhar = '<p>The FCDO advises against all travel to Nangarhar province.</p>';
const bomb = 'There is a threat of a bomb attack. U.S. citizens at the airport should leave immediately.';
const flood = 'There is a flash flood at the airport. U.S. citizens at the airport should leave immediately.';
const clear = 'The threat of a bomb attack at the airport has passed. U.S. citizens may return to the airport.';

type Mails = ReadonlyMap<string, string>;
const taken: Reply = { via: 'smtp', code: 250, words: 'ok' };

describeWithDatabase('mails about what changed', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T08:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  /** Sends what is due; subject and text of each mail on one line, by the ref of its receiver. */
  const send = async (): Promise<Mails> => {
    const sent: SmtpRequest[] = [];
    const d: Delivering = {
      ...{ store: office.t.store, desk: 'drill', deskName: 'Desk', deskAddresses: {}, deskChannels: [] },
      rules: { tellHours: 24, positionHours: 72 },
      settings: { mail: { from: 'desk@tocsin.example' } },
      http: { send: async (_: HttpRequest) => taken, close: async () => {} },
      smtp: {
        send: async (mail) => {
          sent.push(mail);
          return taken;
        },
        check: async () => taken,
        close: async () => {},
      },
      breaker: createBreaker(),
      random: () => 0.5,
      onBug: (error) => {
        throw error;
      },
      observe: () => {},
    };
    const sender = createSender(d, () => {});
    while (await sender.round()) await sender.settled();
    return new Map(
      sent.map(({ to, subject, text }) => [to.split('@')[0] ?? '', `${subject}\n${text}`.replace(/\s+/g, ' ')]),
    );
  };
  const give = async (hour: number, text: string, from: { source: string; url: string }): Promise<Mails> => {
    office.t.clock.set(at(`2021-08-26T${String(hour).padStart(2, '0')}:00:00Z`));
    const bytes = new TextEncoder().encode(text);
    const stated = { trust: 'from-origin' as const, fetchedAt: office.t.clock.now() };
    await receive(office.t.store, 'drill', { ...from, bytes, type: null, by: null, ...stated });
    await office.decideAll();
    return send();
  };
  const uk = (hour: number, codes: readonly string[], body: string, more: object = {}): Promise<Mails> => {
    const page = {
      ...{ base_path: '/foreign-travel-advice/afghanistan', document_type: 'travel_advice' },
      ...{ schema_name: 'travel_advice', locale: 'en', title: 'Afghanistan travel advice', description: 'd' },
      public_updated_at: `2021-08-26T${String(hour).padStart(2, '0')}:00:00Z`,
      details: {
        country: { name: 'Afghanistan', slug: 'afghanistan' },
        alert_status: codes,
        parts: [{ slug: 'summary', title: 'Summary', body }],
      },
      ...{ links: {}, ...more },
    };
    const url = 'https://gov-uk.example/api/content/foreign-travel-advice/afghanistan';
    return give(hour, JSON.stringify(page), { source: 'gov-uk', url });
  };
  const embassy = (hour: number, event: string): Promise<Mails> => {
    const title = 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)';
    const text = `${title}\n\nLocation: Kabul, Hamid Karzai International Airport\n\nEvent: ${event}\n`;
    return give(hour, text, { source: 'us-embassy', url: `https://embassy.example/${hour}/` });
  };
  /** Level 3, then 4, which everybody in the country hears. */
  const rise = async (more = ''): Promise<Mails> => {
    await uk(9, [whole3], essential + more);
    return uk(10, [whole4], all + more);
  };
  const withdrawn = { withdrawn_notice: { explanation: 'x', withdrawn_at: '2021-08-26T12:00:00Z' } };

  test('each hears the end of what they were told when a page is withdrawn', async () => {
    await rise();
    await uk(11, [whole4], all + airport);
    const mails = await uk(12, [whole4], all + airport, withdrawn);
    expect(mails.size).toBe(32);
    expect(mails.get('clinic-east-1')).toContain('for “Afghanistan” is over');
    expect(mails.get('clinic-east-1')).not.toMatch(/Kabul airport/);
    expect(mails.get('team-1a')).toContain('for “Kabul airport” is over');
    expect(mails.get('team-1a')).toContain('With it ends what the same page said around it: advice level 4 of 4');
    // An order that is over is not given again.
    expect([...mails.values()].filter((mail) => /move away/.test(mail))).toEqual([]);
    expect(await office.wakes(/Nobody is told/)).toEqual([]);
  });

  test('an airport that a page speaks of anew changes no level of the country', async () => {
    await rise();
    const mail = (await uk(11, [whole4], all + airport)).get('team-1a');
    expect(mail).toContain('Advice level 4 of 4, whole country');
    expect(mail).toContain('What to do: leave (it was: they advise against travel).');
    expect(mail).not.toMatch(/no level stated|Advice level: /);
    const gone = (await uk(12, [whole4], all)).get('team-1a');
    expect(gone).toContain('They do not repeat: “If you are near Kabul airport, move away to a safe place.”');
    expect(gone).not.toMatch(/no level stated|Advice level: /);
  });

  test('who heard of the rise hears of the fall, at the airport as well', async () => {
    const risen = (await rise(airport)).get('team-1a');
    expect(risen).toContain('Advice level: 4 of 4, whole country (it was: 3 of 4, whole country).');
    expect(risen).toContain('WHAT ELSE THEY SAY WHERE YOU ARE Leave: “Kabul airport”.');
    const fallen = await uk(11, [whole3], essential + airport);
    for (const ref of ['team-1a', 'guest-house-1', 'clinic-east-1', 'clinic-west-1'])
      expect(fallen.get(ref)).toContain('Advice level: 3 of 4, whole country (it was: 4 of 4, whole country).');
    expect(fallen.get('team-1a')).toContain('Leave: “Kabul airport”.');
  });

  test('an all-clear for the airport does not hide that the country fell', async () => {
    await rise();
    await uk(11, [whole4], all + airport);
    const over = '<p>The all-clear has been given at Kabul airport.</p>';
    const mail = (await uk(12, [whole3], essential + over)).get('team-1a');
    expect(mail).toContain('Advice level: 3 of 4, whole country (it was: 4 of 4, whole country).');
  });

  test.each([
    ['level 4 for parts, nothing for the whole', [parts4], '', 'Advice level 4 of 4 for parts of the country.'],
    ['level 4 for parts, 3 for the whole', [whole3, parts4], essential, 'Advice level 3 of 4, whole country; 4 of 4'],
  ])(
    'who may be in a part that nobody could place is told of it, and of no fall: %s',
    async (_, codes, body, whole) => {
      await rise();
      const mails = await uk(11, codes, nangarhar + body);
      for (const mail of [mails.get('clinic-east-1'), mails.get('clinic-west-1')]) {
        expect(mail).toMatch(/If you are in “Parts of Afghanistan”; “Nangarhar”: they advise against travel\./);
        expect(mail).toContain('Advice level 4 of 4, part of the country.');
        expect(mail).toContain('look whether you are in it');
        expect(mail?.split('WHAT ELSE THEY SAY WHERE YOU ARE')[1]).toContain(whole);
        expect(mail).not.toMatch(/they give no instruction|they state no level|it was: (?:4 of 4|they advise)/);
      }
      expect(await office.wakes(/no shape we can read/)).toHaveLength(1);
      const after = await uk(12, [whole3], essential);
      expect(after.get('clinic-east-1')).toContain('3 of 4, whole country (it was: 4 of 4, part of the country).');
    },
  );

  test('a level for parts of the country is no fall at the airport', async () => {
    await rise();
    await uk(11, [whole4], all + airport);
    const mail = (await uk(12, [parts4], nangarhar + airport)).get('team-1a');
    expect(mail ?? '').not.toMatch(/no level stated|Advice level: /i);
  });

  test('a level that can’t be read is said to be stated', async () => {
    await rise();
    const mail = (await uk(11, ['avoid_everything'], all)).get('clinic-east-1');
    expect(mail).toContain('How grave it is: they state “avoid_everything”, which this desk can’t read as a level.');
    expect(mail).toContain('Advice level: a level this desk can’t read (it was: 4 of 4, whole country).');
    expect(mail).not.toMatch(/no level/i);
  });

  test('an all-clear names what is over, and what still holds where they are', async () => {
    await uk(8, [whole4], all + airport);
    await embassy(9, bomb);
    await embassy(10, flood);
    const mail = (await embassy(11, clear)).get('team-1a');
    expect(mail).toMatch(
      /all-clear \(“There is a threat of a bomb attack”.{0,30}\)\. Still in force: leave now and 1 more DRILL/,
    );
    expect(mail).toContain('2 more warnings still hold where you are.');
    expect(mail).toMatch(/ALSO WHERE YOU ARE \(1 OF 2\) Leave now: .*flash flood.*\(2 OF 2\) Leave: .*Commonwealth/);
  });

  test('of a page of advice the part that is over is called so, and not the page', async () => {
    await uk(8, [whole4], all);
    await uk(9, [whole4], all + airport);
    const over = '<p>The threat of an attack at Kabul airport has passed.</p>';
    const mail = (await uk(10, [whole4], all + over)).get('team-1a');
    expect(mail).toContain(
      'Only what they said of “Kabul airport” is over. The rest of “Travel advice, Afghanistan” holds',
    );
    expect(mail).toContain('Advice level 4 of 4, whole country.');
    expect(mail).not.toContain('The warning that is over');
    expect(mail?.split('DRILL', 2).join('')).not.toContain('all-clear (“Travel advice');
  });

  test('an all-clear beside which nothing holds says nothing more', async () => {
    await embassy(9, bomb);
    const mail = (await embassy(11, clear)).get('team-1a');
    expect(mail).toContain('The warning that is over: “There is a threat of a bomb attack”.');
    expect(mail).not.toMatch(/still in force|ALSO WHERE/i);
  });
});

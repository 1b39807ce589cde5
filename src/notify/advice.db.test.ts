/** Notices in prose on their way out: what they say of our circle and of what changed, and a last look at where somebody is. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStated, type NoticeGiven, type PartGiven } from '../../test/advice.ts';
import { describeWithDatabase } from '../../test/database.ts';
import { makePerson, standing } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import type { Person } from '../core/model.ts';
import type { HttpRequest, Reply, SmtpRequest } from '../core/request.ts';
import { formatInstant, minute } from '../core/time/time.ts';
import { decideNext } from '../decide/decide.ts';
import { watchListOf } from '../decide/watch-list.ts';
import { recordReading } from '../gather/record.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { savePeople } from '../store/people.ts';
import { keepReport } from '../store/reports.ts';
import { createBreaker } from './breaker.ts';
import type { Delivering } from './deliver.ts';
import { createSender } from './sender.ts';

const taken: Reply = { via: 'smtp', code: 250, words: '250 queued' };
const desk = 'drill';
const airport = { lat: 34.5659, lon: 69.2123 };
const stay = { ...standing(airport.lat, airport.lon), country: 'AF' };
const ana = makePerson('ana', { space: 'drill', stay }).person;

describeWithDatabase('delivering notices in prose', () => {
  let t: TestStore;
  let d: Delivering;
  let sent: SmtpRequest[];

  beforeEach(async () => {
    t = await testStore();
    sent = [];
    const rules = { tellHours: 24, positionHours: 72 };
    d = {
      ...{ store: t.store, desk, deskName: 'Sample desk', rules, deskAddresses: {}, deskChannels: [] },
      settings: { mail: { from: 'desk@tocsin.example' } },
      http: { send: async (_: HttpRequest) => taken, close: async () => {} },
      smtp: {
        send: async (mail: SmtpRequest) => {
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
    await savePeople(t.store, desk, [ana]);
  });
  afterEach(() => t.close());

  const decide = async (): Promise<void> => {
    const watch = watchListOf(t.store, desk);
    while (await decideNext({ store: t.store, desk, rules: d.rules, watch, deskChannels: [] }));
  };
  const send = async (): Promise<void> => {
    const sender = createSender(d, () => {});
    await sender.round();
    await sender.settled();
  };
  const hear = async (...parts: PartGiven[]): Promise<void> => {
    t.clock.advance(minute);
    const now = formatInstant(t.clock.now());
    const notice: NoticeGiven = {
      ...{ office: 'FCDO', issuer: 'GB', sender: 'gov-uk.example', series: 'gov-uk/af', identifier: 'af', sent: now },
      ...{ title: 'Afghanistan travel advice', parts },
    };
    const fetchedAt = t.clock.now();
    const bytes = new TextEncoder().encode(now);
    const made = { source: 'made', bytes, url: null, type: null, fetchedAt, by: null, trust: 'from-origin' as const };
    const { id } = await keepReport(t.store, desk, made);
    const alerts = [makeStated(notice)];
    await recordReading(t.store, desk, { id, fetchedAt }, 'made/1', { alerts, reading: null, findings: [] });
    await decide();
  };
  const move = async (part: Partial<Person['stay']>): Promise<void> => {
    await savePeople(t.store, desk, [{ ...ana, stay: { ...stay, ...part } }]);
    await decide();
  };
  const states = async (): Promise<(string | undefined)[]> =>
    (await noticesOf(t.store, desk, { limit: 9, heardUntil: t.clock.now(), seq: 999 }))
      .map(({ deliveries }) => deliveries[0]?.state)
      .toReversed();
  const textOf = (mail: SmtpRequest | undefined): string => (mail?.text ?? '').replace(/\s+/g, ' ');

  const point = (words: string, instruction: 'leave' | 'avoid'): PartGiven => ({
    ...{ place: 'KBL', areas: [{ name: 'Kabul airport', at: [airport.lat, airport.lon] }], words, instruction },
  });
  const country = (level: 3 | 4): PartGiven => ({
    ...{ place: 'AF', areas: [{ name: 'Afghanistan' }], words: 'Do not go.', instruction: 'avoid', level },
  });

  test('our circle is worded as ours, and an update says what it was for them', async () => {
    await hear(point('Keep away.', 'avoid'), country(4));
    await send();
    await hear(point('Leave.', 'leave'), country(4));
    await send();
    expect(textOf(sent[0])).toMatch(/^DRILL\. Stay away: “Kabul airport”\. So says “FCDO”, without a date\./);
    expect(textOf(sent[0])).toContain('inside a circle of 5 km that we draw around “Kabul airport”');
    expect(textOf(sent[1])).toContain('What to do: leave (it was: stay away).');
    expect(await states()).toEqual(['accepted', 'accepted']);
  });

  test('who moved from the airport to elsewhere in the country is not sent the standing advice instead', async () => {
    await hear(point('Leave.', 'leave'), country(4));
    await move({ at: { lat: 30, lon: 65 } });
    await send();
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['replaced']);
  });

  test('a rise of the country’s level reaches who is at the airport as it was decided', async () => {
    await hear(point('Keep away.', 'avoid'), country(3));
    await send();
    await hear(point('Keep away.', 'avoid'), country(4));
    await send();
    expect(textOf(sent[1])).toMatch(/^DRILL\. They advise against travel: “Afghanistan”\./);
    expect(textOf(sent[1])).toContain('Advice level: 4 of 4, whole country (it was: 3 of 4, whole country).');
    expect(textOf(sent[1])).toContain('WHAT ELSE THEY SAY WHERE YOU ARE Stay away: “Kabul airport”.');
    expect(textOf(sent[1])).toContain('The country this desk has for you is “Afghanistan”');
  });
});

/** A desk to which the notices of one office come, through the real source and with the people of the replay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../test/make.ts';
import { type TestStore, testStore } from '../../test/store.ts';
import type { NoticeView, Trust } from '../core/model.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { readWatchList } from '../gather/watch-list.ts';
import { alertsAsOf } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { claim } from '../store/outbox/lease.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { settle } from '../store/outbox/settle.ts';
import { savePeople } from '../store/people.ts';
import type { Deciding } from './alert.ts';
import { decideNext } from './decide.ts';
import { watchListOf } from './watch-list.ts';

const people = readFileSync(join(import.meta.dirname, '../../assets/replay/kabul-2021/people.csv'));
const title_ = 'Security Alert – U.S. Embassy Kabul, Afghanistan';
const airport = 'Kabul, Hamid Karzai International Airport';
const feedUrl = 'https://embassy.example/category/alert/feed/';

export const bomb =
  'There is a threat of a bomb attack at the airport. U.S. citizens at the airport should leave immediately.';
export const flood = 'There is a flood at the airport. U.S. citizens at the airport should leave immediately.';
export const clear = 'The all-clear has been given. U.S. citizens may return.';
export const atGate = (gate: string): string =>
  `There is a threat of an attack. U.S. citizens who are now at the ${gate} should leave immediately.`;

/** The office’s feed with one notice in it; `sent` as RSS writes it. */
export const feed = (sent: string, event: string, number: number): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Alerts</title><item>
<title>${title_}</title><link>https://embassy.example/${number}/</link>
<pubDate>${sent}</pubDate><guid>https://embassy.example/?p=${number}</guid>
<content:encoded><![CDATA[<p>Location: ${airport}</p><p>Event: ${event}</p>]]></content:encoded>
</item></channel></rss>`;

/** A notice as a page of its own. */
export interface Page {
  readonly event: string;
  readonly location?: string;
  readonly title?: string;
}
const page = ({ event, location = airport, title = title_ }: Page): string =>
  `${title}\n\nLocation: ${location}\n\nEvent: ${event}\n`;

interface How {
  /** Its id, where it is another than the office's. */
  readonly source?: string;
  /** null when it is handed in without one. */
  readonly url?: string | null;
  /** In a drill, as its story states it. */
  readonly trust?: Trust;
  /** On the live desk nobody vouches for it. */
  readonly isLeft?: boolean;
}

export class OfficeDesk {
  desk: 'live' | 'drill' = 'drill';
  /** The alerts of what came last. */
  last: readonly string[] = [];
  readonly t: TestStore;

  private constructor(t: TestStore) {
    this.t = t;
  }
  static open = async (begins: string): Promise<OfficeDesk> => new OfficeDesk(await testStore(at(begins)));

  async decideAll(): Promise<void> {
    const { desk, t } = this;
    const rules = { tellHours: 24, positionHours: 72 };
    const d: Deciding = { store: t.store, desk, rules, watch: watchListOf(t.store, desk), deskChannels: [] };
    while (await decideNext(d));
  }

  /** The people of the replay; `moved`: where one of them is now, by ref. */
  async listPeople(moved: Readonly<Record<string, { lat: number; lon: number }>> = {}): Promise<void> {
    const list = readWatchList(new Uint8Array(people), this.t.clock.now()).people;
    const now = list.map((one) => ({ ...one, stay: { ...one.stay, at: moved[one.ref] ?? one.stay.at } }));
    await savePeople(this.t.store, this.desk, now);
    await this.decideAll();
  }

  async confirm(ids: readonly string[]): Promise<void> {
    for (const id of ids) await confirmAlert(this.t.store, this.desk, id, 'Ana');
    await this.decideAll();
  }

  /** What a document led to: how many words of which kind, on the live desk once somebody vouched for it. Each is taken by its far side before the next comes. */
  async come(when: string, text: string, how: How = {}): Promise<Record<string, number>> {
    const { desk, t } = this;
    t.clock.set(at(when));
    const before = (await this.words()).length;
    const { url = feedUrl, trust = 'from-origin', isLeft = false, source = 'us-embassy' } = how;
    const given = { source, bytes: new TextEncoder().encode(text), url, type: null, by: null };
    const stated = { trust, fetchedAt: t.clock.now() };
    const received = await receive(t.store, desk, desk === 'drill' ? { ...given, ...stated } : given);
    this.last = received?.alerts.map(({ id }) => id) ?? [];
    if (desk === 'live' && !isLeft) await this.confirm(this.last);
    await this.decideAll();
    const after = await this.words();
    for (const channel of ['mail', 'webhook'])
      for (const lease of await claim(t.store, desk, channel, 999))
        await settle(t.store, lease, { state: 'accepted', outcome: 'accepted', words: 'ok', dueAt: null }, () => null);
    const count: Record<string, number> = {};
    for (const { kind } of after.slice(0, after.length - before)) count[kind] = (count[kind] ?? 0) + 1;
    return count;
  }

  /** A page of 26 August, at an address of its own. */
  comeAt(hour: number, given: Page, how: How = {}): Promise<Record<string, number>> {
    const two = String(hour).padStart(2, '0');
    return this.come(`2021-08-26T${two}:00:00Z`, page(given), { url: `https://embassy.example/${hour}/`, ...how });
  }

  async words(wakes = false): Promise<readonly NoticeView[]> {
    const { seq } = await currentRecorded(this.t.store, this.desk);
    return noticesOf(this.t.store, this.desk, { limit: 9999, seq, heardUntil: this.t.clock.now(), wakes });
  }

  /** Sentences that woke the desk, the newest first. */
  async wakes(like: RegExp): Promise<string[]> {
    return (await this.words(true)).flatMap(({ sentence }) => (sentence && like.test(sentence) ? [sentence] : []));
  }

  /** The strongest instruction of the first part of each notice in force. */
  async inForce(): Promise<string[]> {
    const { seq } = await currentRecorded(this.t.store, this.desk);
    const views = await alertsAsOf(this.t.store.db, this.desk, { valid: this.t.clock.now(), seq });
    return views
      .filter(({ state }) => state === 'in-force')
      .map(({ advice }) => advice?.parts[0]?.instructions[0]?.value ?? 'none')
      .toSorted();
  }
}

/** A desk of which every message that goes out is caught, and answered as a test wants. */
import { type TestStore, testStore } from '../../test/store.ts';
import { write as writeCap } from '../core/cap/index.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { NoticeView } from '../core/model.ts';
import type { HttpRequest, Reply, Request, SmtpRequest } from '../core/request.ts';
import { decideNext } from '../decide/decide.ts';
import { watchListOf } from '../decide/watch-list.ts';
import { confirmAlert } from '../gather/confirm.ts';
import { receive } from '../gather/receive.ts';
import { noticesOf } from '../store/outbox/read.ts';
import { createBreaker } from './breaker.ts';
import type { Delivering } from './deliver.ts';
import { createSender } from './sender.ts';

export const taken: Reply = { via: 'smtp', code: 250, words: '250 queued' };
export const silent: Reply = { via: 'none', error: 'unreachable', words: 'Nobody answers.' };

const desk = 'live';
const rules = { tellHours: 24, positionHours: 72 };

export class Outbound {
  readonly t: TestStore;
  /** What went out. */
  readonly sent: { request: Request; headers: Readonly<Record<string, string>> }[] = [];
  readonly bugs: unknown[] = [];
  /** What the far side says to each. */
  answer: (request: Request) => Reply | Promise<Reply> = () => taken;
  readonly d: Delivering;

  constructor(t: TestStore) {
    this.t = t;
    const send = async (request: Request, headers: Readonly<Record<string, string>> = {}): Promise<Reply> => {
      this.sent.push({ request, headers });
      return this.answer(request);
    };
    this.d = {
      ...{ store: t.store, desk, deskName: 'Sample desk', rules },
      deskAddresses: { mail: 'duty@desk.example' },
      deskChannels: ['mail'],
      settings: { mail: { from: 'desk@tocsin.example' } },
      http: { send: (request: HttpRequest, headers) => send(request, headers), close: async () => {} },
      smtp: { send: (mail: SmtpRequest) => send(mail), check: async () => taken, close: async () => {} },
      breaker: createBreaker(),
      random: () => 0.5,
      onBug: (error) => this.bugs.push(error),
      observe: () => {},
    };
  }

  static async open(): Promise<Outbound> {
    return new Outbound(await testStore());
  }

  /** Received, vouched for by an operator, and decided. */
  async confirmed(alert: CapAlert): Promise<void> {
    const bytes = new TextEncoder().encode(writeCap(alert));
    const received = await receive(this.t.store, desk, { source: 'cap-file', bytes, url: null, type: null, by: 'Ana' });
    await confirmAlert(this.t.store, desk, received?.alerts[0]?.id ?? '', 'Ana');
    await this.decide();
  }

  async decide(): Promise<void> {
    const watch = watchListOf(this.t.store, desk);
    while (await decideNext({ store: this.t.store, desk, rules, watch, deskChannels: ['mail'] }));
  }

  async deliver(): Promise<void> {
    const sender = createSender(this.d, () => {});
    while (await sender.round()) await sender.settled();
  }

  notices(wakes = false): Promise<NoticeView[]> {
    return noticesOf(this.t.store, desk, { limit: 99, seq: 999, heardUntil: this.t.clock.now(), wakes });
  }

  /** `alert mail accepted`, the oldest first. */
  async states(): Promise<string[]> {
    return (await this.notices())
      .flatMap(({ kind, deliveries }) => deliveries.map(({ channel, state }) => `${kind} ${channel} ${state}`))
      .toReversed();
  }

  /** The mails that went out to people, as text with their subjects. */
  mails(): string[] {
    return this.sent.flatMap(({ request }) =>
      request.via === 'smtp' && request.to !== this.d.deskAddresses['mail']
        ? [`Subject: ${request.subject}\n\n${request.text}`]
        : [],
    );
  }
}

/** What the desk counts about itself, in the Prometheus text format. No label names a person, an alert or an address. */
import { Counter, Gauge, Registry } from 'prom-client';
import type { Clock } from '../../core/time/time.ts';
import { currentRecorded } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { queueOf } from '../../store/outbox/lease.ts';
import type { Rounds } from './rounds.ts';

export interface Metrics {
  readonly registry: Registry;
  received(source: string, result: 'new' | 'known' | 'unreadable'): void;
  attempted(channel: string, outcome: string): void;
  failed(loop: string): void;
}

export function createMetrics(store: Store, desk: string, rounds: Rounds, clock: Clock): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const reports = new Counter({
    name: 'tocsin_reports_total',
    help: 'Reports received, by source and result.',
    labelNames: ['source', 'result'],
    registers,
  });
  const attempts = new Counter({
    name: 'tocsin_attempts_total',
    help: 'Sending attempts, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const failures = new Counter({
    name: 'tocsin_loop_failures_total',
    help: 'Rounds of a loop that ended in an error.',
    labelNames: ['loop'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  };
  gauge('tocsin_seq', 'Number of the newest commit.', async () => (await currentRecorded(store, desk)).seq);
  gauge(
    'tocsin_outbox_waiting',
    'Notices that wait to be sent or are being sent, by channel.',
    async () => (await queueOf(store, desk)).waiting,
  );
  gauge(
    'tocsin_outbox_oldest_due_seconds',
    'How long the oldest due notice has been due.',
    async () => (await queueOf(store, desk)).oldestDueMs / 1000,
  );
  const sinceRound = new Gauge({
    name: 'tocsin_loop_seconds_since_round',
    help: 'Seconds since each loop last went round without an error.',
    labelNames: ['loop'],
    registers,
    collect() {
      for (const [loop, at] of Object.entries(rounds.all())) sinceRound.set({ loop }, (clock.now() - at) / 1000);
    },
  });
  return {
    registry,
    received: (source, result) => reports.inc({ source, result }),
    attempted: (channel, outcome) => attempts.inc({ channel, outcome }),
    failed: (loop) => failures.inc({ loop }),
  };
}

/** What the routes ask for, answered by the store, the gatherer and the matcher. */
import { channelById, channels } from '../../../channels/index.ts';
import { type Finding, hasError } from '../../../core/finding.ts';
import { rehearse } from '../../../decide/rehearse.ts';
import { confirmAlert } from '../../../gather/confirm.ts';
import { receive } from '../../../gather/receive.ts';
import { matcher } from '../../../match/match.ts';
import { redact } from '../../../net/redact.ts';
import { deadLetterOf } from '../../../notify/dead-letter.ts';
import { newToken } from '../../../seal/tokens.ts';
import { sources } from '../../../sources/index.ts';
import { alertsById, alertsChanged, alertsReferencedBy, revisionBefore } from '../../../store/as-of.ts';
import { momentOf } from '../../../store/facts.ts';
import { closeSession, openSession, operatorOf, sessionOf } from '../../../store/operators.ts';
import { noticesOf } from '../../../store/outbox/read.ts';
import { type DeadLetter, keepReceipt } from '../../../store/outbox/settle.ts';
import { toldCounts } from '../../../store/outbox/told.ts';
import { placesAsOf } from '../../../store/places.ts';
import { newestReading, readBytes, readReport } from '../../../store/reports.ts';
import type { WebDeps } from '../../../web/deps.ts';
import { mapFiles } from '../../../web/map/files.ts';
import { randomBytes } from '../../random.ts';
import { rootFolder, shippedGazetteer } from '../../root.ts';
import type { DeskParts } from '../parts.ts';
import { peopleAt } from './people.ts';
import { pictureDeps } from './picture.ts';
import { readiness } from './ready.ts';
import { openWakes } from './wakes.ts';

export function webDeps(parts: DeskParts): WebDeps {
  const { config, store, desk, clock, metrics, facts } = parts;
  return {
    desk,
    deskName: config.deskName,
    identity: store.sealer.fingerprint,
    clock,
    hosts: parts.hosts,
    positionHours: config.positionHours,
    sources: sources.map(({ id }) => id),
    channels: channels.map(({ id }) => id),
    assets: parts.assets,
    maps: () => mapFiles(rootFolder(), config.data),

    exercise: parts.replay?.exercise ?? null,
    inbox: async () => parts.replay?.letters ?? [],
    ...pictureDeps(parts),

    resolveAsOf: (question) => momentOf(store, desk, question),
    alert: async (asOf, id) => (await alertsById(store.db, desk, asOf, [id]))[0] ?? null,
    alertsOfReport: async (asOf, report) => {
      const reading = await newestReading(store, desk, report, asOf.seq);
      return alertsById(store.db, desk, asOf, reading?.body.alerts ?? []);
    },
    alertsChanged: (seq) => alertsChanged(store.db, desk, seq),
    namedBy: (asOf, view) => alertsReferencedBy(store.db, desk, asOf, view),
    people: (seq) => peopleAt(parts, seq),
    places: async (seq) => (await placesAsOf(store, desk, seq)).places,
    gazetteer: shippedGazetteer,
    matches: async (view, asOf, people) => {
      const before = await revisionBefore(store.db, desk, asOf, view);
      return people.map(matcher(view, asOf.valid, config, 'new', before));
    },
    rehearse: (id) => rehearse(parts.deciding, id),
    notices: (query) => noticesOf(store, desk, query),
    toldCounts: (alerts, seq) => toldCounts(store, desk, alerts, seq),
    wakes: (limit, seq, before) => openWakes(parts, limit, seq, before),
    report: (id, seq) => readReport(store, desk, id, seq),
    bytes: (hash) => readBytes(store, desk, hash),

    async receive(input) {
      const received = await receive(store, desk, input);
      if (!received) return { refused: noSource(input.source) };
      facts.ring();
      const unreadable = received.alerts.length === 0 && hasError(received.findings);
      metrics.received(input.source, received.known ? 'known' : unreadable ? 'unreadable' : 'new');
      return received;
    },
    async confirm(id, by) {
      const view = await confirmAlert(store, desk, id, by);
      facts.ring();
      return view;
    },
    receipts: (channel, bytes) => keepReceipts(parts, channel, bytes),

    operatorOf: (token) => operatorOf(store, token),
    async openSession(token) {
      const cookie = newToken(randomBytes);
      const name = await openSession(store, token, cookie);
      return name === null ? null : { cookie, name };
    },
    sessionOf: (cookie) => sessionOf(store, cookie),
    closeSession: (cookie) => closeSession(store, cookie),

    ready: () => readiness(parts),
    metrics: async () => ({ type: metrics.registry.contentType, body: await metrics.registry.metrics() }),
    fault: parts.fault,
  };
}

const noSource = (id: string): Finding => ({
  severity: 'error',
  code: 'report.source.unknown',
  message: `There is no source “${id}”; this desk has ${sources.map((source) => source.id).join(', ')}.`,
  where: {},
});

/** How many receipts of ours the bytes hold; null when there is no such channel. */
async function keepReceipts(parts: DeskParts, id: string, bytes: Uint8Array): Promise<number | null> {
  const { store, desk, config, clock } = parts;
  const channel = channelById(id);
  if (!channel) return null;
  const deskChannels = config.deskEmail === null ? [] : ['mail'];
  let kept = 0;
  for (const { notice, kind, words } of channel.receipt(bytes)) {
    const key = { desk, notice, channel: id };
    const deadLetter: DeadLetter = (first, also) => deadLetterOf(first, also, clock.now(), deskChannels);
    if (await keepReceipt(store, key, kind, redact(words, []), deadLetter)) kept++;
  }
  return kept;
}

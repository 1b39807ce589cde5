/** Webhook: the notice as JSON to an address of the person's own, signed by Standard Webhooks 1.0. */
import { instructionOf } from '../../core/cap/meaning.ts';
import type { CapAlert } from '../../core/cap/model.ts';
import type { HttpRequest } from '../../core/request.ts';
import { formatInstant } from '../../core/time/time.ts';
import { type Channel, type Envelope, messageName } from '../channel.ts';
import { cutFairly, languageTag, oneLine, plain } from '../foreign-text.ts';
import { judgeReply } from '../judge.ts';
import { isDrill, matterBefore, matterOf } from '../matter.ts';
import { rewordingOf } from '../wording.ts';

export const webhook: Channel = {
  id: 'webhook',
  title: 'Webhook',
  addressColumn: 'webhook',
  fields: [],
  checkAddress,
  render,
  judge: judgeReply,
  // What a webhook has to say it says at once, in its reply.
  receipt: () => [],
};

function render(envelope: Envelope): HttpRequest {
  const { notice, address } = envelope;
  const body = {
    type: `notice.${notice.kind}`,
    timestamp: formatInstant(notice.madeAt),
    data: dataOf(envelope),
  };
  return {
    via: 'http',
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/json' },
    // No markup may come to life in whatever shows this.
    body: JSON.stringify(body).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
    sign: { scheme: 'standard-webhooks', id: `${messageName(envelope)}-webhook` },
  };
}

function dataOf(envelope: Envelope): unknown {
  const { notice, person, alert, before } = envelope;
  const base = { notice: notice.id, kind: notice.kind };
  if (!alert) return { ...base, sentence: cutFairly(plain(notice.sentence ?? ''), 2000).text };
  const told = before ? matterBefore(envelope, before) : null;
  return {
    ...base,
    drill: isDrill(envelope),
    person: person?.ref ?? null,
    urgent: notice.urgent,
    do: doOf(envelope),
    why: notice.why,
    changes: notice.changes,
    wording: wordingOf(envelope, alert),
    alert: alertOf(envelope, alert),
    also: [...(envelope.also ?? []), ...(envelope.beside ?? [])].map(alsoOf),
    before: told && { ...nameOf(told.alert), event: told.event, areaDesc: areaDescOf(told.places) },
  };
}

/** Another warning in the same message. */
const alsoOf = (envelope: Envelope): unknown => ({
  notice: envelope.notice.id,
  urgent: envelope.notice.urgent,
  do: doOf(envelope),
  why: envelope.notice.why,
  alert: envelope.alert && alertOf(envelope, envelope.alert),
});

const mostSentences = 20;

/** What an update says otherwise than before, where it is known what they were told. */
function wordingOf(envelope: Envelope, alert: CapAlert): unknown {
  if (!envelope.notice.changes.includes('words')) return null;
  const { info } = matterOf(envelope, alert);
  const rewording = info && rewordingOf(envelope, info);
  if (!rewording) return null;
  const some = (sentences: readonly string[]): string[] =>
    sentences.slice(0, mostSentences).map((sentence) => oneLine(sentence, 500));
  return { ...rewording, added: some(rewording.added), gone: some(rewording.gone) };
}

/** An instruction holds only while its warning does. */
function doOf(envelope: Envelope): string | null {
  const { notice, alert } = envelope;
  if (!alert || notice.kind === 'cancel' || notice.kind === 'left') return null;
  const { info } = matterOf(envelope, alert);
  return info && instructionOf(info);
}

const areaDescOf = (places: readonly string[]): string | null => oneLine(places.join('; '), 500) || null;

const nameOf = ({ identifier, sender, sent }: CapAlert) => ({
  identifier: oneLine(identifier, 500),
  sender: oneLine(sender, 500),
  sent: oneLine(sent.text, 60),
});

function alertOf(envelope: Envelope, alert: CapAlert): unknown {
  const { info, part, event, places, issuer } = matterOf(envelope, alert);
  const words = (text: string | null | undefined, most: number) => {
    const { text: kept, leftOut } = cutFairly(plain(text ?? ''), most);
    return kept === '' ? null : leftOut > 0 ? `${kept} […]` : kept;
  };
  return {
    ...nameOf(alert),
    // A receiver that reads CAP's own word must not take a drill for real.
    status: isDrill(envelope) && alert.status === 'Actual' ? 'Exercise' : oneLine(alert.status, 40),
    msgType: oneLine(alert.msgType, 40),
    issuer,
    language: languageTag(info?.language ?? null) || null,
    event,
    severity: info && oneLine(info.severity, 40),
    urgency: info && oneLine(info.urgency, 40),
    certainty: info && oneLine(info.certainty, 40),
    headline: words(info?.headline, 500),
    description: words(info?.description, 4000),
    instruction: words(info?.instruction, 4000),
    areaDesc: areaDescOf(places),
    onset: info?.onset ? oneLine(info.onset.text, 60) : null,
    expires: info?.expires ? oneLine(info.expires.text, 60) : null,
    note: words(alert.note, 2000),
    advice: part && {
      level: part.level?.value ?? null,
      scope: part.scope,
      words: words(part.words.text, 500),
      issued: words(envelope.advice?.issued?.text, 60),
    },
  };
}

/** https anywhere; plain http only to this machine or a private network. Whether we go there the guard decides at each try. */
function checkAddress(address: string): string | null {
  if (!URL.canParse(address) || /[\s#]/.test(address))
    return 'A webhook is an address such as https://example.org/hook.';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'A webhook’s address holds no user or password.';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'A webhook’s address starts with https://.';
  return isPrivateHost(url.hostname) ? null : 'A webhook outside your own network needs https://.';
}

const isPrivateHost = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f]{2}:[0-9a-f:]*\]|[a-z0-9-]+(\.(local|internal|localhost))?)$/.test(
    host,
  );

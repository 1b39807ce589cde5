/**
 * Delivery reports: what a mail system later says about one of our mails (RFC 3464 inside RFC 6522). A report speaks about
 * a notice only when it carries our Message-ID, as the envelope's id or in the returned headers.
 */
import type { ReceiptReading } from '../channel.ts';

/** Far more than any report of returned headers needs. */
const mostCharacters = 512 * 1024;
const mostParts = 20;
const ours = /(?:^|[<\s])(n-[0-9a-f]{32})(?:\.[0-9a-f]{8})?\.mail@[^\s<>@]+/i;

export function readReceipt(bytes: Uint8Array): readonly ReceiptReading[] {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, mostCharacters)).replace(/\r\n?/g, '\n');
  const report = splitHead(text);
  const type = headerOf(report.head, 'content-type');
  if (!/^multipart\/report\b/i.test(type)) return [];
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const parts = partsOf(report.body, boundary?.[1] ?? boundary?.[2] ?? '');
  const status = parts.find(({ head }) =>
    /^message\/(global-)?delivery-status\b/i.test(headerOf(head, 'content-type')),
  );
  if (!status) return [];
  const returned = parts.find(({ head }) =>
    /^(text\/rfc822-headers|message\/(rfc822|global|global-headers))\b/i.test(headerOf(head, 'content-type')),
  );
  const groups = status.body.trim().split(/\n\s*\n/);
  const envelopeId = unescaped(headerOf(groups[0] ?? '', 'original-envelope-id'));
  const messageId = headerOf(splitHead(returned?.body.trimStart() ?? '').head, 'message-id');
  const notice = ours.exec(envelopeId)?.[1] ?? ours.exec(messageId)?.[1];
  return notice ? groups.flatMap((group) => readingOf(notice.toLowerCase(), group)) : [];
}

/** One recipient's group: only a final word counts, a delay or a hand-over to a system that reports nothing is none. */
function readingOf(notice: string, group: string): ReceiptReading[] {
  const action = headerOf(group, 'action').toLowerCase();
  if (action !== 'failed' && action !== 'delivered') return [];
  // The words of the report name the recipient; its status code (RFC 3463) says as much and names nobody.
  const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(headerOf(group, 'status'))?.[0];
  const words = code ? `${action}, ${code}` : action;
  return [{ notice, kind: action === 'failed' ? 'bounced' : 'delivered', words }];
}

interface Part {
  readonly head: string;
  readonly body: string;
}

function splitHead(text: string): Part {
  const end = text.indexOf('\n\n');
  return end < 0 ? { head: text, body: '' } : { head: text.slice(0, end), body: text.slice(end + 2) };
}

function partsOf(body: string, boundary: string): Part[] {
  if (boundary === '') return [];
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1, mostParts + 1);
  return pieces.filter((piece) => !piece.startsWith('--')).map((piece) => splitHead(piece.replace(/^[^\n]*\n/, '')));
}

/** The first field of that name, unfolded; '' when there is none. */
function headerOf(head: string, name: string): string {
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const line = lines.find((text) => text.slice(0, text.indexOf(':')).trim().toLowerCase() === name);
  return line ? line.slice(line.indexOf(':') + 1).trim() : '';
}

/** xtext of RFC 3461 §4: `+` and two hex digits. */
const unescaped = (text: string): string =>
  text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

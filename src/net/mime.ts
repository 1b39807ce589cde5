/** A mail as bytes. Whatever could smuggle a header, a second recipient or a second address is refused, not repaired. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { mailAddressFault } from '../channels/mail-address.ts';
import type { Refusal } from '../core/refusal.ts';
import type { SmtpRequest } from '../core/request.ts';
import type { Instant } from '../core/time/time.ts';

export interface ComposedMail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly message: Buffer;
}

const isAddress = (text: string): boolean => mailAddressFault(text) === null;
const named =
  /^(?:"(?<quoted>[^"\\\p{Cc}\p{Cs}\u2028\u2029]*)"|(?<bare>[^"\\<>,;:@()[\]\p{Cc}\p{Cs}\u2028\u2029]*?)) *<(?<address>[^<>]+)>$/u;
const control = /[\p{Cc}\u2028\u2029]/u;

/** Headers a mail gets from its own fields, or that decide how it is read or to whom it goes. */
const reserved =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|mime-version|received|return-path|dkim-.*|content-.*|resent-.*)$/i;

/** multipart/alternative in UTF-8, or text alone; the same mail at the same time makes the same bytes. */
export async function composeMail(mail: SmtpRequest, at: Instant): Promise<ComposedMail | Refusal> {
  const from = senderOf(mail.from);
  if (!from) return { refused: 'The sender is not one mail address.' };
  if (!isAddress(mail.to)) return { refused: 'The recipient is not one mail address.' };
  if (control.test(mail.subject)) return { refused: 'The subject has a line break or another control character.' };
  if (!isAddress(mail.messageId)) return { refused: 'The Message-ID is not a local part and a domain.' };
  for (const [name, value] of Object.entries(mail.headers))
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || reserved.test(name) || control.test(value))
      return { refused: `The header ${JSON.stringify(name)} can't be set.` };
  const mime = new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    messageId: `<${mail.messageId}>`,
    date: new Date(at),
    headers: { ...mail.headers },
    text: mail.text,
    html: mail.html ?? undefined,
    baseBoundary: mail.messageId.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 40),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // As composed: a domain beyond ASCII is in its A-label form here.
  const envelope = mime.getEnvelope();
  const [to] = envelope.to;
  if (envelope.to.length !== 1 || !to || !envelope.from) return { refused: 'The mail has not exactly one recipient.' };
  return { envelope: { from: envelope.from, to }, message: await mime.build() };
}

function senderOf(text: string): { name: string; address: string } | null {
  if (isAddress(text)) return { name: '', address: text };
  const groups = named.exec(text)?.groups;
  if (!groups?.['address'] || !isAddress(groups['address'])) return null;
  return { name: groups['quoted'] ?? groups['bare'] ?? '', address: groups['address'] };
}

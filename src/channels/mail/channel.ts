/** Mail: one letter to one person, as text and HTML. 250 means that the relay took it, not that it was read. */
import type { SmtpRequest } from '../../core/request.ts';
import type { Channel, Envelope } from '../channel.ts';
import { oneLine } from '../foreign-text.ts';
import { judgeReply } from '../judge.ts';
import { htmlOf } from './html.ts';
import { readReceipt } from './receipt.ts';
import { textOf } from './text.ts';
import { writeLetter } from './write.ts';

export const mail: Channel = {
  id: 'mail',
  title: 'Mail',
  addressColumn: 'email',
  fields: [
    {
      name: 'from',
      title: 'Sender',
      help: 'The address our mail comes from, such as desk@example.org. Bounces go there.',
      kind: 'email',
      required: true,
    },
  ],
  checkAddress,
  render,
  judge: judgeReply,
  receipt: readReceipt,
};

function render(envelope: Envelope, settings: Readonly<Record<string, string>>): SmtpRequest {
  const { notice, address, deskName } = envelope;
  const letter = writeLetter(envelope);
  const from = settings['from'] ?? '';
  const name = oneLine(deskName, 100).replace(/["\\]/g, '');
  return {
    via: 'smtp',
    from: `"${name}" <${from}>`,
    to: address,
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter),
    messageId: `${notice.id}.mail@${from.slice(from.lastIndexOf('@') + 1)}`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Answers by machine are not wanted; bounces are.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(notice.urgent && !letter.drill ? { Importance: 'high', 'X-Priority': '1' } : {}),
    },
  };
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;

/** RFC 5321 in the form that people have: no quoted local part, no address literal; the local part in ASCII. */
function checkAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return 'A mail address has a name, an @ and a domain.';
  if (at > 64 || address.length > 254) return 'This mail address is too long.';
  if (!localPart.test(address.slice(0, at))) return 'The part before the @ is not one we can send to.';
  return domain.test(address.slice(at + 1)) ? null : 'The part after the @ is not a domain.';
}

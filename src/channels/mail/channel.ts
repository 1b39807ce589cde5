/** Mail: one letter to one person, as text and HTML. 250 means that the relay took it, not that it was read. */
import type { SmtpRequest } from '../../core/request.ts';
import { type Channel, type Envelope, messageName } from '../channel.ts';
import { oneLine } from '../foreign-text.ts';
import { judgeReply } from '../judge.ts';
import { mailAddressFault } from '../mail-address.ts';
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
  checkAddress: mailAddressFault,
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
    messageId: `${messageName(envelope)}.mail@${from.slice(from.lastIndexOf('@') + 1)}`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Answers by machine are not wanted; bounces are.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(notice.urgent && !letter.drill ? { Importance: 'high', 'X-Priority': '1' } : {}),
    },
  };
}

/** The letters that a replay's own sinks took: one file each, and how they are shown. */
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import type { Clock, Instant } from '../../core/time/time.ts';
import type { SunkMail } from '../../net/sinks/mail-sink.ts';
import type { SunkCall } from '../../net/sinks/webhook-sink.ts';
import type { InboxLetter } from '../../pages/exercise.ts';

/** Where the desk itself is woken, in a replay. */
export const deskAddress = 'desk@replay.invalid';

export interface Inbox {
  keepMail(mail: SunkMail): Promise<void>;
  keepCall(call: SunkCall): Promise<void>;
}

/** Letters are numbered in the order they came. `clock` is the replay's. The folder is made when it is missing. */
export function openInbox(folder: string, clock: Clock): Inbox {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  const keep = async (kind: string, bytes: Uint8Array | string): Promise<void> => {
    count += 1;
    const path = join(folder, `${String(count).padStart(6, '0')}.${kind}`);
    // A letter that was taken is a whole file, or none.
    await writeFile(`${path}.part`, bytes, { mode: 0o600 });
    await rename(`${path}.part`, path);
  };
  return {
    keepMail: ({ raw }) => keep('eml', raw),
    keepCall: ({ url, body }) => keep('json', JSON.stringify({ at: clock.now(), to: url, body })),
  };
}

/** Newest first. */
export async function readInbox(folder: string): Promise<InboxLetter[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d+\.(eml|json)$/.test(name))
    .sort()
    .reverse();
  return Promise.all(
    names.map(async (name) => {
      const id = name.slice(0, name.indexOf('.'));
      const bytes = await readFile(join(folder, name));
      return name.endsWith('.eml') ? letterOfMail(id, bytes) : letterOfCall(id, bytes.toString('utf8'));
    }),
  );
}

async function letterOfMail(id: string, raw: Uint8Array): Promise<InboxLetter> {
  const mail = await PostalMime.parse(raw);
  const to = mail.to?.[0]?.address ?? '';
  const at: Instant = Date.parse(mail.date ?? '');
  return {
    id,
    to: to === deskAddress ? 'desk' : to,
    subject: mail.subject ?? '',
    at: Number.isNaN(at) ? 0 : at,
    text: mail.text ?? '',
    notice: /<(n-[0-9a-f]+)\./.exec(mail.messageId ?? '')?.[1] ?? null,
    channel: 'mail',
  };
}

const callSchema = z.object({ at: z.number(), to: z.string(), body: z.string() });
const bodySchema = z.object({
  type: z.string().catch(''),
  data: z
    .object({ notice: z.string().nullable().catch(null), drill: z.boolean().catch(false) })
    .catch({ notice: null, drill: false }),
});

function letterOfCall(id: string, text: string): InboxLetter {
  const { at, to, body } = callSchema.parse(JSON.parse(text));
  const { type, data } = bodySchema.parse(JSON.parse(body));
  const subject = `${data.drill ? 'DRILL. ' : ''}Webhook: ${type}`;
  return {
    id,
    to,
    subject,
    at,
    text: JSON.stringify(JSON.parse(body), null, 2),
    notice: data.notice,
    channel: 'webhook',
  };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Clock } from '../../core/time/time.ts';
import { deskAddress, openInbox, readInbox } from './inbox.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const noon = Date.UTC(2021, 7, 26, 7, 30);
const clock: Clock = { now: () => noon, wait: async () => {} };
const fresh = () => {
  const parent = mkdtempSync(join(tmpdir(), 'tocsin-inbox-'));
  folders.push(parent);
  const folder = join(parent, 'inbox');
  return { folder, inbox: openInbox(folder, clock) };
};

const letter = (to: string, subject: string, notice: string): { to: string; raw: Uint8Array } => {
  const lines = [
    ...['From: "Desk" <tocsin@replay.invalid>', `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${notice}>`],
    ...['Date: Thu, 26 Aug 2021 07:30:00 +0000', 'Content-Type: text/plain; charset=utf-8', ''],
    'DRILL. Leave now.',
  ];
  return { to, raw: new TextEncoder().encode(lines.join('\r\n')) };
};

test('letters are shown newest first, each with whom it was for, when, and which notice it carries', async () => {
  const { folder, inbox } = fresh();
  await inbox.keepMail(
    letter('a@relief.example', '=?utf-8?Q?DRILL=2E_=E2=80=9CFlood=E2=80=9D?=', 'n-0a.mail@replay.invalid'),
  );
  const body = JSON.stringify({ type: 'notice.alert', data: { notice: 'n-0b', drill: true, do: 'leave' } });
  await inbox.keepCall({ url: 'http://127.0.0.1:7140/driver-2', body });
  await inbox.keepMail(letter(deskAddress, 'DRILL. Look', 'n-0c.mail@replay.invalid'));
  expect(await readInbox(folder)).toEqual([
    {
      ...{ id: '000003', to: 'desk', subject: 'DRILL. Look', at: noon, channel: 'mail', notice: 'n-0c' },
      text: 'DRILL. Leave now.\n',
    },
    {
      ...{ id: '000002', to: 'http://127.0.0.1:7140/driver-2', at: noon, channel: 'webhook', notice: 'n-0b' },
      ...{ subject: 'DRILL. Webhook: notice.alert', text: JSON.stringify(JSON.parse(body), null, 2) },
    },
    {
      ...{ id: '000001', to: 'a@relief.example', subject: 'DRILL. “Flood”', at: noon, channel: 'mail', notice: 'n-0a' },
      text: 'DRILL. Leave now.\n',
    },
  ]);
});

test('what a kill cut short is no letter', async () => {
  const { folder, inbox } = fresh();
  await inbox.keepMail(letter('a@relief.example', 'One', 'n-0a.mail@replay.invalid'));
  writeFileSync(join(folder, '000002.eml.part'), 'From');
  expect((await readInbox(folder)).map(({ subject }) => subject)).toEqual(['One']);
});

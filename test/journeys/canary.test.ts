/** 50 canaries are listed, moved, warned, bounced and refused, and places of the desk warned of; then every byte the desk wrote is searched for who and where they are. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import { closingLength, magic } from '../../src/store/backup/frames.ts';
import { makeAlert, makeInfo, stamp } from '../make.ts';
import {
  csv,
  type Desk,
  type DeskFolder,
  deskFolder,
  type MailSink,
  mailSink,
  type Operator,
  withOperator,
} from './desk.ts';

const canaries = Array.from({ length: 50 }, (_, i) => ({
  id: `canref${i}x`,
  name: `Zaphira Quillfeather${i}`,
  role: `Secretrole${i}`,
  email: `canmail${i}@nest${i}.example`,
  webhook: `https://nest${i}.example/hook/cansecret${i}`,
  town: `Cantown${i}`,
  lat: (34.52718 + i * 1e-7).toFixed(7),
  lon: (69.25314 + i * 1e-7).toFixed(7),
}));
const moved = canaries.map((canary, i) => ({ ...canary, lat: (35.15927 + i * 1e-7).toFixed(7) }));

/** In the area that is warned of, so that the desk is woken for them. */
const places = Array.from({ length: 50 }, (_, i) => ({
  id: `nestref${i}x`,
  name: `Eyriehouse ${i}`,
  kind: i % 2 === 0 ? 'shelter' : 'gate',
  lat: (34.48137 + i * 1e-7).toFixed(7),
  lon: (69.19246 + i * 1e-7).toFixed(7),
  note: `Knockthrice ${i}`,
  source: `Whisperer ${i}`,
  'name:fa': `Aashiyaneh ${i}`,
}));

/** What each canary's particulars begin with must stand nowhere: as it is, or encoded at any alignment. */
const stems = [
  'canref',
  'Zaphira',
  'Quillfeather',
  'Secretrole',
  'canmail',
  '@nest',
  'nest1',
  'cansecret',
  'Cantown',
  '34.52718',
  '69.25314',
  '35.15927',
  'nestref',
  'Eyriehouse',
  'Knockthrice',
  'Whisperer',
  'Aashiyaneh',
  '34.48137',
  '69.19246',
];
const encoded = (stem: string): Buffer[] => {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from('x'.repeat(shift) + stem)
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -1));
  });
  return [
    Buffer.from(stem),
    Buffer.from(stem, 'utf16le'),
    Buffer.from(Buffer.from(stem).toString('hex')),
    Buffer.from(encodeURIComponent(stem)),
    ...base64,
  ];
};
const binary = [...canaries, ...moved, ...places].flatMap(({ lat, lon }) =>
  [lat, lon].map((degrees) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(Number(degrees));
    return bytes;
  }),
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Files with what was found in them. */
const leaks = (files: readonly { name: string; bytes: Buffer }[]): string[] => {
  const needles = [...stems.flatMap(encoded), ...binary];
  return files.flatMap(({ name, bytes }) =>
    needles.filter((needle) => bytes.includes(needle)).map((needle) => `${name}: ${needle}`),
  );
};

let sink: MailSink;
let folder: DeskFolder;
let ana: Operator;
let desk: Desk;
let printed = '';

beforeAll(async () => {
  sink = await mailSink((to) => {
    const n = Number(/\d+/.exec(to)?.[0]);
    return n % 5 === 0 ? Object.assign(new Error(`mailbox of <${to}> is gone`), { responseCode: 550 }) : null;
  });
  folder = deskFolder({ TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}`, TOCSIN_LOG_LEVEL: 'trace' });
  ana = await withOperator(folder);
  const list = csv([...canaries, { id: 'canref99x', name: '', lat: '34.1234567', lon: '69.7654321' }]);
  printed += (await folder.run(['watch', 'import', '-'], list)).stderr;
  printed += (await folder.run(['places', 'import', '-'], csv(places))).stderr;
  desk = await folder.start();
});
afterAll(async () => {
  await sink?.close();
  folder?.remove();
});

test('no name, address or coordinate in database files, WAL, logs or backups', async () => {
  const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
  const alert = makeAlert({ sent: at(-60_000), infos: [makeInfo({ expires: at(3_600_000) })] });
  const { id } = await ana.report(desk, writeCap(alert));
  await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
  await sink.until((mails) => mails.length >= 40);
  printed += (await folder.run(['watch', 'import', '-'], csv(moved))).stderr;
  const woken = await ana.get<{ wakes: { sentence: string }[] }>(desk, '/api/v1/wakes');
  expect(woken.wakes.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^50 places of this desk lie in an area/),
  );
  expect((await folder.run(['places', 'remove', places[0]?.id ?? ''])).code).toBe(0);
  const found = await ana.get<{ places: { own: boolean }[] }>(desk, '/api/v1/places?q=Eyriehouse');
  expect(found.places.filter(({ own }) => own)).toHaveLength(10);
  await fetch(`${desk.url}/people`);
  await ana.get(desk, '/api/v1/people');
  const bounce = sink.mails[0];
  const dsn = [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${bounce?.to[0]}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 no mailbox ${bounce?.to[0]}`,
    '',
    '--b',
    'Content-Type: message/rfc822-headers',
    '',
    `Message-ID: <${bounce?.messageId}>`,
    '',
    '--b--',
    '',
  ].join('\r\n');
  expect((await ana.post(desk, '/api/v1/receipts?channel=mail', dsn)).status).toBe(201);
  const { notices } = await ana.get<{ notices: unknown[] }>(desk, '/api/v1/notices?limit=200');
  expect(notices.length).toBe(50);

  const backup = join(folder.folder, 'canary.backup');
  expect((await folder.run(['backup', backup])).code).toBe(0);
  expect(await desk.stop()).toBe(0);

  const kept = filesIn(folder.env['TOCSIN_DATA'] ?? '').map((name) => ({ name, bytes: readFileSync(name) }));
  expect(kept.length).toBeGreaterThan(900);
  const other = [
    { name: 'log', bytes: Buffer.from(desk.errors()) },
    { name: 'printed', bytes: Buffer.from(printed) },
    { name: 'backup', bytes: gunzipSync(readFileSync(backup).subarray(magic.length, -closingLength)) },
  ];
  expect(leaks([...kept, ...other])).toEqual([]);
  // The search itself must be able to find: the alert's own words stand in the clear, and the mails hold what the desk must not.
  expect(kept.some(({ bytes }) => bytes.includes('Sample Water Office'))).toBe(true);
  expect(
    leaks([{ name: 'mails', bytes: Buffer.from(JSON.stringify([sink.mails, canaries, places])) }]).length,
  ).toBeGreaterThan(10);
});

/** One warning that truly arrives: posted, vouched for, matched, sent, taken; and all those that must not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write as writeCap } from '../../src/core/cap/index.ts';
import type { CapAlert } from '../../src/core/cap/model.ts';
import { makeAlert, makeArea, makeInfo, referenceTo, square, stamp } from '../make.ts';
import { databaseSettings, describeJourney } from './database.ts';
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

interface NoticeJson {
  readonly person: string;
  readonly kind: string;
  readonly alert: string;
  readonly why: readonly { code: string }[];
  readonly deliveries: readonly { channel: string; state: string }[];
  readonly receipts: readonly { kind: string; words: string }[];
}

const now = Date.now();
const iso = (ms: number): string => `${new Date(now + ms).toISOString().slice(0, 19)}-00:00`;
const minute = 60_000;
let number = 0;

/** An alert sent a minute ago that ends in an hour, around Kabul's river. */
const alert = (part: Partial<CapAlert> = {}, info: Parameters<typeof makeInfo>[0] = {}): CapAlert =>
  makeAlert({
    identifier: `flood-${++number}`,
    sent: stamp(iso(-minute)),
    infos: [makeInfo({ expires: stamp(iso(60 * minute)), ...info })],
    ...part,
  });

const inside = Array.from({ length: 40 }, (_, i) => ({
  id: `in-${i}`,
  name: `Inside ${i}`,
  role: `Team ${i}`,
  email: `in-${i}@people.example`,
  lat: 34.42 + 0.004 * i,
  lon: 69.2,
}));
const outside = [
  { id: 'east', name: 'East', role: 'Driver', email: 'east@people.example', lat: 34.5, lon: 69.4 },
  { id: 'far', name: 'Far', role: 'Office', email: 'far@people.example', lat: -34.5, lon: 69.2 },
  { id: 'lost', name: 'Lost', role: 'Nurse', email: 'lost@people.example' },
  {
    id: 'old',
    name: 'Old',
    role: 'Guard',
    email: 'old@people.example',
    lat: 34.5,
    lon: 69.2,
    positionAt: '2020-01-01T00:00:00Z',
  },
  {
    id: 'gone',
    name: 'Gone',
    role: 'Guest',
    email: 'gone@people.example',
    lat: 34.5,
    lon: 69.2,
    to: '2020-01-01T00:00:00Z',
  },
];

describeJourney('one warning', () => {
  let sink: MailSink;
  let folder: DeskFolder;
  let ana: Operator;
  let desk: Desk;

  beforeAll(async () => {
    sink = await mailSink();
    folder = deskFolder({ ...(await databaseSettings()), TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
    ana = await withOperator(folder);
    const imported = await folder.run(['watch', 'import', '-'], csv([...inside, ...outside]));
    expect(imported.stdout).toBe('45 rows: 45 new, 0 changed, 0 as known, 0 left out.\n');
    desk = await folder.start();
  });
  afterAll(async () => {
    expect(await desk?.stop()).toBe(0);
    await sink?.close();
    folder?.remove();
  });

  const post = async (one: CapAlert): Promise<string> => {
    const { status, id } = await ana.report(desk, writeCap(one));
    expect(status).toBe(201);
    return id;
  };
  const confirm = async (id: string): Promise<void> => {
    expect((await ana.post(desk, `/api/v1/alerts/${id}/confirm`)).status).toBe(200);
  };
  const notices = async (id: string): Promise<readonly NoticeJson[]> =>
    (await ana.get<{ notices: NoticeJson[] }>(desk, `/api/v1/notices?alert=${id}&limit=200`)).notices;
  const page = async (path: string): Promise<string> => (await fetch(`${desk.url}${path}`)).text();
  /** A second warning far from everybody but one: when it has arrived, whatever came before has been decided. */
  const settled = async (): Promise<void> => {
    const marker = alert({}, { areas: [makeArea(square(-34.5, 69.2, 0.1))] });
    const before = sink.mails.length;
    await confirm(await post(marker));
    await sink.until((mails) => mails.slice(before).some(({ to }) => to.includes('far@people.example')));
  };

  test('nobody hears of it before an operator vouches for it; then exactly those inside do, each alone', async () => {
    const id = await post(alert());
    await settled();
    expect(await notices(id)).toEqual([]);
    expect(await page('/')).toContain('nobody has vouched for');
    const before = sink.mails.length;
    await confirm(id);
    await sink.until((mails) => mails.length >= before + 40);
    expect(await page('/')).not.toContain('nobody has vouched for');
    await settled();
    const mails = sink.mails.slice(before).filter(({ to }) => !to.includes('far@people.example'));
    expect(mails.map(({ to }) => to.join()).toSorted()).toEqual(inside.map(({ email }) => email).toSorted());
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(40);
    for (const { raw, to } of mails) {
      expect(raw).toMatch(/River bank/);
      expect(inside.filter(({ email }) => raw.includes(email)).map(({ email }) => email)).toEqual(to);
    }
    const told = await notices(id);
    expect(told).toHaveLength(40);
    expect(told.every(({ why, receipts }) => why[0]?.code === 'inside' && receipts[0]?.kind === 'accepted')).toBe(true);
    const html = await page(`/alerts/${id}`);
    for (const role of ['Team 0', 'Team 39', 'Driver', 'Nurse', 'Guard', 'Guest']) expect(html).toContain(role);
    expect(html).not.toContain('people.example');
    expect(html).not.toContain('Inside 3');
  });

  test('a circle tells those within it', async () => {
    const areas = [makeArea({ kind: 'circle', center: { lat: 34.5, lon: 69.4 }, radiusMeters: 500 })];
    const id = await post(alert({}, { areas }));
    const before = sink.mails.length;
    await confirm(id);
    await sink.until((mails) => mails.length > before);
    await settled();
    expect((await notices(id)).map(({ person }) => person)).toEqual(['east']);
  });

  test('expired, Exercise, without an area, by geocode only: nobody, and the page says why', async () => {
    const cases: readonly (readonly [CapAlert, RegExp])[] = [
      [alert({ sent: stamp(iso(-90 * minute)) }, { expires: stamp(iso(-minute)) }), /expired|ended/i],
      [alert({ status: 'Exercise' }), /exercise/i],
      [alert({ status: 'Test' }), /test/i],
      [alert({}, { areas: [] }), /no area/i],
      [
        alert({}, { areas: [makeArea(null, { geocodes: [{ valueName: 'NUTS3', value: 'XX1' }] })] }),
        /shape|placed|resolve/i,
      ],
    ];
    for (const [one, why] of cases) {
      const id = await post(one);
      await confirm(id);
      await settled();
      expect(await notices(id)).toEqual([]);
      expect(await page(`/alerts/${id}`)).toMatch(why);
    }
  });

  test('an update tells what changed; a cancel ends it for those who were told; a cancelled one tells nobody new', async () => {
    const areas = [makeArea({ kind: 'circle', center: { lat: 34.5, lon: 69.4 }, radiusMeters: 500 })];
    const first = alert({}, { areas });
    const to = (email: string) => sink.mails.filter((mail) => mail.to.includes(email));
    const heard = to('east@people.example').length;
    await confirm(await post(first));
    await sink.until(() => to('east@people.example').length === heard + 1);
    const second = alert({ msgType: 'Update', references: [referenceTo(first)] }, { areas, severity: 'Extreme' });
    await confirm(await post(second));
    await sink.until(() => to('east@people.example').length === heard + 2);
    const cancel = alert({ msgType: 'Cancel', references: [first, second].map(referenceTo) }, { areas });
    await confirm(await post(cancel));
    await sink.until(() => to('east@people.example').length === heard + 3);
    const [one, two, three] = to('east@people.example')
      .slice(heard)
      .map(({ raw }) => raw);
    expect(one).toMatch(/^Subject: (?!.*(cancel|update))/im);
    expect(two).toMatch(/what changed/i);
    expect(three).toMatch(/^Subject:.*cancel/im);
    await folder.run(
      ['watch', 'import', '-'],
      csv([{ id: 'late', name: 'Late', email: 'late@people.example', lat: 34.5, lon: 69.4 }]),
    );
    await settled();
    const late = to('late@people.example').map(({ raw }) => raw);
    for (const ended of [first, second, cancel]) expect(late.join()).not.toContain(`Identifier: ${ended.identifier}\n`);
  });

  test('broken input is a finding and a 4xx, and the desk goes on', async () => {
    const bytes = new Uint8Array(50 * 2 ** 20).fill(120);
    const cases: readonly (readonly [Uint8Array | string, number])[] = [
      ['', 400],
      [new Uint8Array([0, 255, 1, 254, 2]), 422],
      ['<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>', 422],
      ['<!DOCTYPE alert [<!ENTITY a "b">]><alert/>', 422],
      ['<html/>', 422],
      [bytes, 413],
    ];
    for (const [body, expected] of cases) {
      const { status, json } = await ana.post(desk, '/api/v1/reports?source=cap-file', body);
      expect({ status, findings: (json['findings'] as unknown[]).length > 0 }).toEqual({
        status: expected,
        findings: true,
      });
    }
    await settled();
  });

  test('a form on another site can’t post here, nor a name that points here', async () => {
    const id = await post(alert());
    const path = `${desk.url}/api/v1/alerts/${id}/confirm`;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {
        origin: desk.url.replace('127.0.0.1', 'evil.example'),
        host: desk.url.replace('http://127.0.0.1', 'evil.example'),
      },
      {},
    ]) {
      const { status } = await fetch(path, { method: 'POST', headers: headers as Record<string, string> });
      expect([401, 403, 421]).toContain(status);
    }
    await settled();
    expect(await notices(id)).toEqual([]);
  });

  test('a second Tocsin on the folder is refused in one sentence; a command works beside the first', async () => {
    const second = await folder.run(['serve']);
    expect(second.code).toBe(3);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toMatch(/another Tocsin|is held|in use/i);
    const id = await post(alert());
    const before = sink.mails.length;
    const confirmed = await folder.run(['confirm', id, '--by', 'Ana']);
    expect(confirmed).toMatchObject({ code: 0, stdout: expect.stringContaining('confirmed by Ana') });
    await sink.until((mails) => mails.length >= before + 40);
  });
});

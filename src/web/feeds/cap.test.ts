/** The CAP that a feed leads to: as it came, or in the desk's own name. */
import { describe, expect, test } from 'vitest';
import { makeArea, makeInfo, referenceTo } from '../../../test/make.ts';
import { type CapAlert, check, read, write } from '../../core/cap/index.ts';
import type { AlertView } from '../../core/model.ts';
import type { WebDeps } from '../deps.ts';
import { bytesOf, holding, said, warning } from './held.fixture.ts';

describe('the CAP of an alert', () => {
  const alone = (text: string, view: AlertView) => holding([view], { bytes: async () => bytesOf(text) });

  test('is the very bytes of a document that is this alert', async () => {
    const view = warning(1);
    const text = `<?xml version="1.0"  encoding='UTF-8'?><!-- theirs -->\n${write(view.alert).slice(39)}<!-- end -->`;
    const answer = await alone(text, view).ask(`/feeds/cap/${view.id}.xml`);
    expect(await answer.text()).toBe(text);
  });

  test('is the element itself where others stand beside it', async () => {
    const [view, other] = [warning(1), warning(2)];
    const own = write(view.alert).slice(39).trim();
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="text/xml">${write(other.alert).slice(39)}</content></entry><entry><content type="text/xml">${own}</content></entry></feed>`;
    const answer = await alone(text, view).ask(`/feeds/cap/${view.id}.xml`);
    expect(await answer.text()).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${own}\n`);
  });

  test('is written anew, without a signature that could not hold, where it leans on what is around it', async () => {
    const view = warning(1);
    const element = write(view.alert)
      .slice(39)
      .trim()
      .replace(' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', '')
      .replace(/<(\/?)/g, '<$1c:');
    const signed = element.replace(
      '</c:alert>',
      '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/></c:alert>',
    );
    const text = `<wrap xmlns:c="urn:oasis:names:tc:emergency:cap:1.2">${signed}</wrap>`;
    const [asRead] = read(bytesOf(text)).alerts;
    const held = alone(text, { ...view, alert: asRead as CapAlert });
    const answer = await (await held.ask(`/feeds/cap/${view.id}.xml`)).bytes();
    expect(read(answer).alerts.map(said)).toEqual([said(view.alert)]);
    expect(new TextDecoder().decode(answer)).not.toContain('Signature');
  });

  test('stands in an entry with a style sheet when a browser opens it, signed or not', async () => {
    const view = warning(1);
    const assets = [{ path: '/assets/feed-0123456789ab.css', type: 'text/css', body: new Uint8Array() }];
    const headers = { 'sec-fetch-dest': 'document' };
    const path = `/feeds/cap/${view.id}.xml`;
    const opened = await holding([view], { assets }).ask(path, { headers });
    expect(opened.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(opened.headers.get('vary')).toBe('Sec-Fetch-Dest');
    const shown = await opened.text();
    expect(shown).toContain('<?xml-stylesheet type="text/css" href="/assets/feed-0123456789ab.css"?>');
    expect(read(bytesOf(shown)).alerts.map(said)).toEqual([said(view.alert)]);
    const text = write(view.alert).replace(
      '</alert>',
      '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></alert>',
    );
    const [asRead] = read(bytesOf(text)).alerts;
    const signed = holding([{ ...view, alert: asRead as CapAlert }], { assets, bytes: async () => bytesOf(text) });
    const shownSigned = await (await signed.ask(path, { headers })).text();
    expect(shownSigned).toContain(`<content type="application/cap+xml">${text.slice(39).trim()}</content>`);
    expect(shownSigned).toContain(`<a href="http://localhost:8080${path}?as=came">`);
    const saved = await signed.ask(`${path}?as=came`, { headers });
    expect(saved.headers.get('content-disposition')).toContain('attachment');
    expect(await saved.text()).toBe(text);
    expect(await (await signed.ask(path)).text()).toBe(text);
  });
});

describe('of words that did not come as CAP', () => {
  const part = {
    family: 'attack',
    place: 'KBL',
    scope: 'point',
    level: null,
    instructions: [],
    words: { text: '', start: 0, end: 0, zone: 'body', value: null },
  } as const;
  const advice = {
    issuer: 'US',
    office: 'Sample Embassy, Kabul',
    series: 's',
    issued: null,
    audience: null,
    trend: null,
    parts: [part],
  };
  const circle = makeArea(
    { kind: 'circle', center: { lat: 34.56, lon: 69.21 }, radiusMeters: 5000 },
    { areaDesc: 'Kabul airport' },
  );
  const notice = (n: number, alert: Partial<CapAlert> = {}, view: Partial<AlertView> = {}) =>
    warning(
      n,
      {
        identifier: `notice-${n}`,
        sender: 'embassy@sample.example',
        sent: { text: '2026-07-28T06:00:00.500Z', at: Date.parse('2026-07-28T06:00:00.500Z') },
        infos: [
          makeInfo({
            expires: { text: '2026-07-29T12:00:00.200Z', at: Date.parse('2026-07-29T12:00:00.200Z') },
            web: 'no address',
            areas: [circle],
          }),
        ],
        ...alert,
      },
      { advice, ...view },
    );
  const first = notice(1, {}, { state: 'superseded', enders: ['a-0000000000000002'] });
  const second = notice(2, { msgType: 'Update', references: [referenceTo(first.alert)] });

  const capOf = async (held: readonly AlertView[], id: string, more: Partial<WebDeps> = {}) => {
    const bytes = await (await holding(held, more).ask(`/feeds/cap/${id}.xml`)).bytes();
    const [checked] = check(bytes).alerts;
    expect(checked?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid', spec: 'valid' });
    expect(checked?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return read(bytes).alerts[0] as CapAlert;
  };

  test('the desk speaks for itself and names who said it', async () => {
    const alert = await capOf([second], second.id);
    expect(alert.sender).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(alert).toMatchObject({
      identifier: second.id,
      status: 'Actual',
      msgType: 'Alert',
      source: 'Sample Embassy, Kabul: notice-2, embassy@sample.example',
    });
    expect(alert.note).toContain('which did not issue it as CAP');
    expect(alert.sent.text).toBe('2026-07-28T06:00:00-00:00');
    const [info] = alert.infos;
    expect(info?.senderName).toBe('Sample Water Office, as read by Relief desk, Kabul');
    expect(info?.expires?.text).toBe('2026-07-29T12:00:01-00:00');
    expect(info?.web).toBeNull();
    expect(info?.areas[0]?.areaDesc).toBe('Kabul airport (circle drawn by Relief desk, Kabul; the issuer drew none)');
    expect(info?.instruction).toBe('Leave the river bank now.');
  });

  test('an update names what the desk passed on before, by its own names', async () => {
    const before = await capOf([{ ...first, state: 'in-force' }], first.id);
    const after = await capOf([first, second], second.id);
    expect(after.msgType).toBe('Update');
    expect(after.references).toEqual([referenceTo(before)]);
  });

  test('everything in a drill is an exercise, and nobody’s name is under it but the desk’s', async () => {
    const real = warning(3);
    const held = [real, second];
    for (const view of held) {
      const alert = await capOf(held, view.id, { desk: 'drill' });
      expect(alert.status).toBe('Exercise');
      expect(alert.sender).toMatch(/^urn:uuid:/);
      expect(alert.note).toContain('Exercise');
      expect(alert.infos[0]?.headline).toMatch(/^EXERCISE, not real: /);
    }
    const { ask } = holding(held, { desk: 'drill' });
    const marks = async (path: string, element: RegExp) =>
      ((await (await ask(path)).text()).match(element) ?? []).map((one) => one.includes('>EXERCISE, not real: '));
    expect(await marks('/feeds/alerts.atom', /<title[^>]*>[^<]*/g)).toEqual([true, true, true]);
    expect(await marks('/feeds/alerts.atom', /<summary[^>]*>[^<]*/g)).toEqual([true, true]);
    // The first is the desk.
    expect(await marks('/feeds/alerts.atom', /<name>[^<]*/g)).toEqual([false, true, true]);
    expect(await marks('/feeds/alerts.rss', /<item>\s*<title>[^<]*/g)).toEqual([true, true]);
    expect((await marks('/feeds/alerts.rss', /<description>[^<]*/g)).slice(1)).toEqual([true, true]);
    expect(
      await marks(`/feeds/cap/${real.id}.xml`, /<(event|headline|description|instruction|senderName)>[^<]*/g),
    ).toEqual([true, true, true, true, true]);
  });

  test('a map of a drill marks every word it may show, and bears no name but the desk’s', async () => {
    const real = warning(3);
    const held = [real, second];
    const geo = (await (await holding(held, { desk: 'drill' }).ask('/feeds/alerts.geojson')).json()) as {
      exercise: boolean;
      title: string;
      features: { properties: Record<string, unknown> }[];
    };
    expect(geo).toMatchObject({ exercise: true, title: expect.stringContaining('EXERCISE') });
    expect(geo.features).toHaveLength(2);
    for (const [n, { properties }] of geo.features.entries()) {
      expect(properties).toMatchObject({ status: 'Exercise', sender: expect.stringMatching(/^urn:uuid:/) });
      expect(held.map(({ id }) => id)).toContain(properties.identifier);
      for (const name of ['title', 'event', 'headline', 'description', 'instruction', 'senderName'])
        expect(properties[name], `${n} ${name}`).toMatch(/^EXERCISE, not real: \S/);
    }
    expect(JSON.stringify(geo)).not.toContain(real.alert.sender);
    expect(JSON.stringify(geo)).not.toContain(real.alert.identifier);
  });

  test('a map of what came in prose names the desk, as its CAP does', async () => {
    const geo = (await (await holding([second]).ask('/feeds/alerts.geojson')).json()) as {
      features: { properties: Record<string, unknown> }[];
    };
    const alert = await capOf([second], second.id);
    expect(geo.features.map(({ properties }) => properties)).toMatchObject([
      { sender: alert.sender, identifier: alert.identifier, sent: alert.sent.text, ours: true, status: 'Actual' },
    ]);
  });
});

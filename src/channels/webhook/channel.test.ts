import { describe, expect, it } from 'vitest';
import type { Envelope } from '../channel.ts';
import { caseAlert, caseEnvelope, caseInfo, caseNotice, everyKind } from '../contract-cases.ts';
import { webhook } from './channel.ts';

const address = 'https://hooks.people.example/ana';
function render(envelope: Envelope) {
  const request = webhook.render(envelope, {});
  if (request.via !== 'http') throw new Error('a webhook goes by HTTP');
  return request;
}
const bodyOf = (envelope: Envelope) => JSON.parse(render(envelope).body ?? '');

describe('a webhook', () => {
  it('is a signed POST of JSON, whose id is the notice’s', () => {
    expect(render(caseEnvelope(address))).toMatchObject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/json' },
      sign: { scheme: 'standard-webhooks', id: 'n-0123456789abcdef0123456789abcdef-webhook' },
    });
  });

  it('has another id with other notices beside it, whatever their order', () => {
    const beside = (digit: string): Envelope => ({
      ...caseEnvelope(address),
      notice: { ...caseEnvelope(address).notice, id: `n-${digit.repeat(32)}` },
    });
    const idWith = (...also: Envelope[]) => render({ ...caseEnvelope(address), also }).sign?.id;
    const ids = [idWith(), idWith(beside('a')), idWith(beside('b')), idWith(beside('a'), beside('b'))];
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toMatch(/^n-0123456789abcdef0123456789abcdef\.[0-9a-f]{8}-webhook$/);
    expect(idWith(beside('b'), beside('a'))).toBe(ids[3]);
  });

  it('says all of the notice', () => {
    expect(bodyOf(caseEnvelope(address))).toEqual({
      type: 'notice.alert',
      timestamp: '2026-03-02T06:01:00.000Z',
      data: {
        notice: 'n-0123456789abcdef0123456789abcdef',
        kind: 'alert',
        drill: false,
        person: 'w-1',
        urgent: true,
        do: 'shelter',
        why: [{ code: 'inside', info: 0, area: 0, shape: 'circle' }],
        changes: [],
        wording: null,
        alert: {
          identifier: 'smoke-1',
          sender: 'fire.town.example',
          sent: '2026-03-02T06:00:00+00:00',
          status: 'Actual',
          msgType: 'Alert',
          issuer: 'Town Fire Office',
          language: 'en',
          event: 'Smoke',
          severity: 'Severe',
          urgency: 'Immediate',
          certainty: 'Observed',
          headline: 'Toxic smoke from a burning depot',
          description: 'The wind carries it east.',
          instruction: 'Go inside and close the windows.',
          areaDesc: 'Quarry Lane',
          onset: null,
          expires: '2026-03-02T12:00:00+00:00',
          note: null,
          advice: null,
        },
        also: [],
        before: null,
      },
    });
  });

  it('says the other warnings of its letter beside the gravest', () => {
    const other = caseEnvelope(address, {
      alert: caseAlert({ identifier: 'flood-1', infos: [caseInfo({ event: 'Flood', responseTypes: ['Avoid'] })] }),
      notice: caseNotice({ id: 'n-2', urgent: false }),
    });
    const { data } = bodyOf(caseEnvelope(address, { also: [other] }));
    expect(data.also).toMatchObject([
      { notice: 'n-2', urgent: false, do: 'avoid', alert: { identifier: 'flood-1', event: 'Flood' } },
    ]);
    expect(data.do).toBe('shelter');
  });

  it('carries what advice states beside its alert, and whose circle it is', () => {
    const why = [{ code: 'inside', info: 0, area: 0, shape: 'circle', ours: { radiusMeters: 5000 } }] as const;
    const words = { text: 'Do not travel', start: 0, end: 13, zone: 'body' };
    const level = { ...words, value: 4 as const };
    const part = { family: 'advice', place: 'AF', scope: 'whole' as const, instructions: [] };
    const advice = {
      ...{ issuer: 'AU', office: 'DFAT', series: 's', audience: null, trend: null },
      issued: { ...words, text: '26 Aug 2021', value: '2021-08-26' },
      parts: [{ ...part, level, words: { ...words, value: null } }],
    };
    const { alert, why: reasons } = bodyOf(caseEnvelope(address, { advice, notice: caseNotice({ why }) })).data;
    expect(alert.advice).toEqual({ level: 4, scope: 'whole', words: 'Do not travel', issued: '26 Aug 2021' });
    expect(reasons).toEqual(why);
  });

  it('says of an update what is worded otherwise', () => {
    const before = caseAlert({ infos: [caseInfo({ event: 'Fire', description: 'It burns.' })] });
    const envelope = caseEnvelope(address, { before, notice: caseNotice({ kind: 'update', changes: ['words'] }) });
    const { wording } = bodyOf(envelope).data;
    expect(wording).toEqual({
      event: { was: 'Fire', now: 'Smoke' },
      headline: null,
      certainty: null,
      added: ['The wind carries it east.'],
      gone: ['It burns.'],
    });
  });

  it('has a type for each kind, and no instruction once the warning is over for them', () => {
    const bodies = everyKind(address).map(bodyOf);
    expect(bodies.map(({ type, data }) => [type, data.do])).toEqual([
      ['notice.alert', 'shelter'],
      ['notice.update', 'shelter'],
      ['notice.left', null],
      ['notice.cancel', null],
      ['notice.cancel', null],
      ['notice.wake', undefined],
    ]);
    expect(bodies[3].data.before).toEqual({
      identifier: 'smoke-0',
      sender: 'fire.town.example',
      sent: '2026-03-02T06:00:00+00:00',
      event: 'Smoke',
      areaDesc: 'Quarry Lane',
    });
    expect(bodies[5].data).toEqual({ notice: caseNotice().id, kind: 'wake', sentence: 'A person must look.' });
  });

  it('says where words were cut', () => {
    const alert = caseAlert({ infos: [caseInfo({ instruction: 'Go inside. '.repeat(1000) })] });
    expect(bodyOf(caseEnvelope(address, { alert })).data.alert.instruction).toMatch(/Go inside\. \[…\]$/);
  });

  it.each([
    address,
    'http://localhost:8080/x',
    'http://127.0.0.1/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.0.9/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://relay:8080/',
  ])('may go to %s as far as its form says', (to) => {
    expect(webhook.checkAddress(to)).toBeNull();
  });

  it.each(['http://172.32.0.1/', 'http://11.0.0.1/', 'http://example.org/', 'http://[2620:fe::fe]/'])(
    'may not go to %s without TLS',
    (to) => {
      expect(webhook.checkAddress(to)).toMatch(/https/);
    },
  );
});

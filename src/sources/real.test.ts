/**
 * Real notices and advice, where the folder with them is at hand; it is no part of this repository. The expectations were written by hand
 * from the documents.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceById } from './index.ts';
import type { SourceReading } from './source.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const there = existsSync(join(data, 'feeds/us-embassy'));
const note = there ? '' : ' (skipped: no ../shared/data here)';

function read(source: string, path: string): SourceReading {
  const bytes = new Uint8Array(readFileSync(join(data, path)));
  const plugIn = sourceById(source);
  if (!plugIn) throw new Error(`no source ${source}`);
  return plugIn.parse(bytes, { url: null, type: null, fetchedAt: Date.parse('2021-08-29T00:00:00Z') });
}

function notice(path: string) {
  const { alerts } = read('us-embassy', path);
  expect(alerts).toHaveLength(1);
  const [one] = alerts;
  const parts = one?.advice?.parts.map(({ family, scope, instructions }, number) => {
    const areas = one.alert.infos[number]?.areas.map(({ areaDesc }) => areaDesc).join(', ');
    return `${family} ${scope} ${[...new Set(instructions.map(({ value }) => value))].join(' ')} (${areas})`;
  });
  const { office, audience, issued, issuer } = one?.advice ?? {};
  const event = one?.alert.infos[0]?.event;
  return { issuer, office, audience: audience?.text ?? null, issued: issued?.value ?? null, event, parts };
}

describe.skipIf(!there)(`real embassy notices${note}`, () => {
  const gates = 'Abbey Gate, East Gate, North Gate';
  test('of 25 August 2021, without title', () => {
    expect(notice('kabul-2021/us-embassy-kabul-2021-08-25.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy', audience: 'U.S. citizens', issued: null },
      event: 'Because of security threats outside the gates of Kabul airport',
      parts: [`attack point leave (${gates})`, 'attack point avoid prepare monitor (Kabul airport)'],
    });
  });

  test('of 26 August 2021', () => {
    expect(notice('kabul-2021/us-embassy-kabul-2021-08-26.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy', audience: 'U.S. citizens', issued: null },
      event: 'EXPLOSION AT THE ABBEY GATE OF KABUL AIRPORT, REPORTS OF GUNFIRE',
      parts: [`attack point leave (${gates})`, 'attack point avoid prepare monitor (Kabul airport)'],
    });
  });

  test('of 28 August 2021: the named gates are inside of what is to be left', () => {
    expect(notice('kabul-2021/us-embassy-kabul-2021-08-28.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy', audience: 'U.S. citizens', issued: null },
      event: 'Due to a specific, credible threat, all U.S. citizens in the vicinity of Kabul airport (HKIA)',
      parts: ['attack point leave avoid prepare monitor (Kabul airport)'],
    });
  });

  test('Lisbon 2018', () => {
    expect(notice('feeds/us-embassy/demonstration-alert-lisbon-2018-04-19.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. mission, Lisbon', audience: 'U.S. Citizens', issued: null },
      event: 'Demonstration on events in Syria expected to take place on April 19, 2018 beginning at 6:00 p.m.',
      parts: [
        'unrest part avoid monitor (Announced gathering point includes, but is not limited to, Largo Camões in the Chiado neighborhood of Lisbon.)',
      ],
    });
  });

  test('Oslo 2018', () => {
    expect(notice('feeds/us-embassy/demonstration-alert-oslo-2018-08-17.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy Oslo', audience: 'U.S. citizens', issued: '2018-08-17' },
      event: 'A demonstration is expected to take place on Friday, August 17, 2018, from 14:00-15:00',
      parts: [
        'unrest part avoid prepare monitor (The Turkish Embassy in Oslo, located at Halvdan Svartes gate 5, near Frogner Park)',
      ],
    });
  });

  test('Islamabad 2018', () => {
    expect(notice('feeds/us-embassy/security-alert-islamabad-2018-11-08.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy Islamabad', audience: 'U.S. citizens', issued: '2018-11-08' },
      event:
        'The U.S. Embassy in Islamabad reminds U.S. citizens that terrorist groups continue plotting possible attacks in…',
      parts: ['attack part avoid prepare monitor (Islamabad, Pakistan)'],
    });
  });

  test('Islamabad 2019', () => {
    expect(notice('feeds/us-embassy/security-alert-islamabad-2019-09-06.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy Islamabad', audience: null, issued: null },
      event:
        'Large processions in and around Islamabad and Rawalpindi are expected from September 8 through September 11',
      parts: ['unrest part avoid monitor (Islamabad, Pakistan)'],
    });
  });

  test('Islamabad 2020, for the whole country', () => {
    expect(notice('feeds/us-embassy/travel-alert-islamabad-2020-11-10.txt')).toEqual({
      ...{ issuer: 'US', office: 'U.S. Embassy Islamabad', audience: 'U.S. citizens', issued: '2020-11-10' },
      event:
        'The U.S. Embassy in Islamabad reminds U.S. citizens crimes can occur anywhere and to always remain alert and exercise…',
      parts: ['crime whole monitor (Pakistan)'],
    });
  });
});

describe.skipIf(!there)(`real travel advice${note}`, () => {
  test('Smartraveller’s whole export: a level for each destination but the one without advice', () => {
    const { alerts, findings } = read('smartraveller', 'feeds/au-smartraveller/destinations-export.json');
    const whole = alerts.flatMap(({ advice }) => advice?.parts.filter(({ scope }) => scope === 'whole') ?? []);
    const count = (value: number): number => whole.filter(({ level }) => level?.value === value).length;
    expect([alerts.length, count(1), count(2), count(3), count(4)]).toEqual([179, 65, 74, 11, 29]);
    expect(findings.filter(({ code }) => code === 'smartraveller.level.unknown')).toEqual([]);
    expect(new Set(alerts.map(({ advice }) => advice?.series)).size).toBe(179);
  });

  test('Smartraveller’s short form', () => {
    const { alerts } = read('smartraveller', 'feeds/au-smartraveller/destinations-export-sample.json');
    expect(
      alerts.map(({ advice }) => [advice?.series, advice?.parts.find(({ scope }) => scope === 'whole')?.level?.value]),
    ).toEqual([
      ['smartraveller/japan', 2],
      ['smartraveller/myanmar', 4],
      ['smartraveller/democratic-republic-congo', 3],
    ]);
  });

  test('SafeTravel’s Nepal', () => {
    const { alerts } = read('safetravel', 'feeds/nz-safetravel/nepal.html');
    expect(alerts[0]?.advice).toMatchObject({ series: 'safetravel/nepal', issued: { value: '2026-03-18' } });
    const whole = alerts[0]?.advice?.parts.find(({ scope }) => scope === 'whole');
    expect(whole).toMatchObject({
      family: 'advice',
      place: 'NP',
      level: { value: 2, text: 'Exercise increased caution' },
    });
  });

  test('GOV.UK’s examples are read, the index and the schema are not', () => {
    const folder = 'feeds/uk-fcdo';
    const read_ = readdirSync(join(data, folder)).map((file) => {
      const { alerts } = read('gov-uk', `${folder}/${file}`);
      return alerts.map(({ alert, advice }) => [advice?.series, alert.infos[0]?.expires?.at ?? null]);
    });
    expect(read_.flat().toSorted()).toEqual(
      [
        ['gov-uk/albania', null],
        ['gov-uk/albania', null],
        ['gov-uk/albania', Date.parse('2017-02-28T13:05:30Z')],
        ['gov-uk/antarctica', null],
        ['gov-uk/turkey', null],
      ].toSorted(),
    );
  });
});

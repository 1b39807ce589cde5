/** What the story's official reports are read as. The expectations were written by hand from the reports, not from the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceById } from './index.ts';
import type { SourceReading } from './source.ts';

const folder = join(import.meta.dirname, '../../assets/replay/kabul-2021');
interface Told {
  readonly file: string;
  readonly source: string;
  readonly url: string;
  readonly fetchedAt: string;
}
const story: { reports: Told[] } = JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8'));

function read(file: string): SourceReading {
  const told = story.reports.find((report) => report.file === file);
  const source = sourceById(told?.source ?? '');
  if (!told || !source) throw new Error(`The story has no ${file}`);
  const bytes = new Uint8Array(readFileSync(join(folder, 'reports', file)));
  return source.parse(bytes, { url: told.url, type: null, fetchedAt: Date.parse(told.fetchedAt) });
}

/** Each part in one line: family, place, scope, level, instructions, areas; then its words. */
const partsOf = ({ alerts }: SourceReading, number = 0): string[][] =>
  alerts[number]?.advice?.parts.map(({ family, place, scope, level, instructions, words }, part) => {
    const info = alerts[number]?.alert.infos[part];
    const values = [...new Set(instructions.map(({ value }) => value))].join(' ');
    const areas = info?.areas.map(({ areaDesc }) => areaDesc).join(', ');
    const stated = level === null ? 'no level' : `${level.value} by “${level.text}”`;
    return [`${family} ${place} ${scope}, ${stated}: ${values} (${areas}, ${info?.urgency})`, words.text];
  }) ?? [];

const gates = 'Abbey Gate, East Gate, North Gate';
const leaveTheGates =
  'U.S. citizens who are now at the Abbey Gate, the East Gate or the North Gate should leave immediately.';
const moveAway = 'If you are near the airport, move away to a safe place and wait for further advice.';

describe('the embassy', () => {
  test('on the 25th tells those at three gates to go, and the rest to keep away', () => {
    const reading = read('us-embassy-2021-08-25.rss');
    expect(partsOf(reading)).toEqual([
      [`attack KBL point, no level: leave (${gates}, Immediate)`, leaveTheGates],
      [
        'attack KBL point, no level: avoid prepare monitor (Kabul airport, Unknown)',
        'Because of threats to security outside the airport gates, we advise U.S. citizens not to travel to the airport and to stay away from its gates at this time, unless a representative of the U.S. government has told you personally to come.',
      ],
    ]);
    expect(reading.alerts[0]).toMatchObject({
      alert: { sent: { at: Date.parse('2021-08-25T23:00:00Z') }, infos: [{ expires: null }, { expires: null }] },
      advice: {
        ...{ issuer: 'US', office: 'U.S. Embassy Kabul', series: 'us-embassy/kabul' },
        audience: { text: 'U.S. citizens', value: 'citizens:US' },
        issued: { text: '25 Aug 2021', value: '2021-08-25' },
      },
    });
  });

  test('on the 26th changes its words and nothing else, and the older alert is still in the feed', () => {
    const [before, after] = [read('us-embassy-2021-08-25.rss'), read('us-embassy-2021-08-26.rss')];
    expect(after.alerts.map(({ alert }) => new Date(alert.sent.at ?? 0).toISOString())).toEqual([
      ...['2021-08-26T14:30:00.000Z', '2021-08-25T23:00:00.000Z'],
    ]);
    expect(partsOf(after).map(([part]) => part)).toEqual(partsOf(before).map(([part]) => part));
    expect(partsOf(after, 1)).toEqual(partsOf(before));
    expect(after.alerts.map(({ alert }) => alert.identifier)).toContain(before.alerts[0]?.alert.identifier);
    expect(after.alerts[0]?.alert.infos[0]?.event).toBe(
      'Explosion at the Abbey Gate of Kabul airport, reports of gunfire',
    );
    expect(after.alerts[0]?.alert.infos[0]?.areas).toEqual(before.alerts[0]?.alert.infos[0]?.areas);
    expect(after.reading?.document.title).toBe('Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)');
  });

  test('on the 28th tells everybody at the airport to go', () => {
    const reading = read('us-embassy-2021-08-28.txt');
    expect(partsOf(reading)).toEqual([
      [
        'attack KBL point, no level: leave avoid prepare monitor (Kabul airport, Immediate)',
        'Because of a specific and credible threat, all U.S. citizens near Kabul airport (HKIA) should leave the airport area immediately.',
      ],
    ]);
    expect(reading.alerts[0]).toMatchObject({
      alert: { sent: { at: Date.parse('2021-08-29T01:08:00Z') } },
      advice: {
        series: 'us-embassy/kabul',
        office: 'U.S. Embassy Kabul',
        issued: { text: 'August 28, 2021', value: '2021-08-28' },
      },
    });
  });
});

test('Britain', () => {
  const reading = read('uk-2021-08-25.json');
  expect(partsOf(reading)).toEqual([
    ['attack KBL point, no level: leave avoid (Kabul airport, Unknown)', moveAway],
    [
      'advice AF whole, 4 by “avoid_all_travel_to_whole_country”: avoid (Afghanistan, Unknown)',
      'The Foreign, Commonwealth & Development Office (FCDO) advises against all travel to Afghanistan.',
    ],
  ]);
  expect(reading.alerts[0]).toMatchObject({
    alert: { sent: { at: Date.parse('2021-08-25T21:30:00Z') } },
    advice: { series: 'gov-uk/afghanistan', audience: null },
  });
});

test('Australia', () => {
  const reading = read('au-2021-08-26.json');
  expect(partsOf(reading)).toEqual([
    ['attack KBL point, no level: leave avoid (Kabul airport, Unknown)', moveAway],
    ['advice AF whole, 4 by “Do not travel”: avoid (Afghanistan, Unknown)', 'Do not travel to Afghanistan.'],
  ]);
  expect(partsOf(reading, 1)).toEqual([
    [
      'advice PK whole, 3 by “Reconsider your need to travel”:  (Pakistan, Unknown)',
      'Reconsider your need to travel to Pakistan because of the volatile security situation.',
    ],
  ]);
  expect(reading.alerts.map(({ advice }) => [advice?.series, advice?.issued?.value, advice?.audience])).toEqual([
    ['smartraveller/afghanistan', '2021-08-26', null],
    ['smartraveller/pakistan', '2021-07-12', null],
  ]);
});

test('New Zealand', () => {
  const reading = read('nz-2021-08-26.html');
  expect(partsOf(reading)).toEqual([
    [
      'attack KBL point, no level: leave shelter avoid (Kabul airport, Unknown)',
      'If you are in the area of the airport, move away to a safe place and take shelter there.',
    ],
    [
      'advice AF whole, 4 by “Do not travel”: avoid (Afghanistan, Unknown)',
      'Do not travel to Afghanistan: the security situation is volatile and the threat of terrorism is very high (level 4 of 4).',
    ],
  ]);
  expect(reading.alerts[0]?.advice).toMatchObject({
    issued: { text: '27 August 2021', value: '2021-08-27' },
    audience: null,
  });
});

test('statements and articles are readings and no alerts', () => {
  const files = story.reports.filter(({ source }) => source === 'plain-text' || source === 'article');
  expect(files.length).toBeGreaterThan(5);
  for (const { file } of files) {
    const { alerts, reading } = read(file);
    expect([file, alerts, reading?.document.text === '']).toEqual([file, [], false]);
  }
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { withReceiver } from './people.ts';
import { readStory, type Story } from './story.ts';

const kabul = join(import.meta.dirname, '../../../assets/replay/kabul-2021');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Json = Record<string, unknown>;

/** A copy of the story in which something is changed. */
function changed(change: (story: Json & { reports: Json[]; moments: Json[] }, folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-story-'));
  folders.push(folder);
  cpSync(kabul, folder, { recursive: true });
  const path = join(folder, 'story.json');
  const story = JSON.parse(readFileSync(path, 'utf8'));
  change(story, folder);
  writeFileSync(path, JSON.stringify(story));
  return folder;
}

const read = (folder: string): Story => {
  const reading = readStory(folder);
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.story;
};
const faults = (folder: string): readonly string[] => {
  const reading = readStory(folder);
  return 'faults' in reading ? reading.faults : [];
};

describe('a story', () => {
  test('has its reports in order, its people of the drill space, and begins with its first report', () => {
    const story = read(kabul);
    expect(story.reports).toHaveLength(16);
    expect(story.reports[0]).toMatchObject({ file: 'president-2021-08-22.txt', trust: 'reported' });
    expect(story.reports.map(({ fetchedAt }) => fetchedAt)).toEqual(
      story.reports.map(({ fetchedAt }) => fetchedAt).toSorted((a, b) => a - b),
    );
    expect(story.start).toBe(Date.parse('2021-08-22T20:50:00Z'));
    expect(story.people).toHaveLength(40);
    expect(new Set(story.people.map(({ space }) => space))).toEqual(new Set(['drill']));
  });

  test('is another when a byte of it is', () => {
    const { hash } = read(kabul);
    const other = changed((_, folder) => writeFileSync(join(folder, 'reports', 'president-2021-08-28.txt'), 'Other.'));
    expect(read(other).hash).not.toBe(hash);
    expect(read(kabul).hash).toBe(hash);
  });

  test('sends its webhooks to the receiver that stands', () => {
    const people = withReceiver(read(kabul).people, 7140);
    const addresses = people.flatMap(({ channels }) => channels).filter(({ channel }) => channel === 'webhook');
    expect(addresses.map(({ address }) => address)).toEqual([
      'http://127.0.0.1:7140/reporter-2',
      'http://127.0.0.1:7140/driver-2',
      'http://127.0.0.1:7140/head',
    ]);
  });
});

describe('what is wrong with a story is said in a sentence', () => {
  test.each<[string, (story: Json & { reports: Json[]; moments: Json[] }) => void, string]>([
    ['title', (s) => delete s['title'], 'story.json: title must be a text.'],
    ['an unknown word', (s) => Object.assign(s, { colour: 1 }), 'story.json: it holds “colour”, which nobody reads.'],
    [
      'a time',
      (s) => Object.assign(s.reports[2] ?? {}, { fetchedAt: '2021-08-25 21:35' }),
      'story.json: reports[2].fetchedAt must be a time with an offset, such as 2021-08-26T12:00:00+04:30.',
    ],
    [
      'a source',
      (s) => Object.assign(s.reports[0] ?? {}, { source: 'rumour' }),
      'story.json: reports[0].source is no source of this desk.',
    ],
    [
      'a trust',
      (s) => Object.assign(s.reports[0] ?? {}, { trust: 'high' }),
      'story.json: reports[0].trust must be one of signed, from-origin, operator, unverified, reported.',
    ],
    [
      'a file elsewhere',
      (s) => Object.assign(s.reports[0] ?? {}, { file: '../people.csv' }),
      'story.json: reports[0].file must be the name of a file, without a folder.',
    ],
    [
      'a zone',
      (s) => Object.assign(s, { timeZone: 'Kabul' }),
      'story.json: timeZone is no time zone, such as Asia/Kabul.',
    ],
    ['no reports', (s) => Object.assign(s, { reports: [] }), 'story.json: reports must have a report.'],
    [
      'its end',
      (s) => Object.assign(s, { until: '2021-08-24T00:00:00Z', moments: [], reports: s.reports.slice(0, 1) }),
      'story.json: until must be after from.',
    ],
    [
      'a moment',
      (s) => Object.assign(s.moments[1] ?? {}, { at: '2020-01-01T00:00:00Z' }),
      'story.json: moments[1].at lies outside from and until.',
    ],
    ['a file twice', (s) => s.reports.push({ ...s.reports[0] }), 'story.json: reports[16].file stands in it twice.'],
  ])('%s', (_, change, sentence) => {
    expect(faults(changed(change))).toEqual([sentence]);
  });

  test('all of it at once', () => {
    const folder = changed((story) => {
      delete story['place'];
      Object.assign(story.reports[1] ?? {}, { url: 'nowhere' });
    });
    expect(faults(folder)).toEqual([
      'story.json: place must be a text.',
      'story.json: reports[1].url must be an address.',
    ]);
  });

  test('a file that is not there, and no story at all', () => {
    const folder = changed((_, folder) => rmSync(join(folder, 'reports', 'nz-2021-08-26.html')));
    expect(faults(folder)).toEqual([`There is no file ${join(folder, 'reports', 'nz-2021-08-26.html')}.`]);
    expect(faults(join(folder, 'none'))).toEqual([`There is no file ${join(folder, 'none', 'story.json')}.`]);
    writeFileSync(join(folder, 'story.json'), '{');
    expect(faults(folder)).toEqual([expect.stringMatching(/^story\.json is not JSON: .*\.$/)]);
    writeFileSync(join(folder, 'story.json'), '[]');
    expect(faults(folder)).toEqual(['story.json: it must hold one JSON object.']);
  });

  test('people of the live space, and a webhook that would leave the replay', () => {
    const list = (row: string) =>
      changed((_, folder) => writeFileSync(join(folder, 'people.csv'), `id,name,webhook,lat,lon,space\n${row}\n`));
    expect(faults(list('a,A,,34,69,'))).toEqual([
      'people.csv: 1 rows are not of the space drill; a story has no others.',
    ]);
    for (const address of [
      'https://hooks.example.org/a',
      'http://127.0.0.1:8080/a',
      'http://10.0.0.1/a',
      'http://localhost:0/a',
    ])
      expect(faults(list(`a,A,${address},34,69,drill`)), address).toEqual([
        'people.csv: 1 webhooks lead out of the replay; write http://127.0.0.1:0/… for its own receiver, since nothing leaves it.',
      ]);
    expect(faults(list('a,A,,34,,drill'))).toEqual([
      expect.stringMatching(/^people\.csv:2: .*lat and lon go together/),
    ]);
  });
});

/** The whole story, from the reports to the people: what the desk makes of it equals what was written by hand before the code. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, type DeskFolder, deskFolder } from './desk.ts';
import { citesIn, differences } from './kabul/compare.ts';
import { type Golden, peopleTold, type Told, toldDifferences } from './kabul/told.ts';
import { quotedCodes, quotesOn, unnumbered, walked } from './kabul/walk.ts';
import { watcher } from './kabul/watched.ts';

const root = join(import.meta.dirname, '../..');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const golden = 'test/journeys/kabul/golden';
const pictures = readdirSync(join(root, golden)).filter((name) => /^\d.*\.json$/.test(name));
const story = json<{ reports: { file: string; url: string; fetchedAt: string }[] }>(
  'assets/replay/kabul-2021/story.json',
);
const at = '2021-08-26T12:00+04:30';

interface Picture {
  readonly seq: number;
  readonly situations: readonly unknown[];
}
interface ReadReport {
  readonly id: string;
  readonly url: string;
  readonly fetchedAt: string;
  readonly document: { readonly text: string } | null;
}

const folders: DeskFolder[] = [];
const newFolder = (env: Record<string, string> = {}): DeskFolder => {
  const folder = deskFolder(env);
  folders.push(folder);
  return folder;
};
let desk: Desk;
let connections = '';
afterAll(async () => {
  await desk?.stop();
  for (const folder of folders) folder.remove();
});
beforeAll(async () => {
  const folder = newFolder();
  connections = join(folder.folder, 'connections.txt');
  const watching = join(folder.folder, 'watcher.mjs');
  writeFileSync(watching, watcher);
  writeFileSync(connections, '');
  Object.assign(folder.env, { NODE_OPTIONS: `--import=${watching}`, CONNECTIONS: connections });
  desk = await folder.start(['replay']);
}, 120_000);

const get = async <T>(path: string, from: Desk = desk): Promise<T> => {
  const answer = await fetch(`${from.url}${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
};

const reports = new Map<string, Promise<ReadReport>>();
/** Asked for once each. */
const reportOf = (id: string): Promise<ReadReport> => {
  const asked = reports.get(id) ?? get<{ report: ReadReport }>(`/api/v1/reports/${id}`).then(({ report }) => report);
  reports.set(id, asked);
  return asked;
};
/** The embassy's feed came twice from one address; the time tells which. */
const fileOf = ({ url, fetchedAt }: ReadReport): string | undefined =>
  story.reports.find((one) => one.url === url && Date.parse(one.fetchedAt) === Date.parse(fetchedAt))?.file;
const filesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const all = await Promise.all([...new Set(ids)].map(reportOf));
  return new Map(all.map((report) => [report.id, fileOf(report) ?? '']));
};

const queryOf = (name: string): string => {
  const { asked } = json<{ asked: { valid: string; recorded: string } }>(`${golden}/${name}`);
  return new URLSearchParams(asked).toString();
};
const pictureOf = (name: string, from: Desk = desk): Promise<Picture> =>
  get<Picture>(`/api/v1/situations?${queryOf(name)}`, from);

describe('the picture', () => {
  test.each(pictures)('%s', async (name) => {
    const picture = await pictureOf(name);
    const files = await filesOf(citesIn(picture).map(({ report }) => report));
    const { situations } = json<{ situations: unknown[] }>(`${golden}/${name}`);
    expect(differences({ situations }, picture, (id) => files.get(id))).toEqual([]);
  });

  test.each(pictures)('%s: every word stands where its cite says', async (name) => {
    const cites = citesIn(await pictureOf(name));
    expect(cites.length).toBeGreaterThan(0);
    for (const { report, start, end, text } of cites) {
      const { document } = await reportOf(report);
      expect(text).not.toBe('');
      if (document) expect(document.text.slice(start, end)).toBe(text);
    }
  });

  test('asked for again is the same to the byte, by its times and by its seq', async () => {
    for (const name of pictures) {
      const ask = async (query: string): Promise<string> =>
        (await fetch(`${desk.url}/api/v1/situations?${query}`)).text();
      const [first, again] = [await ask(queryOf(name)), await ask(queryOf(name))];
      expect(again).toBe(first);
      const { seq, valid } = JSON.parse(first) as { seq: number; valid: string };
      expect(await ask(new URLSearchParams({ seq: String(seq), valid }).toString())).toBe(first);
    }
  });

  test('and one situation is what the list says of it', async () => {
    const query = queryOf('2-before-the-bomb.json');
    const { situations } = await get<{ situations: { id: string }[] }>(`/api/v1/situations?${query}`);
    for (const situation of situations)
      expect(await get(`/api/v1/situations/${situation.id}?${query}`)).toMatchObject({ exercise: true, situation });
    expect((await fetch(`${desk.url}/api/v1/situations/s-0000000000000000?${query}`)).status).toBe(404);
  });
});

describe('the page of a situation and its brief', () => {
  const kept = new Map<string, Promise<string>>();
  /** Asked for once each. */
  const once = (path: string): Promise<string> => {
    const asked = kept.get(path) ?? fetch(`${desk.url}${path}`).then((answer) => answer.text());
    kept.set(path, asked);
    return asked;
  };
  const textOf = async (id: string): Promise<string> =>
    (await reportOf(id)).document?.text ?? once(`/reports/${id}/raw`);
  const paths = async (name: string): Promise<string[]> => {
    const { situations } = await get<{ situations: { id: string }[] }>(`/api/v1/situations?${queryOf(name)}`);
    return situations.flatMap(({ id }) => ['', '/brief'].map((page) => `/situations/${id}${page}?${queryOf(name)}`));
  };

  test.each(pictures)(
    '%s: every number leads to its passage, every passage to its words in the document',
    async (name) => {
      for (const path of await paths(name)) {
        const { numbers, wrong } = await walked(path, { page: once, textOf });
        expect(wrong).toEqual([]);
        expect(numbers, path).toBeGreaterThan(0);
      }
    },
  );

  test('all that a notice says stands on the page of its situation, also of gates that nobody here can place', async () => {
    const [path = ''] = await paths('6-a-new-threat.json');
    const quoted = quotesOn(await once(path));
    const read = story.reports.find(({ file }) => file === 'us-embassy-2021-08-28.txt');
    const { issuers } = (await pictureOf('6-a-new-threat.json')).situations[0] as { issuers: { report: string }[] };
    const documents = await Promise.all(issuers.map(({ report }) => reportOf(report)));
    const notice = documents.find(({ url }) => url === read?.url)?.document?.text ?? '';
    const said = notice.split(/\n+/).slice(notice.split(/\n+/).indexOf('Event:') + 1);
    const sentences = said.flatMap((line) => line.split(/(?<=\.) /)).filter((line) => line.endsWith('.'));
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((sentence) => !quoted.some((words) => words.includes(sentence)))).toEqual([]);
  });

  test.each(pictures)('%s: nothing is said without a number, and no code stands in quotation marks', async (name) => {
    for (const path of await paths(name)) {
      const page = await once(path);
      expect([path, ...unnumbered(page)]).toEqual([path]);
      expect([path, ...quotedCodes(page)]).toEqual([path]);
    }
  });
});

describe('who was told', () => {
  let told: Told;
  beforeAll(async () => {
    const { notices } = await get<Pick<Told, 'notices'>>('/api/v1/notices?limit=1000');
    const { wakes } = await get<Pick<Told, 'wakes'>>('/api/v1/wakes?limit=1000');
    const { people } = await get<Pick<Told, 'people'>>('/api/v1/people');
    const ids = [...new Set([...notices, ...wakes].flatMap(({ alert }) => alert ?? []))];
    const asked = ids.map((id) => get<{ alert: Told['alerts'][number] }>(`/api/v1/alerts/${id}`));
    const alerts = (await Promise.all(asked)).map(({ alert }) => alert);
    const files = await filesOf(alerts.map(({ report }) => report));
    told = { notices, wakes, people, alerts, fileOf: (report) => files.get(report) ?? '' };
  });

  test('exactly those listed, each with what to do, where and why', () => {
    expect(toldDifferences(json<Golden>(`${golden}/told.json`), told)).toEqual([]);
  });

  test('and nobody else was told of anything', () => {
    const { told: wanted } = json<Golden>(`${golden}/told.json`);
    const counts = wanted.flatMap(({ groups }) =>
      groups.flatMap(({ roles, of }) => Object.values(roles).map((people) => people * (of?.length ?? 1))),
    );
    expect(told.notices).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
    expect(peopleTold(told).untold).toEqual(json<Golden>(`${golden}/told.json`).untold);
  });

  test('each letter arrived, and says that it is a drill in its subject and its first line', async () => {
    const inbox = join(folders[0]?.env['TOCSIN_DATA'] ?? '', 'replay', 'inbox');
    const names = readdirSync(inbox);
    const mails = await Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => PostalMime.parse(readFileSync(join(inbox, name)))),
    );
    const by = (channel: string): number => {
      const isTaken = (delivery: { channel: string; state: string }): boolean =>
        delivery.channel === channel && delivery.state === 'accepted';
      const taken = told.notices.filter(({ deliveries }) => deliveries.some(isTaken));
      return new Set(taken.map(({ id, letter }) => letter ?? id)).size;
    };
    expect(mails).toHaveLength(by('mail') + told.wakes.length);
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^DRILL\. /);
      expect(text?.split('\n')[0]).toMatch(/^DRILL\. /);
      // These state a level for the country around the airport; only the embassy states none.
      if (/^(?!DRILL. Desk).*(?:SafeTravel|Smartraveller|Commonwealth)/.test(subject ?? '')) {
        expect(subject).toContain('advice level 4 of 4, whole country');
        expect(text?.split('ALSO WHERE YOU ARE')[0]).not.toContain('they state no level');
      }
    }
    const calls = names.filter((name) => name.endsWith('.json')).map((name) => readFileSync(join(inbox, name), 'utf8'));
    expect(calls).toHaveLength(by('webhook'));
    for (const call of calls)
      expect(JSON.parse(JSON.parse(call).body)).toMatchObject({ data: { drill: true, alert: { status: 'Exercise' } } });
    for (const { deliveries } of told.notices)
      expect(deliveries.every(({ state }) => state === 'accepted' || state === 'spared')).toBe(true);
  });
});

describe('a replay', () => {
  test('says that it is an exercise, on every answer, and lets nothing be changed', async () => {
    const [first, second] = desk.output().split('\n');
    expect(first).toMatch(/^Tocsin answers at http:\/\/127\.0\.0\.1:\d+$/);
    expect(second).toMatch(/^This is an exercise: /);
    for (const path of ['situations', 'alerts', 'people', 'notices', 'wakes', 'situations/none', 'none']) {
      const answer = await fetch(`${desk.url}/api/v1/${path}`);
      expect([path, answer.headers.get('tocsin-exercise')]).toEqual([path, '1']);
      expect(await answer.json()).toMatchObject({ exercise: true });
    }
    for (const path of ['/', '/people', '/notices', '/sign-in', '/none']) {
      const answer = await fetch(`${desk.url}${path}`);
      expect([path, answer.headers.get('tocsin-exercise')]).toEqual([path, '1']);
      expect(await answer.text()).toMatch(/exercise/i);
    }
    const post = await fetch(`${desk.url}/api/v1/reports?source=cap-file`, { method: 'POST', body: '<alert/>' });
    expect([post.status, await post.json()]).toMatchObject([
      403,
      { exercise: true, findings: [{ code: 'request.exercise' }] },
    ]);
  });

  test('reaches nobody outside this machine, and asks no name server', () => {
    const lines = readFileSync(connections, 'utf8').split('\n').filter(Boolean);
    expect(lines.some((line) => line.startsWith('to 127.0.0.1:'))).toBe(true);
    // An address that is asked for as a name is answered without asking anybody.
    const own = /^(to 127\.0\.0\.1:\d+|path \/.*\.s\.PGSQL\.\d+|name 127\.0\.0\.1)$/;
    expect(lines.filter((line) => !own.test(line))).toEqual([]);
  });

  test('stopped at a moment gives the same picture of it; cut short it is played anew, played whole it is not', async () => {
    const folder = newFolder();
    const args = ['replay', '--at', at];
    const cut = folder.begin(args);
    await new Promise<void>((seen) => {
      cut.stderr?.on('data', (chunk) => /2 of 16/.test(String(chunk)) && seen());
    });
    cut.kill('SIGINT');
    expect(await new Promise((ended) => cut.once('exit', ended))).toBe(130);
    const first = await folder.start(args);
    expect(first.errors()).toMatch(/1 of 16/);
    const name = '2-before-the-bomb.json';
    const wanted = await pictureOf(name);
    expect(await pictureOf(name, first)).toEqual(wanted);
    expect((await get<Picture>('/api/v1/situations', first)).situations).toEqual(wanted.situations);
    expect(await first.stop()).toBe(0);
    const second = await folder.start(args);
    expect(second.errors()).not.toMatch(/1 of 16/);
    expect(await pictureOf(name, second)).toEqual(wanted);
    expect(await second.stop()).toBe(0);
  });
});

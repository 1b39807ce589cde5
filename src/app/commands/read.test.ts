import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAlert } from '../../../test/make.ts';
import { type CapAlert, write as writeCap } from '../../core/cap/index.ts';
import { runCommandLine } from '../cli.ts';
import { exit } from '../line/command.ts';

const root = join(import.meta.dirname, '../../..');
const reports = join(root, 'assets/replay/kabul-2021/reports');

async function run(
  argv: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Record<string, string> } = {},
) {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine({
    ...{ argv, env, home: root, resolve },
    readFile: (path) => ({ refused: `${path} is not there.` }),
    stdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    clock: { now: () => 0, wait: () => new Promise(() => {}) },
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}

describe('tocsin read', () => {
  test('says who warns whom to do what, who says what, what is not known', async () => {
    const { code, stdout } = await run(['read', join(reports, 'us-embassy-2021-08-28.txt')]);
    expect(code).toBe(exit.done);
    expect(stdout).toContain('Who warns whom to do what\n');
    expect(stdout).toContain('US warns citizens:US, of attack');
    expect(stdout).toMatch(/^ {2}5:102 +leave, now \[Kabul airport\]: Because of a specific and credible threat/m);
    expect(stdout).toContain('What is not known\n');
  });

  test('prints JSON whose every span is in the report’s text', async () => {
    const { code, stdout } = await run(['read', '--json', join(reports, 'explainer-2021-08-26.html')]);
    const read = JSON.parse(stdout) as {
      report: { id: string; text: string; title: string; publishedAt: string };
      claims: { content: { text: string; start: number; end: number } }[];
    };
    expect(code).toBe(exit.done);
    expect(read.report).toMatchObject({
      title: 'Why governments say: keep away from Kabul airport',
      publishedAt: '2021-08-26T04:45:00.000Z',
      id: expect.stringMatching(/^r-[0-9a-f]{16}$/),
    });
    expect(Object.keys(read)).toEqual([
      ...['report', 'names', 'places', 'times', 'claims', 'warnings', 'estimates', 'events', 'relations', 'deadlines'],
      ...['unknowns', 'disagreements', 'findings'],
    ]);
    expect(read.claims.length).toBeGreaterThan(10);
    for (const { content } of read.claims)
      expect(read.report.text.slice(content.start, content.end)).toBe(content.text);
  });

  test.each([
    ['uk-2021-08-25.json', /GB warns .*Afghanistan/],
    ['au-2021-08-26.json', /AU warns /],
    ['nz-2021-08-26.html', /NZ warns .*Afghanistan/],
    ['us-embassy-2021-08-26.rss', /US warns citizens:US.*\n(?: +.*\n)*? .*leave, now \[/],
  ])('reads %s by the source whose format it has', async (file, words) => {
    const { code, stdout, stderr } = await run(['read', join(reports, file)]);
    expect([code, stderr]).toEqual([exit.done, '']);
    expect(stdout).toMatch(words);
  });

  test('a source that is named says who speaks', async () => {
    const stdin = 'Security Alert\n\nLocation: Kabul airport\n\nEvent: Leave the area immediately.\n';
    expect((await run(['read', '-'], { stdin })).stdout).toContain('Nobody named warns');
    expect((await run(['read', '--source', 'us-embassy', '-'], { stdin })).stdout).toContain('US warns');
    const wrong = await run(['read', '--source', 'gov-uk', '-'], { stdin });
    expect(wrong).toMatchObject({ code: exit.refused, stdout: '', stderr: expect.stringContaining('error') });
  });

  test('reads an alert in CAP as who warns whom to do what, in its own words', async () => {
    const { code, stdout, stderr } = await run(['read', join(reports, 'flood-2021-08-26.cap.xml')]);
    expect([code, stderr]).toEqual([exit.done, '']);
    expect(stdout).toContain(
      'Sample Met Office warns whoever reads it, of flood (“Flash flood”), at Kabul River valley around Jalalabad, Nangarhar, until 2021-08-26T13:30:00.000Z',
    );
    expect(stdout).toMatch(/avoid: Keep out of river beds\./);
  });

  test('a drill in CAP calls itself one, and what ends a warning is none', async () => {
    const text = async (alert: Partial<CapAlert>): Promise<string> =>
      (await run(['read', '-'], { stdin: writeCap({ ...makeAlert(), ...alert }) })).stdout;
    expect(await text({ status: 'Exercise' })).toMatch(/^Exercise: .*\n[\s\S]* warns /);
    const cancel = await text({
      ...{ msgType: 'Cancel', identifier: 'end' },
      references: [{ sender: 'a@b.example', identifier: 'c', sent: '2026-03-02T05:00:00+00:00' }],
    });
    expect(cancel).toMatch(/^Cancel: /);
    expect(cancel).not.toContain('warns');
  });

  test('a feed of somebody else is nobody’s warning, and data that no source knows is called so', async () => {
    const stdin = `<?xml version="1.0"?><rss version="2.0"><channel><title>World</title><item><title>News</title>
<description>Residents should leave the area immediately.</description></item></channel></rss>`;
    const { code, stdout, stderr } = await run(['read', '-'], { stdin });
    expect(code).toBe(exit.done);
    expect(stdout).not.toMatch(/(?:US|GB|AU) warns/);
    expect(stderr).toContain('no source here knows');
    const broken = await run(['read', '-'], { stdin: '{"base_path": "/foreign-travel-advice/nowhere"}' });
    expect(broken).toMatchObject({
      code: exit.refused,
      stdout: '',
      stderr: expect.stringContaining('names no country'),
    });
  });

  test('reads standard input, against a day that is named', async () => {
    const stdin = 'News\n\nThe minister said on Tuesday that Canada will finish its evacuation by Friday.\n';
    const { stdout } = await run(['read', '--json', '--date', '2021-08-26', '-'], { stdin });
    const { times } = JSON.parse(stdout) as { times: { text: string; value: string | null }[] };
    expect(times.find(({ text }) => text.includes('Tuesday'))?.value).toBe('2021-08-24');
  });

  test('takes a mark of its encoding for what it is, and nothing binary for words', async () => {
    const words = new Uint8Array([0xff, 0xfe, ...Buffer.from('News\n\nLeave the area.\n', 'utf16le')]);
    expect((await run(['read', '-'], { stdin: words })).stdout).toContain('leave: Leave the area.');
    const binary = await run(['read', '-'], { stdin: new Uint8Array([0, 1, 2, 0, 3]) });
    expect(binary).toMatchObject({ code: exit.refused, stdout: '', stderr: expect.stringContaining('binary') });
  });

  test('refuses a file without an end, and what is longer than is read', async () => {
    const endless = await run(['read', '/dev/zero']);
    expect(endless).toMatchObject({ code: exit.refused, stdout: '', stderr: expect.stringContaining('16 MiB') });
  });

  test('calms what could reorder or hide the words around it', async () => {
    const stdin = 'News\n\nThe minister said that the \u202egate is \u0007 closed.\n';
    const { stdout } = await run(['read', '-'], { stdin });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u202e\u0007]/);
  });

  test.each([
    [['read', '/no/such/file'], /can’t be read: there is no such file/],
    [['read', '--date', '26 August', '-'], /--date is a day/],
    [['read', '--date', '2021-02-30', '-'], /--date is a day/],
    [['read', '--source', 'nobody', '-'], /no source “nobody”\. There are: cap-file, us-embassy/],
    [['read'], /read needs more/],
  ])('%s is refused with the reason', async (argv, reason) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(exit.usage);
    expect(stderr).toMatch(reason);
  });
});

describe('tocsin read URL', () => {
  let server: Server;
  let host = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url !== '/page') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<title>Notice</title><h1>Notice</h1><p>Residents should stay indoors.</p>');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('fetches a page from a host that the settings name', async () => {
    const { code, stdout } = await run(['read', `http://${host}/page`], { env: { TOCSIN_PRIVATE_HOSTS: host } });
    expect(code).toBe(exit.done);
    expect(stdout).toMatch(/shelter: Residents should stay indoors\./);
  });

  test('refuses a private address that no setting names, and says what is not there', async () => {
    expect(await run(['read', `http://${host}/page`])).toMatchObject({ code: exit.usage, stdout: '' });
    const gone = await run(['read', `http://${host}/gone`], { env: { TOCSIN_PRIVATE_HOSTS: host } });
    expect(gone).toMatchObject({ code: exit.usage, stderr: expect.stringContaining('404') });
  });
});

/** tocsin check: what it prints for people, editors and programs, and what it ends with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { profileCases } from '../../core/cap/profiles/cases.ts';
import { runCommandLine } from '../cli.ts';
import { exit } from '../line/command.ts';
import { headOf } from '../line/input.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'tocsin-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  argv: readonly string[],
  { stdin = new Uint8Array(), env = {} }: { stdin?: Uint8Array; env?: Record<string, string> } = {},
) {
  const prints: string[] = [];
  let stderr = '';
  const code = await runCommandLine({
    ...{ argv: ['check', ...argv], env, home: folder, resolve },
    readFile: (path) => ({ refused: `${path} is not there.` }),
    stdin: () => Promise.resolve(stdin),
    stdout: (text) => prints.push(text),
    stderr: (text) => (stderr += text),
    clock: { now: () => 0, wait: () => new Promise(() => {}) },
    signal: new AbortController().signal,
  });
  return { code, stdout: prints.join(''), stderr, prints };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of this content; gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const exampleOf = (code: string) => {
  const example = profileCases.find((one) => one.code === code);
  if (typeof example?.bad !== 'string') throw new Error(`there is no example of ${code}`);
  return { bad: example.bad, good: example.good };
};
const { good: sound, bad: soundWithoutCode } = exampleOf('ipaws.code.missing');
const within = (inside: string): string => sound.replace('</info>', `</info>${inside}`);
const broken = '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">\n  <identifier>a</identifier>\n</wrong>\n';
const feedOf = (...alerts: readonly string[]): string => {
  const entries = alerts.map(
    (alert, i) => `<entry><id>e${i}</id><title>t</title><content type="text/xml">${alert}</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>t</title>${entries.join('\n')}</feed>`;
};

describe('tocsin check', () => {
  test('names file, line, column, code and sentence, then what to do and where the rule stands', async () => {
    const path = file('broken.xml', soundWithoutCode);
    const { code, stdout, stderr } = await run(['--profile', 'ipaws', path]);
    expect([code, stderr]).toEqual([exit.refused, '']);
    expect(stdout).toMatch(
      /^.*broken\.xml:1:1: error ipaws\.code\.missing No <code> says .*\n {4}\S.* \(CAP 1\.2 USA IPAWS.*\)\n/m,
    );
    expect(stdout).toMatch(
      /broken\.xml: XML valid, schema valid, specification valid, ipaws invalid\n1 file: 1 error, /,
    );
  });

  test('goes on after a file that is not there, and ends with what weighs most', async () => {
    const path = file('wrong.xml', broken);
    const { code, stdout, stderr } = await run(['gone.xml', path]);
    expect(code).toBe(exit.usage);
    expect(stderr).toBe(
      'tocsin: gone.xml can’t be read: there is no such file; look at its name and at the folder you stand in.\n',
    );
    expect(stdout).toMatch(/wrong\.xml:\d+:\d+: error [a-z]+\.\S+ \S.*\n/);
    expect(stdout).toMatch(
      /^gone\.xml: not read\n.*wrong\.xml: XML invalid.*\n2 files: [1-9]\d* errors?, \d+ warnings?, \d+ notes?, 1 not judged\n$/m,
    );
  });

  test('passes a sound alert, warnings or not, by several profiles', async () => {
    const path = file('sound.xml', sound);
    expect(await run([path])).toMatchObject({ code: exit.done, stderr: '' });
    expect(await run(['--profile', 'ipaws', path])).toMatchObject({ code: exit.done });
    const { code, stdout } = await run(['--profile', 'ipaws', '--profile', 'google', '--profile=wmo', path]);
    expect(code).toBe(exit.refused);
    expect(stdout).toContain('specification valid, ipaws valid, google invalid, wmo valid\n');
  });

  test('knows where countries are: latitude and longitude exchanged are told', async () => {
    const shape = '<polygon>69.1,34.5 69.1,34.6 69.2,34.6 69.1,34.5</polygon>';
    const away = sound
      .replace(/<sender>.*?<\/sender>/, '<sender>warnings@met.gov.af</sender>')
      .replace(/<polygon>.*?<\/polygon>/s, shape);
    const { stdout } = await run([file('away.xml', away)]);
    expect(stdout).toMatch(/warning cap\.polygon\.swapped .*latitude 69\.1.* AF .*latitude 34\.5/);
  });

  test('explains a code once for each file', async () => {
    const twice = sound
      .replace('<instruction>Go to higher ground now.</instruction>', '')
      .replaceAll(/<info>.*<\/info>/gs, '$&$&');
    const { stdout } = await run(['--profile', 'ipaws', file('twice.xml', twice)]);
    expect(stdout.match(/warning ipaws\.instruction\.missing/g)).toHaveLength(2);
    expect(stdout.match(/Without it people do not learn what to do/g)).toHaveLength(1);
  });

  test('groups by alert where a document has several, and judges it by the worst', async () => {
    const path = file('feed.xml', feedOf(sound, soundWithoutCode));
    const { code, stdout } = await run(['--profile', 'ipaws', path]);
    expect(code).toBe(exit.refused);
    const [first, second] = [stdout.indexOf('alert 1 of 2: flood-2024-17, from '), stdout.indexOf('alert 2 of 2: ')];
    expect(first).toBeGreaterThan(-1);
    expect(second).toBeGreaterThan(first);
    expect(stdout.indexOf('ipaws.code.missing')).toBeGreaterThan(second);
    expect(stdout).toContain('specification valid, ipaws invalid\n');
  });

  test('reads standard input, once', async () => {
    expect(await run(['-'], { stdin: bytesOf(sound) })).toMatchObject({ code: exit.done });
    const { code, stderr } = await run(['-', '-'], { stdin: bytesOf(sound) });
    expect([code, stderr]).toEqual([exit.usage, 'tocsin: - can be read once; name it once.\n']);
  });

  test.each([
    ['a folder', () => folder, exit.usage, /can’t be read: it is a folder; name the files in it\.$/m],
    ['an endless file', () => '/dev/zero', exit.usage, /\/dev\/zero is larger than 16 MiB, and is not read/],
    ['an empty file', () => file('empty.xml', ''), exit.refused, /error cap\.empty The file is empty/],
    [
      'a binary file',
      () => file('a.bin', new Uint8Array([0, 1, 2, 0])),
      exit.refused,
      /error cap\.not-xml The file is binary/,
    ],
    ['a text', () => file('a.txt', 'Leave the area.'), exit.refused, /error cap\.not-xml The file is no XML/],
  ])('%s gets a plain sentence', async (_, path, expected, words) => {
    const { code, stdout, stderr } = await run([path()]);
    expect(code).toBe(expected);
    expect(stdout + stderr).toMatch(words);
    // What the summary counts is what the code says.
    const counts =
      expected === exit.usage ? '0 errors, 0 warnings, 0 notes, 1 not judged' : '1 error, 0 warnings, 0 notes';
    expect(stdout).toMatch(/(?:: not read|no alert could be read)\n1 file: /);
    expect(stdout.endsWith(`\n1 file: ${counts}\n`)).toBe(true);
  });

  test.each([
    [
      'larger than 16 MiB',
      () => sound + ' '.repeat(17 * 2 ** 20),
      exit.usage,
      /is larger than 16 MiB[\s\S]*: not read\n/,
    ],
    [
      'too deep',
      () => within('<x>'.repeat(70) + '</x>'.repeat(70)),
      exit.usage,
      /not judged xml\.too-deep[\s\S]*: XML not read to its end; no alert could be read\n1 file: 0 errors, 0 warnings, 0 notes, 1 not judged\n$/,
    ],
    [
      'of too many elements',
      () => within('<x/>'.repeat(250_001)),
      exit.usage,
      /not judged xml\.too-many-elements[\s\S]*: XML not read to its end; no alert could be read\n1 file: 0 errors, 0 warnings, 0 notes, 1 not judged\n$/,
    ],
    [
      'of too many points',
      () => sound.replace(/<polygon>.*?<\/polygon>/s, `<polygon>${'1,1 '.repeat(50_000)}</polygon>`.repeat(21)),
      exit.usage,
      /not judged cap\.[^ ]*too-many[\s\S]*specification valid, not all of it looked at\n1 file: 0 errors, .*, 1 not judged\n$/,
    ],
    [
      'of one polygon of too many points',
      () => sound.replace(/<polygon>.*?<\/polygon>/s, `<polygon>1,1 ${'1,2 2,2 '.repeat(500_000)}1,1</polygon>`),
      exit.usage,
      /not judged cap\.polygon\.too-many-points[\s\S]*, not all of it looked at\n1 file: 0 errors, .*, 1 not judged\n$/,
    ],
    [
      'of 1,001 references',
      () =>
        sound
          .replace(/<msgType>.*?<\/msgType>/, '<msgType>Update</msgType>')
          .replace(
            '<info>',
            `<references>${Array.from({ length: 1001 }, (_, i) => `a@river.example,r${i},2024-10-01T09:00:00-07:00`).join(' ')}</references><info>`,
          ),
      exit.usage,
      /not judged cap\.references\.too-many[\s\S]*specification valid, not all of it looked at\n1 file: 0 errors, .*, 1 not judged\n$/,
    ],
    [
      'of 60 polygons past the last point that is read',
      () =>
        sound.replace(
          /<polygon>.*?<\/polygon>/s,
          `<polygon>1,1 ${'1,2 2,2 '.repeat(499_000)}1,1</polygon>${`<polygon>1,1 ${'1,2 2,2 '.repeat(1_100)}1,1</polygon>`.repeat(60)}`,
        ),
      exit.usage,
      /\n1 file: 0 errors, .*, 60 not judged\n$/,
    ],
    [
      'at a limit, and wrong',
      () => within('<x>'.repeat(70)).replace('<identifier>', '<wrong></identifier><identifier>'),
      exit.refused,
      /XML invalid/,
    ],
  ])(
    'a limit of ours is no fault of a file that is %s: what could be judged decides',
    async (name, made, expected, words) => {
      const { code, stdout, stderr } = await run([file(`${name.replaceAll(' ', '-')}.xml`, made())]);
      expect(stderr + stdout).toMatch(words);
      expect(code).toBe(expected);
    },
  );

  test('refuses a profile that nobody knows, and help names all', async () => {
    const known = 'ipaws, cap-cp, cap-au, google, wmo, meteoalarm';
    expect(await run(['--profile', 'fema', '-'])).toMatchObject({
      ...{ code: exit.usage, stdout: '' },
      stderr: `tocsin: There is no profile “fema”. There are: ${known}.\n`,
    });
    expect((await run(['--help'])).stdout.replace(/\s+/g, ' ')).toContain(known);
  });

  test('lets no words of a file move the cursor, begin a line or turn the words around them', async () => {
    const hostile = sound
      .replace('>Met<', '>\u009b2J\u202eM&#10;x:1:1: error\u200f<')
      .replace('flood-2024-17', 'a\u009b2J\u202e');
    const { stdout } = await run([file('hostile\n.xml', feedOf(hostile, hostile))]);
    expect(stdout).toMatch(/not-in-list/);
    expect(stdout).not.toMatch(/[\u009b\u202e\r]|^x:1:1/m);
  });
});

describe('tocsin check --json', () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(root, 'docs/check.schema.json'), 'utf8')));

  test('prints one entry for each file as soon as it is checked', async () => {
    const [good, wrong] = [file('good.xml', sound), file('code.xml', soundWithoutCode)];
    const { code, stdout, prints } = await run(['--json', '--profile', 'ipaws', good, wrong]);
    expect(code).toBe(exit.refused);
    expect(prints).toHaveLength(3);
    const printed = JSON.parse(stdout);
    expect(schema.safeParse(printed).error?.issues).toBeUndefined();
    const alert = {
      identifier: 'flood-2024-17',
      sender: 'warnings@river.example',
      sent: '2024-10-03T18:00:00-07:00',
      verdicts: { xml: 'valid', schema: 'valid', spec: 'valid', profiles: { ipaws: 'valid' } },
    };
    expect(printed[0]).toMatchObject({ file: good, alerts: [alert], findings: [] });
    expect(printed[1].alerts[0].verdicts).toEqual({ ...alert.verdicts, profiles: { ipaws: 'invalid' } });
    expect(printed[1].alerts[0].findings).toContainEqual({
      ...{ code: 'ipaws.code.missing', severity: 'error', path: '/alert', line: 1, column: 1 },
      message: 'No <code> says that this follows IPAWS; add <code>IPAWSv1.0</code>.',
    });
  });

  test('has one entry without names where no alert could be read, or no file', async () => {
    const { code, stdout } = await run(['--json', '--profile', 'wmo', file('nothing.xml', ''), 'gone.xml']);
    expect(code).toBe(exit.usage);
    const printed = JSON.parse(stdout);
    expect(schema.safeParse(printed).error?.issues).toBeUndefined();
    const none = { identifier: null, sender: null, sent: null };
    const verdicts = { schema: null, spec: null, profiles: { wmo: null } };
    expect(printed).toMatchObject([
      {
        alerts: [{ ...none, verdicts: { ...verdicts, xml: 'invalid' }, findings: [{ code: 'cap.empty' }] }],
        findings: [],
      },
      {
        alerts: [{ ...none, verdicts: { ...verdicts, xml: null }, findings: [{ code: 'file.unreadable' }] }],
        findings: [],
      },
    ]);
  });

  test('keeps what is wrong with the document beside its alerts, and counts it', async () => {
    const cut = file('cut.xml', `${sound}<!-- cut`);
    const { code, stdout } = await run(['--json', cut]);
    const [{ alerts, findings }] = JSON.parse(stdout);
    expect(code).toBe(exit.refused);
    expect(alerts).toMatchObject([{ identifier: 'flood-2024-17', verdicts: { xml: 'invalid', schema: 'valid' } }]);
    expect(findings[0]).toMatchObject({ code: 'xml.not-well-formed', severity: 'error' });
  });

  test('is of its schema for all samples, which lets nothing else pass', async () => {
    const samples = join(root, 'src/sources/cap-file/samples');
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => /\.xml$/.test(name));
    const { stdout } = await run(['--json', ...files.map((name) => join(samples, name))]);
    const printed = JSON.parse(stdout);
    expect(printed).toHaveLength(files.length);
    expect(files.length).toBeGreaterThan(5);
    expect(schema.safeParse(printed).error?.issues).toBeUndefined();
    const [{ alerts }] = printed;
    expect(schema.safeParse([{ ...printed[0], more: 1 }]).success).toBe(false);
    expect(schema.safeParse([{ ...printed[0], alerts: [{ ...alerts[0], sent: 7 }] }]).success).toBe(false);
    expect(schema.safeParse([{ ...printed[0], alerts: [] }]).success).toBe(false);
  });
});

describe('tocsin check URL', () => {
  let server: Server;
  let host = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url !== '/cap.xml') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'application/cap+xml' }).end(sound);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('fetches from a host that the settings name, and from no other private one', async () => {
    const url = `http://${host}/cap.xml`;
    const env = { TOCSIN_PRIVATE_HOSTS: host };
    expect(await run([url], { env })).toMatchObject({ code: exit.done, stderr: '' });
    const refused = await run([url]);
    expect(refused).toMatchObject({ code: exit.usage, stderr: expect.stringContaining(url) });
    expect(refused.stdout).toContain(`${url}: not read\n`);
    const gone = await run([`http://${host}/gone`], { env });
    expect(gone).toMatchObject({ code: exit.usage, stderr: expect.stringContaining('404') });
  });

  test('settings that can’t be used stop a fetch and no file', async () => {
    const env = { TOCSIN_PORT: 'many' };
    expect(await run([file('local.xml', sound)], { env })).toMatchObject({ code: exit.done });
    const { code, stderr } = await run([`http://${host}/cap.xml`], { env });
    expect([code, stderr]).toEqual([exit.usage, expect.stringContaining('./run config check')]);
  });
});

test('an endless pipe is read no further than is used', async () => {
  let given = 0;
  const endless = new Readable({
    read() {
      given += 1000;
      this.push(new Uint8Array(1000));
    },
  });
  const bytes = await headOf(endless, 4500, new AbortController().signal);
  expect(bytes.length).toBe(4500);
  expect(given).toBeLessThan(200_000);
  expect(endless.destroyed).toBe(true);
});

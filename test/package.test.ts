// What others get who install the package: files, types, `tocsin/cap` in Node and in a browser's bundle.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { type BuildEnvironmentOptions, build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-package-'));
const installed = join(folder, 'node_modules/tocsin');
let tarball = '';

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  tarball = join(folder, JSON.parse(packed)[0].filename);
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  for (const name of Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = {
  imports: `import { read, check, write, revisionOf } from 'tocsin/cap';`,
  with: `import { google } from 'tocsin/cap/profiles';`,
  alert: `const xml = '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>hill-1</identifier><sender>desk@hill.example</sender>' +
  '<sent>2024-05-01T10:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info>' +
  '<category>Geo</category><event>Landslide</event><urgency>Immediate</urgency><severity>Severe</severity>' +
  '<certainty>Observed</certainty><area><areaDesc>Hill road</areaDesc></area></info></alert>';
const bytes = new TextEncoder().encode(xml);
const { alerts } = read(bytes);
const again = read(new TextEncoder().encode(write(alerts[0]))).alerts[0].identifier;`,
  alone: `const { verdicts } = check(bytes).alerts[0];
console.log(JSON.stringify([again, verdicts.schema, revisionOf(alerts).length]));`,
  judged: `const { verdicts } = check(bytes, { profiles: [google] }).alerts[0];
console.log(JSON.stringify([again, verdicts.schema, verdicts.profiles.google, revisionOf(alerts).length]));`,
};
/** The four functions, without a profile and with one. */
const program = [lines.imports, lines.alert, lines.alone].join('\n');
const says = ['hill-1', 'valid', 1];
const judging = [lines.imports, lines.with, lines.alert, lines.judged].join('\n');
const judges = ['hill-1', 'valid', 'invalid', 1];

const run = (file: string): unknown => JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));

/** What attw finds in a packed package, without what its profile `esm-only` leaves out. */
async function typesOf(file: string): Promise<{ entries: readonly string[]; problems: readonly string[] }> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(file))));
  if (result.types === false) return { entries: [], problems: ['no types'] };
  const problems = result.problems
    .filter((one) => !('resolutionKind' in one) || !esmOnlyIgnores.includes(one.resolutionKind))
    .map((one) => ('entrypoint' in one ? `${one.kind} ${one.entrypoint} ${one.resolutionKind}` : one.kind));
  return { entries: Object.keys(result.entrypoints).toSorted(), problems };
}
/**
 * The package is made of modules. Node 10 knew no `exports`; and what CommonJS asks for is a module, which today's Node gives to
 * `require` too, and TypeScript calls an error.
 */
const esmOnlyIgnores: readonly string[] = ['node10', 'node16-cjs'];

describe('the packed package', () => {
  test('has nothing that publint finds', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  test('has types that resolve wherever modules do', async () => {
    expect(await typesOf(tarball)).toEqual({
      entries: ['./cap', './cap/profiles', './cap/verify', './channels/contract', './sources/contract'],
      problems: [],
    });
  });

  test('would not pass without some of its files', async () => {
    const broken = join(folder, 'broken/package');
    cpSync(installed, broken, { recursive: true });
    for (const name of ['cap-verify.js', 'types/core/cap/profiles/index.d.ts', 'types/core/cap/check.d.ts'])
      rmSync(join(broken, 'dist', name));
    const { messages } = await publint({ pkgDir: broken, strict: true, pack: false });
    expect(messages.map(({ code, path }) => `${code} ${path.join(' ')}`)).toContain(
      'FILE_DOES_NOT_EXIST exports ./cap/verify default',
    );
    const file = join(folder, 'broken.tgz');
    execFileSync('tar', ['-czf', file, '-C', join(broken, '..'), 'package']);
    expect((await typesOf(file)).problems).toEqual(
      expect.arrayContaining([
        'UntypedResolution ./cap/profiles node16-esm',
        'UntypedResolution ./cap/profiles bundler',
        'InternalResolutionError',
      ]),
    );
  });

  test.each([
    ['alone', program, says],
    ['with a profile', judging, judges],
  ])('reads, checks, writes and orders alerts in Node, %s', (_, code, expected) => {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, code);
    expect(run(file)).toEqual(expected);
  });

  test('can be required', () => {
    const file = join(folder, 'program.cjs');
    writeFileSync(file, "console.log(JSON.stringify(Object.keys(require('tocsin/cap'))));");
    expect(run(file)).toEqual(expect.arrayContaining(['check', 'read', 'revisionOf', 'write']));
  });
});

const viteWith = (options: BuildEnvironmentOptions, out: string) =>
  build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: join(out, '..'), emptyOutDir: false, modulePreload: false, ...options },
  });

/** Each makes a bundle `out` of the program in `file`. */
const bundlers: Readonly<Record<string, (file: string, out: string) => unknown>> = {
  vite: (file, out) => viteWith({ rolldownOptions: { input: file, output: { entryFileNames: basename(out) } } }, out),
  'vite, as a library': (file, out) =>
    viteWith({ target: 'es2020', lib: { entry: file, formats: ['es'], fileName: () => basename(out) } }, out),
  'esbuild, es2020': (file, out) =>
    execFileSync('node_modules/.bin/esbuild', [
      ...[file, '--bundle', '--minify', '--format=esm', '--platform=browser', '--target=es2020', '--log-level=error'],
      `--outfile=${out}`,
    ]),
};

describe.each(Object.entries(bundlers))('a browser’s bundle by %s', (name, bundled) => {
  const out = join(folder, 'out', `${name.replace(/\W+/g, '-')}.js`);

  test('has at most 60 kB, needs no Node and works', async () => {
    const file = join(folder, 'page.js');
    writeFileSync(file, program);
    await bundled(file, out);
    const bundle = readFileSync(out, 'utf8');
    expect(bundle).not.toMatch(/\bimport\b *["'({*]|\brequire\(/);
    expect(bundle).toContain('cap.references.missing');
    expect(bundle).not.toContain('google.');
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(60 * 1000);
    const browser = join(folder, 'browser.mjs');
    writeFileSync(
      browser,
      `for (const own of ['process', 'Buffer']) delete globalThis[own];\nawait import('./out/${basename(out)}');\n`,
    );
    expect(run(browser)).toEqual(says);
  });
});

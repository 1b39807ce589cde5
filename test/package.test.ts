// What others get who install the package: files, types, `tocsin/cap` in Node and in a browser's bundle.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { build } from 'vite';
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

const program = `import { read, check, write, revisionOf } from 'tocsin/cap';
const xml = '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>hill-1</identifier><sender>desk@hill.example</sender>' +
  '<sent>2024-05-01T10:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info>' +
  '<category>Geo</category><event>Landslide</event><urgency>Immediate</urgency><severity>Severe</severity>' +
  '<certainty>Observed</certainty><area><areaDesc>Hill road</areaDesc></area></info></alert>';
const bytes = new TextEncoder().encode(xml);
const { alerts } = read(bytes);
const verdicts = check(bytes, { profiles: ['google'] }).alerts[0].verdicts;
const again = read(new TextEncoder().encode(write(alerts[0]))).alerts[0].identifier;
console.log(JSON.stringify([again, verdicts.schema, verdicts.profiles.google, revisionOf(alerts).length]));
`;
const says = ['hill-1', 'valid', 'invalid', 1];

const run = (file: string): unknown => JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));

describe('the packed package', () => {
  test('has nothing that publint finds', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  test('has types that resolve wherever modules do', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
    const problems = result.types === false ? ['no types'] : result.problems;
    // The package is for modules alone: who resolves as Node 10 did, or asks from CommonJS, is told so by the engine itself.
    const others = ['NoResolution', 'CJSResolvesToESM'];
    expect(problems.filter((one) => typeof one === 'string' || !others.includes(one.kind))).toEqual([]);
    expect(result.types === false ? [] : Object.keys(result.entrypoints).sort()).toEqual(
      ['./cap', './cap/verify', './channels/contract', './sources/contract'].sort(),
    );
  });

  test('reads, checks, writes and orders alerts in Node', () => {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program);
    expect(run(file)).toEqual(says);
  });

  test('does so in a browser’s bundle of at most 60 kB, without Node', async () => {
    const file = join(folder, 'page.js');
    writeFileSync(file, program);
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: join(folder, 'out'),
        minify: true,
        modulePreload: false,
        rolldownOptions: { input: file, output: { entryFileNames: 'bundle.js' } },
      },
    });
    const bundle = readFileSync(join(folder, 'out/bundle.js'), 'utf8');
    expect(bundle).not.toMatch(/\bimport\b *["'({*]|\brequire\(/);
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(60 * 1000);
    const browser = join(folder, 'browser.mjs');
    writeFileSync(
      browser,
      `for (const own of ['process', 'Buffer']) delete globalThis[own];\nawait import('./out/bundle.js');\n`,
    );
    expect(run(browser)).toEqual(says);
  });
});

// The pages of docs/cap: those made from the tables are as the tables are, and every example runs and prints what it says.
import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differenceOf, escaped } from '../../scripts/cap/example.ts';
import { rulePages } from '../../scripts/cap/pages.ts';
import { node } from './node.ts';

const folder = 'docs/cap/rules';

describe('the pages of rules', () => {
  let pages: ReadonlyMap<string, string> = new Map();
  beforeAll(() => {
    pages = rulePages();
  }, 60_000);

  test('are fresh (node scripts/cap-docs.ts writes them)', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  test('stand in the index, each once', () => {
    const linked = [...(pages.get('README.md') ?? '').matchAll(/\]\(([^)]+\.md)\) \|/g)].map(([, name = '']) => name);
    const others = [...pages.keys()].filter((name) => name !== 'README.md');
    expect(linked.toSorted()).toEqual(others.toSorted());
    expect(others.length).toBeGreaterThan(300);
  });

  test('say what is asked, why, how much it weighs and where it stands', () => {
    const parts = [/^# \S+\.\S+$/m, /^\| weighs \| (error|warning|info)/m, /^\| counts against \| \S/m];
    for (const [name, text] of pages)
      if (name !== 'README.md')
        for (const part of [...parts, /^\| source \| \S/m, /^## Why, and what to do$/m])
          expect(text, name).toMatch(part);
  });

  test('are there for every code that the library can find', () => {
    const files = globSync('src/{core,seal}/cap/**/*.ts').concat(
      'src/sources/cap-file/source.ts',
      'src/core/finding.ts',
    );
    const codes = files
      .filter((file) => !/\.(test|fixture)\.ts$/.test(file) && !/\/(examples|notes|cases)\b/.test(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/['`]((?:cap|xml|findings)\.[\w${}().-]*[\w}])['`]/g)])
      .map(([, code = '']) => code);
    expect(new Set(codes).size).toBeGreaterThan(60);
    const known = [...pages.keys()].map((name) => name.replace(/\.md$/, ''));
    const isKnown = (code: string): boolean => {
      const parts = code.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.\\(){}$]/g, '\\$&'));
      const pattern = new RegExp(`^${parts.join('[\\w-]+')}(\\.|$)`);
      return known.some((one) => pattern.test(one));
    };
    expect(codes.filter((code) => !isKnown(code))).toEqual([]);
  });
});

test('a difference shows what is taken out and put in, and what stands beside', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].join('\n');
  expect(differenceOf(before, ['a', 'B', 'c', 'd', 'e', 'f', 'g', 'x', 'h'].join('\n'))).toBe(
    [' a', '-b', '+B', ' c', ' …', ' g', '+x', ' h'].join('\n'),
  );
});

test('elements in a sentence stand in Markdown as code', () => {
  expect(escaped('<sent> is no &amp; and no “<”.')).toBe('`<sent>` is no `&amp;` and no “\\<”.');
});

/** Blocks of TypeScript, with what their comments `// → …` say that they print. */
const page = readFileSync('docs/cap/README.md', 'utf8');
const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => ({
  code,
  title: /^\/\/ (.*)$/m.exec(code)?.[1] ?? '',
  prints: [...code.matchAll(/^\s*\/\/ → (.*)$/gm)].map(([, words = '']) => words),
}));

describe('the examples of the library’s page', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'tocsin-docs-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const entries: Readonly<Record<string, string>> = {
    'tocsin/cap': 'src/core/cap/index.ts',
    'tocsin/cap/profiles': 'src/core/cap/profiles/index.ts',
    'tocsin/cap/verify': 'src/seal/cap/index.ts',
  };

  test('are there', () => expect(blocks.length).toBeGreaterThan(6));

  test.each(blocks)('$title', async ({ code, prints }) => {
    expect(prints.length).toBeGreaterThan(0);
    const file = join(scratch, `${blocks.findIndex((block) => block.code === code)}.mts`);
    const located = code.replace(/from '(tocsin\/[\w/]+)'/g, (_, name: string) => {
      const path = resolve(entries[name] ?? '');
      return `from '${pathToFileURL(path).href}'`;
    });
    writeFileSync(file, located);
    const { stdout } = await promisify(execFile)(node, ['--no-warnings', file], { cwd: resolve('.') });
    expect(stdout.trimEnd().split('\n')).toEqual(prints);
  });

  test('link only to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((path) => !existsSync(join('docs/cap', path)))).toEqual([]);
  });
});

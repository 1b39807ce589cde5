// The house rules on the real tree, and each rule on a small tree that breaks it: a rule that can't fail guards nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, readSources } from './house/read.ts';
import { rules } from './house/rules.ts';

const root = join(import.meta.dirname, '..');
/** What git ignores, and git itself. */
const aside = ['node_modules', 'dist', 'var', '.cache', '.git', 'secrets'];
const binary = /\.(woff2|png|jpg|ico|gz|zip)$/;

function readTree(folder: string, files: Map<string, string>): Files {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !aside.includes(entry.name)) readTree(path, files);
    else if (entry.isFile() && !binary.test(entry.name) && !entry.name.endsWith('.log'))
      files.set(relative(root, path), readFileSync(path, 'utf8'));
  }
  return files;
}

const apply = (name: string, files: Files): string[] => rules[name]?.({ files, sources: readSources(files) }) ?? [];

describe('this house', () => {
  const files = readTree(root, new Map());
  test('is read at all', () => expect(readSources(files).length).toBeGreaterThan(20));
  test.each(Object.keys(rules))('%s', (name) => expect(apply(name, files)).toEqual([]));
});

/** For each rule: trees that break it in one place each, and trees close by that do not. */
type Tree = Record<string, string>;
const sql = 'sql`select 1`';
const lines = (count: number): string => 'export {};\n'.repeat(count);
const crowd = (count: number): Tree =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/web/f${i}.ts`, '']));

const readingSettings = (text: string): Tree => ({
  'src/app/config.ts': 'export const settings = {\n  port: setting({}),\n};\nconfig.port;',
  'src/app/x.ts': text,
});

const cases: Record<string, { broken: Tree[]; sound: Tree[] }> = {
  'every folder and every relative import is known': {
    broken: [
      { 'src/utils/x.ts': '' },
      { 'src/x.ts': '' },
      { 'src/core/x.ts': "import './gone.ts';" },
      { 'src/core/x.ts': "import './y';", 'src/core/y.ts': '' },
    ],
    sound: [
      { 'src/core/x.ts': "import './y.ts';", 'src/core/y.ts': '' },
      { 'src/store/x.ts': "import a from './a.sql?raw';" },
    ],
  },
  'a folder imports only from earlier ones': {
    broken: [
      { 'src/core/x.ts': "import type { Y } from '../match/y.ts';", 'src/match/y.ts': '' },
      { 'src/store/x.ts': "export * from '../net/y.ts';", 'src/net/y.ts': '' },
      { 'src/notify/x.ts': "const y = await import('../gather/y.ts');", 'src/gather/y.ts': '' },
      { 'src/pages/x.tsx': "let y: import('../app/y.ts').Y;", 'src/app/y.ts': '' },
      { 'src/desk/x.ts': "import '../store/y.ts';", 'src/store/y.ts': '' },
    ],
    sound: [
      { 'src/match/x.ts': "import '../core/y.ts'; // import '../app/z.ts'", 'src/core/y.ts': '' },
      { 'src/match/x.ts': 'const text = "import \'../app/z.ts\'";' },
    ],
  },
  'no plug-in imports another': {
    broken: [{ 'src/sources/a/x.ts': "import '../b/y.ts';", 'src/sources/b/y.ts': '' }],
    sound: [
      {
        'src/sources/a/x.ts': "import '../source.ts'; import './y.ts';",
        'src/sources/source.ts': '',
        'src/sources/a/y.ts': '',
      },
      { 'src/sources/index.ts': "import './a/x.ts';", 'src/sources/a/x.ts': '' },
    ],
  },
  'pure folders stay pure': {
    broken: [
      ...[
        "import 'node:fs';",
        "import 'pg';",
        'fetch("a");',
        'process.exit();',
        'new Buffer();',
        'const { env } = process;',
      ].map((text) => ({ 'src/core/tsconfig.json': '{}', 'src/core/x.ts': text })),
      { 'src/core/x.ts': '' },
      { 'src/sources/tsconfig.json': '{}', 'src/sources/a/x.ts': "import 'vitest';" },
    ],
    sound: [
      {
        'src/core/tsconfig.json': '{}',
        'src/core/x.ts': "import 'saxes'; const f = (window: string) => window; a.process; type T = typeof fetch;",
      },
    ],
  },
  'the clock and chance are read in app only': {
    broken: ['Date.now();', 'new Date();', 'Date();', 'const r = Math.random;', 'f(performance.now())'].map((text) => ({
      'src/store/x.ts': text,
    })),
    sound: [
      { 'src/app/clock.ts': 'Date.now();' },
      { 'src/store/x.ts': 'new Date(at); // Date.now()' },
      { 'src/store/x.test.ts': 'Date.now();' },
    ],
  },
  'no cycles': {
    broken: [
      {
        'src/core/a.ts': "import './b.ts';",
        'src/core/b.ts': "import './c.ts';",
        'src/core/c.ts': "import type {} from './a.ts';",
      },
      { 'src/core/a.ts': "import './a.ts';" },
    ],
    sound: [
      {
        'src/core/a.ts': "import './b.ts'; import './c.ts';",
        'src/core/b.ts': "import './c.ts';",
        'src/core/c.ts': '',
      },
    ],
  },
  'no long files': {
    broken: [{ 'src/core/x.ts': lines(301) }, { 'src/core/x.test.ts': lines(401) }],
    sound: [{ 'src/core/x.ts': lines(300), 'src/core/x.test.ts': lines(400) }],
  },
  'no crowded folders': {
    broken: [crowd(12)],
    sound: [{ ...crowd(11), 'src/web/a.test.ts': '', 'src/web/b/c.ts': '' }],
  },
  'SQL in store only': {
    broken: [
      { 'src/web/x.ts': "import { sql } from 'kysely';" },
      { 'src/app/x.ts': "import pg from 'pg';" },
      { 'src/app/x.ts': sql },
    ],
    sound: [{ 'src/store/x.ts': `import 'pg'; ${sql}` }, { 'src/app/x.ts': "import type pg from 'pg';" }],
  },
  'sockets in net only': {
    broken: [
      ...[
        "import 'undici';",
        "import { connect } from 'node:net';",
        "import nodemailer from 'nodemailer';",
        "fetch('http://a');",
        "await import('node:dns/promises');",
      ].map((text) => ({ 'src/notify/x.ts': text })),
      { 'src/net/x.ts': "import '@hono/node-server';" },
    ],
    sound: [
      { 'src/net/x.ts': "import 'undici';" },
      { 'src/web/x.ts': "import '@hono/node-server'; import type { Server } from 'node:http';" },
    ],
  },
  'facts only grow': {
    broken: [
      { 'src/store/x.ts': "db.updateTable('fact').set({});" },
      { 'src/store/x.ts': 'sql`delete from fact where seq = 1`' },
      { 'src/store/migrations/2.sql': 'UPDATE fact SET a = 1;' },
      { 'src/store/x.ts': "pool.query('truncate table fact');" },
    ],
    sound: [
      { 'src/store/x.ts': "db.insertInto('fact'); db.updateTable('factory'); sql`select * from fact for update`" },
    ],
  },
  'every package is used': {
    broken: [{ 'package.json': '{"dependencies":{"a":"1"}}', 'src/app/x.ts': "import 'ab';" }],
    sound: [
      { 'package.json': '{"dependencies":{"a":"1","@b/c":"1"}}', 'src/app/x.ts': "import 'a/sub'; import '@b/c';" },
    ],
  },
  'every setting is read': {
    broken: ['url.port; // config.port', 'const { listen } = config', 'config.ports'].map(readingSettings),
    sound: ['context.config.port', 'const { port } = config', 'const f = ({ port: p }: Config) => p'].map(
      readingSettings,
    ),
  },
  "no path of anybody's machine": {
    broken: ['home/ada', 'Users/ada', 'root', 'tmp'].map((folder) => ({ 'README.md': `See /${folder}/notes.` })),
    sound: [{ 'README.md': 'POST /api/v1/reports, src/app/main.ts, ./var/x, https://example.org/home/news' }],
  },
};

describe('each rule fails where it must and only there', () => {
  test('and has its cases', () => expect(Object.keys(cases)).toEqual(Object.keys(rules)));
  const numbered = (trees: Tree[]) => trees.map((tree, i) => [i + 1, new Map(Object.entries(tree))] as const);
  for (const [name, { broken, sound }] of Object.entries(cases)) {
    test.each(numbered(broken))(`${name}: broken by tree %i`, (_, tree) => expect(apply(name, tree)).toHaveLength(1));
    test.each(numbered(sound))(`${name}: kept by tree %i`, (_, tree) => expect(apply(name, tree)).toEqual([]));
  }
});

/** The papers name files; every one of them must exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const decisions = readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`);
const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...decisions];
const named =
  /(?:`|\]\()((?:src|test|docs|examples|scripts|bench|assets)\/[\w./-]+|[A-Z]+\.md|[\w.]+\.(?:yaml|json))(?:`|\))/g;

test.each(papers)('%s names only files that are there', (paper) => {
  const files = [...readFileSync(paper, 'utf8').matchAll(named)].map((match) => match[1] ?? '');
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('the walk of ARCHITECTURE.md passes many of them', () => {
  const files = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(named)].map((match) => match[1] ?? '');
  expect(files.filter((file) => file.startsWith('src/')).length).toBeGreaterThan(20);
});

/** Writes docs/cap/rules from the tables of rules, and takes out the pages of codes that are no more. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rulePages } from './cap/pages.ts';

const folder = new URL('../docs/cap/rules/', import.meta.url);
const pages = rulePages();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);

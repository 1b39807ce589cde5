/** What the tests of the reader read: the journey's reports, sentences of their own, and real texts where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../core/text/reading.ts';
import { documentOfHtml } from './document/html.ts';
import { documentOfText } from './document/text.ts';
import { type ReadOptions, readDocument } from './read.ts';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'assets/replay/kabul-2021/reports');
const shared = join(root, '../shared/data');

export function readText(text: string, options: ReadOptions & { day?: string } = {}): Reading {
  const { document, findings } = documentOfText(text);
  return readDocument(options.day === undefined ? document : { ...document, day: options.day }, findings, options);
}

export function readReport(file: string): Reading {
  const text = readFileSync(join(reports, file), 'utf8');
  if (!file.endsWith('.html')) return readText(text);
  const { document, findings } = documentOfHtml(text);
  return readDocument(document, findings);
}

/** Real texts lie beside the repository where the project is made; null elsewhere. */
export function realText(path: string): string | null {
  const file = join(shared, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Every field of a reading, wherever it stands in it. */
export function fieldsOf(value: unknown): { text: string; start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(fieldsOf);
  const { text, start, end } = value as Record<string, unknown>;
  return typeof text === 'string' && typeof start === 'number' && typeof end === 'number'
    ? [{ text, start, end }, ...inner]
    : inner;
}

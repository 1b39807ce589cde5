/**
 * Reading over real and hostile files, which lie beside the repository in ../shared/data and are not part of it. The
 * tests skip, and say so, where they are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasError } from '../finding.ts';
import type { CapAlert } from './model.ts';
import { readCap } from './read.ts';
import { writeCap } from './write.ts';

const data = '../shared/data';
const alertsFolder = join(data, 'cap/alerts');
const present = existsSync(alertsFolder);
const why = present ? '' : ' (skipped: ../shared/data is not here)';

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** Rows of the index: file, and the verdict of the schema. */
function verdicts(): { file: string; valid: boolean }[] {
  const [head = '', ...lines] = readFileSync(join(data, 'cap/INDEX.tsv'), 'utf8').trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const verdict = cells[names.indexOf('xsd')] ?? '';
    return { file: cells[names.indexOf('file')] ?? '', valid: verdict.startsWith('VALID') };
  });
}

/** All places lie in the text, and hold the words of the alert where they stand plain. */
function checkPlaces(text: string, alert: CapAlert): void {
  const outside = Object.entries(alert.at).filter(([, place]) => place.start > place.end || place.end > text.length);
  expect(outside).toEqual([]);
  const at = alert.at['identifier'];
  expect(text.slice(at?.start, at?.end)).toBe(alert.identifier);
  for (const [i, info] of alert.infos.entries()) {
    const place = alert.at[`info[${i + 1}]/event`];
    if (!info.event || !place) continue;
    const words = text.slice(place.start, place.end);
    if (!/[&<\r]/.test(words)) expect(words).toBe(info.event);
  }
}

describe.skipIf(!present)(`real alerts${why}`, () => {
  const rows = present ? verdicts() : [];

  test('all files of the index are there', () => {
    expect(rows.length).toBeGreaterThan(200);
  });

  test('each that its schema calls valid gives an alert and no error', () => {
    const faults = rows
      .filter((row) => row.valid)
      .flatMap(({ file }) => {
        const { alerts, findings } = readCap(bytesOf(join(alertsFolder, file)));
        const errors = findings.filter((f) => f.severity === 'error').map((f) => `${file}: ${f.code}`);
        return alerts.length === 1 ? errors : [`${file}: ${alerts.length} alerts`, ...errors];
      });
    expect(faults).toEqual([]);
  });

  test('each that can be read keeps its places and its meaning when it is written', () => {
    let read = 0;
    for (const file of readdirSync(alertsFolder)) {
      const { text, alerts, findings } = readCap(bytesOf(join(alertsFolder, file)));
      const [alert] = alerts;
      if (!alert) {
        expect({ file, refused: hasError(findings) }).toEqual({ file, refused: true });
        continue;
      }
      read++;
      checkPlaces(text ?? '', alert);
      const [again] = readCap(new TextEncoder().encode(writeCap(alert))).alerts;
      expect(meaning(again), file).toEqual(meaning(alert));
    }
    expect(read).toBeGreaterThan(190);
  });
});

/** Without places and version, and UTC in one writing. */
function meaning(alert: CapAlert | undefined): unknown {
  const { at: _, version: __, ...rest } = alert ?? {};
  return JSON.parse(JSON.stringify(rest).replace(/("text":"[^"]*?)Z"/g, '$1-00:00"'));
}

/** Every file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const hostile = join(data, 'hostile');
const folders = ['xmlconf', 'defusedxml', 'feedparser', 'xml-crypto', 'blns', 'jsontestsuite'];

describe.skipIf(!existsSync(hostile))(`hostile files${why}`, () => {
  test.each(folders)('%s: none throws, none with a DOCTYPE is read', (folder) => {
    let doctypes = 0;
    for (const path of filesBelow(join(hostile, folder))) {
      const { text, alerts, findings } = readCap(bytesOf(path));
      const length = text?.length ?? 0;
      expect(
        findings.filter(({ where }) => (where.end ?? 0) > length || (where.start ?? 0) > (where.end ?? 0)),
      ).toEqual([]);
      if (alerts.length === 0) expect({ path, refused: hasError(findings) }).toEqual({ path, refused: true });
      // Comments may speak of a DOCTYPE; what is left begins with one or has it in its prolog.
      const prolog = (text ?? '').replace(/<!--.*?-->/gs, '').replace(/<\?.*?\?>/gs, '');
      if (!/^\s*<!DOCTYPE\s/.test(prolog)) continue;
      doctypes++;
      expect(
        findings.map((f) => f.code),
        path,
      ).toContain('xml.doctype');
      expect(alerts, path).toEqual([]);
    }
    if (folder === 'xmlconf') expect(doctypes).toBeGreaterThan(1000);
  });
});

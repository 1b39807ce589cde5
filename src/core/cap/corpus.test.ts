/**
 * Reading over real and hostile files, which lie beside the repository in ../shared/data and are not part of it. The
 * tests skip, and say so, where they are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, hasError } from '../finding.ts';
import { check } from './check.ts';
import type { CapAlert } from './model.ts';
import { readCap } from './read.ts';
import { ruleOf } from './rules/index.ts';
import { meaning } from './write.fixture.ts';
import { writeCap } from './write.ts';

const encoder = new TextEncoder();

const data = '../shared/data';
const alertsFolder = join(data, 'cap/alerts');
const present = existsSync(alertsFolder);
const why = present ? '' : ' (skipped: ../shared/data is not here)';

const isError = ({ severity }: Finding): boolean => severity === 'error';

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** Rows of the index: file, version (`NS`-less and broken files have none), and the verdict of the schema. */
function verdicts(): { file: string; version: string; valid: boolean }[] {
  const [head = '', ...lines] = readFileSync(join(data, 'cap/INDEX.tsv'), 'utf8').trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const verdict = cells[names.indexOf('xsd')] ?? '';
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return { file: cell('file'), version: cell('cap'), valid: verdict.startsWith('VALID') };
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

  test('the schema says of each what the index says, and each of its faults is told once', () => {
    const judged = rows.filter(({ version }) => /^1\.[012]$/.test(version));
    expect(judged.length).toBeGreaterThan(200);
    for (const { file, valid } of judged) {
      const [checked] = check(bytesOf(join(alertsFolder, file))).alerts;
      expect({ file, schema: checked?.verdicts.schema }).toEqual({ file, schema: valid ? 'valid' : 'invalid' });
      const faults = (checked?.findings ?? []).filter(({ code }) => ruleOf(code)?.judges === 'schema');
      if (valid) expect({ file, errors: faults.filter(isError) }).toEqual({ file, errors: [] });
      else expect({ file, found: faults.some(isError) }).toEqual({ file, found: true });
      const places = faults.map(({ code, where }) => `${code} ${where.path}`);
      // The same unknown element may stand twice in one holder; paths count only those that CAP lets repeat.
      const named = places.filter(
        (place) => !/^cap\.(text\.stray|element\.(unknown|foreign)|\w+\.repeated) /.test(place),
      );
      expect({ file, named }).toEqual({ file, named: [...new Set(named)] });
    }
  });

  test('the rest of the index is in no namespace of CAP, or no XML', () => {
    for (const { file } of rows.filter(({ version }) => !/^1\.[012]$/.test(version))) {
      const { xml, alerts, findings } = check(bytesOf(join(alertsFolder, file)));
      const codes = findings.filter(isError).map(({ code }) => code);
      const isXml = codes.includes('cap.namespace.unknown') || codes.includes('cap.root.wrong');
      expect({ file, alerts, refused: codes.length > 0 }).toEqual({ file, alerts: [], refused: true });
      expect({ file, xml }).toEqual({ file, xml: isXml ? 'valid' : 'invalid' });
    }
  });

  test('each that can be read keeps its places, and its meaning when it is written and nothing was told', () => {
    let [read, told] = [0, 0];
    for (const file of readdirSync(alertsFolder)) {
      const { text, alerts, findings } = readCap(bytesOf(join(alertsFolder, file)));
      const [alert] = alerts;
      if (!alert) {
        expect({ file, refused: hasError(findings) }).toEqual({ file, refused: true });
        continue;
      }
      read++;
      checkPlaces(text ?? '', alert);
      const changes: Finding[] = [];
      const [again] = readCap(encoder.encode(writeCap(alert, { find: (one) => changes.push(one) }))).alerts;
      if (changes.every(({ code }) => code === 'cap.write.signature'))
        expect(meaning(again), file).toEqual(meaning(alert));
      else told++;
    }
    expect(read).toBeGreaterThan(190);
    expect(told).toBeLessThan(20);
  });

  test('each that is read without error is valid when written, breaks no other rule, and stays as it is', () => {
    let sound = 0;
    for (const file of readdirSync(alertsFolder)) {
      const bytes = bytesOf(join(alertsFolder, file));
      const { alerts, findings } = readCap(bytes);
      const [alert] = alerts;
      if (!alert || hasError(findings)) continue;
      sound++;
      const written = writeCap(alert);
      const [checked] = check(encoder.encode(written)).alerts;
      expect({ file, ...checked?.verdicts }).toMatchObject({ file, xml: 'valid', schema: 'valid' });
      const before = new Set(check(bytes).alerts[0]?.findings.map(({ code }) => code));
      const added = checked?.findings.filter(({ code }) => !before.has(code)).map(({ code }) => code);
      expect({ file, added }).toEqual({ file, added: [] });
      const [again] = readCap(encoder.encode(written)).alerts;
      expect(again && writeCap(again), file).toBe(written);
    }
    expect(sound).toBeGreaterThan(150);
  });

  test('each that nobody changed can be had as it stood', () => {
    for (const file of readdirSync(alertsFolder)) {
      const reading = readCap(bytesOf(join(alertsFolder, file)));
      const [alert] = reading.alerts;
      if (!alert) continue;
      const own = writeCap(alert, { unchanged: reading });
      expect({ file, is: reading.text?.includes(own) }).toEqual({ file, is: true });
      expect(own.startsWith('<') && own.endsWith('>'), file).toBe(true);
    }
  });
});

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
      const { text, container, alerts, links, findings } = readCap(bytesOf(path));
      const length = text?.length ?? 0;
      expect(
        findings.filter(({ where }) => (where.end ?? 0) > length || (where.start ?? 0) > (where.end ?? 0)),
      ).toEqual([]);
      // A feed that has no entries says that there is no alert, which is no fault.
      const isEmptyFeed = container !== null && !/<(?:[\w.-]+:)?(?:entry|item)[\s>]/.test(text ?? '');
      if (alerts.length === 0 && links.length === 0 && !isEmptyFeed)
        expect({ path, refused: hasError(findings) }).toEqual({ path, refused: true });
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

interface XmlCase {
  readonly id: string;
  readonly uri: string;
  readonly type: string;
  readonly dtd: boolean;
}

const xmlCases = join(hostile, 'xmlconf/_index.json');

describe.skipIf(!existsSync(xmlCases))(`the conformance suite of XML${why}`, () => {
  const all: readonly XmlCase[] = existsSync(xmlCases) ? JSON.parse(readFileSync(xmlCases, 'utf8')) : [];
  const xmlErrors = ({ uri }: XmlCase): Finding[] =>
    check(bytesOf(join(hostile, uri))).findings.filter(
      (finding) => isError(finding) && /^(xml\.|cap\.(empty|not-xml)$)/.test(finding.code),
    );

  test('of 317 documents without a DOCTYPE that are not well-formed 315 are refused, 2 are well-formed today', () => {
    const broken = all.filter(({ type, dtd }) => type === 'not-wf' && !dtd);
    expect(broken).toHaveLength(317);
    const accepted = broken.filter((one) => xmlErrors(one).length === 0).map(({ id }) => id);
    // Names with characters that XML 1.0 did not allow until its fifth edition, which does.
    expect(accepted).toEqual(['rmt-016', 'rmt-019']);
  });

  test('each document with a DOCTYPE is refused, also where the suite calls it valid', () => {
    const typed = all.filter(({ dtd }) => dtd);
    expect(typed.length).toBeGreaterThan(2000);
    // In these the word stands in a comment, an instruction or CDATA.
    const onlyNamed = ['o-p15pass1', 'o-p16pass1', 'o-p18pass1'];
    expect(typed.filter((one) => xmlErrors(one).length === 0).map(({ id }) => id)).toEqual(onlyNamed);
  });

  test('well-formed documents without a DOCTYPE are not refused', () => {
    const fine = all.filter(({ type, dtd }) => (type === 'valid' || type === 'invalid') && !dtd);
    expect(fine.length).toBeGreaterThan(80);
    const refused = fine.filter((one) => xmlErrors(one).length > 0);
    const doctype = (one: XmlCase): boolean => xmlErrors(one).some(({ code }) => code === 'xml.doctype');
    // The index looked for a DOCTYPE in UTF-8 alone; seven in UTF-16 have one.
    expect(refused.filter(doctype)).toHaveLength(7);
    // Names with several colons, or one at their start, which namespaces in XML do not allow.
    expect(refused.filter((one) => !doctype(one)).map(({ id }) => id)).toEqual(['o-p04pass1', 'o-p05pass1']);
  });
});

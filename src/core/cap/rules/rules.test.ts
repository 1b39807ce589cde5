/** Every rule of the table against its example: a document that breaks it and one that keeps it. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../finding.ts';
import { check } from '../check.ts';
import { readCap } from '../read.ts';
import { revisionOf } from '../revisions/revisions.ts';
import { chainRules } from './chain.ts';
import { countryOf } from './examples/example.ts';
import { examples } from './examples/index.ts';
import { rules as ofOneAlert } from './index.ts';

const encoder = new TextEncoder();

/** All that a check finds, of the document and of its alerts, and all doubts about the lives of these. */
function findingsOf(document: string | Uint8Array): readonly Finding[] {
  const bytes = typeof document === 'string' ? encoder.encode(document) : document;
  const { findings, alerts } = check(bytes, { countryOf });
  const chains = revisionOf(readCap(bytes).alerts);
  return [findings, ...alerts.map((alert) => alert.findings), ...chains.map((chain) => chain.findings)].flat();
}

/** With those that no single alert can break, which `check` never finds. */
const rules = [...ofOneAlert, ...chainRules];

describe('the table', () => {
  test('has each code once', () => {
    const codes = rules.map(({ code }) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  test('says of each rule where it stands, what it asks and why', () => {
    for (const { code, source, asks, why } of rules) {
      expect(code).toMatch(/^(cap|xml)(\.[a-zA-Z0-9-]+)+$/);
      expect(source, code).toMatch(/^(CAP 1\.[012]|XML|RFC \d|EDXL-DE|a limit of this reader)/);
      expect(asks, code).toMatch(/^[A-Z<].+\.$/s);
      expect(why, code).toMatch(/^[A-Z<].+\.$/s);
    }
  });

  test('has one example of each code, and examples of no others', () => {
    expect(examples.map(({ code }) => code).toSorted()).toEqual(rules.map(({ code }) => code).toSorted());
  });
});

describe.each(examples)('$code', ({ code, at, bad, good }) => {
  test('is found where it is broken', () => {
    const document = typeof bad === 'function' ? bad() : bad;
    const [found] = findingsOf(document).filter((finding) => finding.code === code);
    expect(found?.where.path ?? null).toBe(at);
    expect(found?.severity).toBe(rules.find((rule) => rule.code === code)?.severity);
    expect(found?.message).toMatch(/^[^a-z].+\.$/s);
    if (typeof document === 'string' && at !== null) expect(isAt(document, at, found?.where.line ?? 0)).toBe(true);
  });

  test('is not found where it is kept', () => {
    expect(findingsOf(good).map((finding) => finding.code)).not.toContain(code);
  });

  test('what keeps it is valid throughout', () => {
    const { xml, alerts, findings } = check(encoder.encode(good), { countryOf });
    expect(findings).toEqual([]);
    expect(xml).toBe('valid');
    expect(alerts.length).toBeGreaterThan(0);
    for (const { verdicts } of alerts)
      expect(verdicts).toEqual({ xml: 'valid', schema: 'valid', spec: 'valid', profiles: {} });
  });
});

/** Whether an element's line is one that has its tag, or that of what should hold it. */
function isAt(document: string, path: string, line: number): boolean {
  const words = document.split('\n')[line - 1] ?? '';
  const names = path.replace(/\/@.*/, '').split('/').slice(1);
  return names.slice(-2).some((name) => new RegExp(`[<:]${name.replace(/\[\d+\]$/, '')}\\b`).test(words));
}

/** JSON from elsewhere: nothing about it is taken for granted. Members are asked for by name, and what is of another kind is null. */
import type { Findings } from '../finding.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value, or undefined with a finding. Never throws, however deep the text is nested. */
export function readJson(text: string, findings: Findings): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    findings.add('error', 'json.not-readable', 'The document is no JSON, or was cut off; fetch it again.');
    return undefined;
  }
}

export const asObject = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

export const objectAt = (from: JsonObject, name: string): JsonObject | null => asObject(memberOf(from, name));

export const listAt = (from: JsonObject, name: string): readonly unknown[] | null => {
  const value = memberOf(from, name);
  return Array.isArray(value) ? value : null;
};

/** A string that says something, trimmed. */
export const textAt = (from: JsonObject, name: string): string | null => {
  const value = memberOf(from, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toWellFormed() : null;
};

/** The same for a name, an address, a date: at most 1,000 characters. */
export const lineAt = (from: JsonObject, name: string): string | null =>
  textAt(from, name)?.slice(0, 1000).toWellFormed() ?? null;

const memberOf = (from: JsonObject, name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);

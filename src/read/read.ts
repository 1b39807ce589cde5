/** The reader: every layer over one document. Pure; the same document gives the same reading. */

import { type Finding, Findings } from '../core/finding.ts';
import { placeById } from '../core/geo/gazetteer.ts';
import type { Document, Reading } from '../core/text/reading.ts';
import { type Field, fieldOf } from '../core/text/span.ts';
import { claimsOf, type Layers, mostClaims } from './claims/claims.ts';
import { actorSpansIn, namesOf } from './names/names.ts';
import { passagesOf } from './passages.ts';
import { placesOf } from './places.ts';
import { deadlinesOf } from './rules/deadlines/rule.ts';
import { disagreementsOf } from './rules/disagreements/rule.ts';
import { estimatesOf } from './rules/estimates/rule.ts';
import { eventsOf } from './rules/events/rule.ts';
import { relationsOf } from './rules/relations/rule.ts';
import { unknownsOf } from './rules/unknowns/rule.ts';
import { warningsOf } from './rules/warnings/rule.ts';
import { timesOf } from './times.ts';

export interface ReadOptions {
  /** The text is a government's own, as its source knows: what it attributes to nobody is the government's word. */
  readonly issuer?: {
    /** ISO 3166-1 alpha-2. */
    readonly code: string;
    /** As the text may name it: `U.S. Embassy Kabul`. */
    readonly office: string;
  };
}

const nothingRead = 'Nothing that a person could read was found in this document; look at the source itself.';

/** `findings` are those of whoever made the document. Never throws for bad text. */
export function readDocument(
  document: Document,
  findings: readonly Finding[] = [],
  { issuer }: ReadOptions = {},
): Reading {
  const found = new Findings();
  if (document.text.trim() === '') found.add('error', 'document.empty', nothingRead);
  const passages = passagesOf(document, found);
  const places = placesOf(document, actorSpansIn(passages));
  const times = timesOf(document);
  const names = namesOf(document, passages, places);
  const countryName = (code: string): string | null => placeById(code)?.name ?? null;
  const persons = new Map(
    names
      .filter(({ type }) => type === 'person')
      .reverse()
      .map((name) => [name.value, name]),
  );
  const layers: Layers = { document, passages, names, persons, places, times, countryName };
  const { claims, cut } = claimsOf(layers);
  const official = issuer ? { code: issuer.code, field: named(document, issuer.office, issuer.code) } : null;
  const warnings = warningsOf(layers, claims, official);
  const estimates = estimatesOf(layers, claims);
  const bounds = new Bounds();
  if (cut) bounds.exceeded('claims', mostClaims);
  return {
    document,
    names: bounds.of('names', names),
    places: bounds.of('places', places),
    times: bounds.of('times', times),
    claims,
    warnings: bounds.of('warnings', warnings).map((warning) => ({
      ...warning,
      instructions: bounds.of('instructions', warning.instructions),
    })),
    estimates: bounds.of('estimates', estimates),
    events: bounds.of('events', eventsOf(layers, claims)),
    relations: bounds.of('relations', relationsOf(layers, claims)),
    deadlines: bounds.of('deadlines', deadlinesOf(layers)),
    unknowns: bounds.of('unknowns', unknownsOf(layers, claims, warnings)),
    disagreements: bounds.of('disagreements', disagreementsOf(layers, { claims, warnings, estimates })),
    findings: [...findings, ...found.list(), ...bounds.findings],
  };
}

/** Of each kind no more is kept than a text by people holds, so that no document fills the store or the pages. */
const mostKept: Readonly<Record<string, number>> = {
  warnings: 500,
  instructions: 500,
  names: 5000,
  places: 5000,
  times: 5000,
};
const mostOfOthers = 2000;

class Bounds {
  readonly findings: Finding[] = [];

  of<T>(kind: string, list: readonly T[]): readonly T[] {
    const most = mostKept[kind] ?? mostOfOthers;
    if (list.length > most) this.exceeded(kind, most);
    return list.length > most ? list.slice(0, most) : list;
  }

  exceeded(kind: string, most: number): void {
    const code = `read.${kind}.too-many`;
    if (this.findings.some((one) => one.code === code)) return;
    const message = `The text holds more than ${most} ${kind}; those after them were not kept.`;
    this.findings.push({ severity: 'warning', code, message, where: {} });
  }
}

/** Where the text names the office itself, or null. */
function named({ text, blocks }: Document, office: string, code: string): Field<string> | null {
  const start = text.indexOf(office);
  const block = start < 0 ? undefined : blocks.find((one) => one.start <= start && start + office.length <= one.end);
  return block ? fieldOf(text, { start, end: start + office.length }, block.zone, code) : null;
}

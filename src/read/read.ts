/** The reader: every layer over one document. Pure; the same document gives the same reading. */

import type { Finding } from '../core/finding.ts';
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

/** `findings` are those of whoever made the document. Never throws for bad text. */
export function readDocument(
  document: Document,
  findings: readonly Finding[] = [],
  { issuer }: ReadOptions = {},
): Reading {
  const passages = passagesOf(document);
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
  return {
    ...{ document, names, places, times, claims, warnings, estimates },
    events: eventsOf(layers, claims),
    relations: relationsOf(layers),
    deadlines: deadlinesOf(layers),
    unknowns: unknownsOf(layers, claims, warnings),
    disagreements: disagreementsOf(claims, estimates),
    findings: cut ? [...findings, tooMany] : findings,
  };
}

const tooMany: Finding = {
  severity: 'warning',
  code: 'read.claims.too-many',
  message: `The text states more than ${mostClaims} things; those after them were not kept as claims.`,
  where: {},
};

/** Where the text names the office itself, or null. */
function named({ text, blocks }: Document, office: string, code: string): Field<string> | null {
  const start = text.indexOf(office);
  const block = start < 0 ? undefined : blocks.find((one) => one.start <= start && start + office.length <= one.end);
  return block ? fieldOf(text, { start, end: start + office.length }, block.zone, code) : null;
}

/**
 * Facts: what the desk knows, append-only, each with two times. `interval` is when it holds in the world, `recorded` when we
 * knew. The picture is a pure function of them. A fact names people by store id only and never says where they are.
 */
import type { Advice } from './advice.ts';
import type { CapAlert } from './cap/model.ts';
import type { Finding } from './finding.ts';
import type { ResolvedArea } from './geo/geocodes/areas.ts';
import type { Resolved } from './geo/geocodes/geocodes.ts';
import type { Trust } from './model.ts';
import type { Said } from './text/reading.ts';
import type { Instant, Interval, Recorded } from './time/time.ts';

/** A document was handed in or fetched; its bytes are kept. Once more for each further address that gave the same bytes. Subject: report id. */
interface ReportBody {
  readonly kind: 'report';
  readonly source: string;
  readonly by: string | null;
  /** As a story states it; only in a drill space. */
  readonly trust?: Trust;
  /** A further address; that of the first is the report's own. */
  readonly alsoAt?: string;
}

/** One version of a reader read a report. Subject: report id. */
interface ReadingBody {
  readonly kind: 'reading';
  /**
   * The source's id and the version of its reader, `gov-uk/1`: so that who looks back knows what read it. Nothing compares versions: a
   * newer reader reads what comes after it, and what an older one read stays as it was told.
   */
  readonly reader: string;
  readonly findings: readonly Finding[];
  readonly alerts: readonly string[];
  /** What prose says; absent for a document that has none, such as CAP. */
  readonly prose?: Prose;
}

/** A reading of prose. The text with its zones is kept apart, as JSON under the hash `document`: spans point into it. */
export interface Prose {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: Instant | null;
  readonly said: Said;
}

/** An alert stands in a report. Subject: alert id. */
export interface AlertBody {
  readonly kind: 'alert';
  readonly report: string;
  readonly alert: CapAlert;
  /** Absent for an alert in CAP. */
  readonly advice?: Advice;
  /** Name key of the alert (its sender, identifier and sent, hashed). */
  readonly name: string;
  /** Name keys of the alerts it references. */
  readonly references: readonly string[];
  /** The chains it speaks for; the first is its own. */
  readonly situations: readonly string[];
  readonly trust: Trust;
}

/** An alert bears a name. Subject: name key. Two alerts may: then the identifier was used twice. */
interface NamedBody {
  readonly kind: 'named';
  readonly alert: string;
}

/** An Update or Cancel names another alert. Subject: name key of the one it would end. */
interface ReferencedBody {
  readonly kind: 'referenced';
  readonly by: string;
  readonly how: 'superseded' | 'cancelled';
}

/** An alert is a revision of a series (of one sender). Subject: series key. */
interface SeriesBody {
  readonly kind: 'series';
  readonly alert: string;
  /** When it was sent, or recorded when that can't be read: which revision comes after which. */
  readonly sentAt: Instant;
}

/** Somebody vouched for an alert. Subject: alert id. */
interface TrustBody {
  readonly kind: 'trust';
  readonly trust: Trust;
  /** The operator; null when the same words came in again in a way that vouches for them. */
  readonly by: string | null;
}

/** A code with its shape under its hash: a county that many alerts name is kept once. */
export type ResolvedCode = Omit<Resolved, 'kind' | 'shape'> & { readonly shape: string };

/**
 * What the geocodes of an alert stand for, by the shapes that were known then. Recorded with the alert, and once more when an import
 * says more of it: the last one counts. Absent for an alert that draws its areas. Subject: alert id.
 */
interface ResolvedBody {
  readonly kind: 'resolved';
  readonly areas: readonly ResolvedArea<ResolvedCode>[];
}

/** A person of the watch list is new, moved, changed otherwise, or gone from it. Subject: person id. */
interface PersonBody {
  readonly kind: 'person';
  readonly change: 'listed' | 'moved' | 'changed' | 'unlisted';
}

/** A place of the operator's own is new, another than it was, or listed no more. Subject: place id, a keyed hash. */
interface PlaceBody {
  readonly kind: 'place';
  readonly change: 'listed' | 'changed' | 'unlisted';
}

/** What the commit `decided` led to. Subject: alert id, or `people` when it was about people who came or moved. */
interface DecisionBody {
  readonly kind: 'decision';
  readonly decided: number;
  readonly notices: number;
  readonly wakes: number;
}

export type FactBody =
  | ReportBody
  | ReadingBody
  | AlertBody
  | NamedBody
  | ReferencedBody
  | SeriesBody
  | TrustBody
  | ResolvedBody
  | PersonBody
  | PlaceBody
  | DecisionBody;

export interface NewFact<B extends FactBody = FactBody> {
  readonly subject: string;
  readonly interval: Interval;
  readonly body: B;
}

export interface Fact<B extends FactBody = FactBody> extends NewFact<B> {
  readonly recorded: Recorded;
}

export type FactOf<K extends FactBody['kind']> = Fact<Extract<FactBody, { kind: K }>>;

export const isFact = <K extends FactBody['kind']>(fact: Fact, kind: K): fact is FactOf<K> => fact.body.kind === kind;

/** The whole of time. */
export const always: Interval = { from: null, to: null };

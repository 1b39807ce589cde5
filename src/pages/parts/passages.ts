/** Numbers for what a situation rests on: a digit for each document, a letter for each passage in it, in the order of its text. */
import type { Cite, ReadingView, Situation } from '../../core/situation.ts';
import type { Relation } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';

export interface Passage {
  /** `2b` */
  readonly label: string;
  readonly letter: string;
  /** Anchor of its place in the list of sources: `c2b`. */
  readonly id: string;
  readonly cite: Cite;
}

/** One document, which is one voice however often it is cited. */
export interface Origin {
  readonly number: number;
  readonly report: string;
  readonly passages: readonly Passage[];
}

export interface Passages {
  readonly origins: readonly Origin[];
  /** null for words that are not in the list. */
  of(cite: Cite): Passage | null;
}

/** `a` … `z`, `aa` … for 0, 1 … */
export function letterOf(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letterOf(Math.floor(n / 26) - 1) + last;
}

/** Anchor of a passage on the page of its report. */
export const spanId = ({ start, end }: Span): string => `s${start}-${end}`;

const keyOf = ({ report, start, end }: Cite): string => `${report} ${start} ${end}`;
const given = (cites: readonly (Cite | null)[]): readonly Cite[] => cites.filter((cite) => cite !== null);

/** Everything a situation says, with the words it was read from; in no order. */
function citesOf(situation: Situation): readonly Cite[] {
  const { instruction, level, severity, trend, issuers, claims, disagreements, unknowns } = situation;
  return given([
    ...[instruction, level, severity, trend].map((one) => one?.cite ?? null),
    ...issuers.flatMap((one) => [one.words, one.danger, one.levelCite, one.severity, one.audienceCite, one.issued]),
    ...issuers.flatMap((one) => [...one.instructionCites, ...one.placeCites, one.expiresCite]),
    ...claims.map((claim) => claim.cite),
    ...disagreements.flatMap(({ sides }) => sides.map((side) => side.cite)),
    ...unknowns.map((unknown) => unknown.cite),
    ...situation.deadlines.flatMap(({ cites }) => cites),
    ...situation.estimates.map(({ cite }) => cite),
    ...situation.events.flatMap(({ cite, cites, withdrawnBy }) => [cite, ...cites, withdrawnBy]),
  ]);
}

/** A relation between groups, with its words as a citation. */
export interface CitedRelation {
  readonly relation: Relation;
  readonly cite: Cite;
}

/** What the documents of a situation tell of who is related to whom. */
export function relationsOf(situation: Situation, readings: readonly ReadingView[]): readonly CitedRelation[] {
  const own = new Set(situation.reports);
  return readings
    .filter(({ report }) => own.has(report))
    .flatMap(({ report, said }) =>
      said.relations.map((relation) => {
        const { start, end, text } = relation;
        return { relation, cite: { report, start, end, text, zone: relation.subject.zone } };
      }),
    );
}

/** The numbering of one situation, the same on its page, in its brief and wherever else it is quoted. */
export function passagesOf(situation: Situation, readings: readonly ReadingView[]): Passages {
  const cites = [...citesOf(situation), ...relationsOf(situation, readings).map(({ cite }) => cite)];
  const reports = [...new Set([...situation.reports, ...cites.map(({ report }) => report)])];
  const known = new Map<string, Passage>();
  const origins = reports.map((report, n): Origin => {
    const own = new Map(cites.filter((cite) => cite.report === report).map((cite) => [keyOf(cite), cite]));
    const ordered = [...own.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    const passages = ordered.map((cite, index): Passage => {
      const letter = letterOf(index);
      return { label: `${n + 1}${letter}`, letter, id: `c${n + 1}${letter}`, cite };
    });
    for (const passage of passages) known.set(keyOf(passage.cite), passage);
    return { number: n + 1, report, passages };
  });
  return {
    origins,
    of: (cite) => known.get(keyOf(cite)) ?? null,
  };
}

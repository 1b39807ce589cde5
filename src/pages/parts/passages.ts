/** Numbers for what a situation rests on: a digit for each document, a letter for each passage in it, in the order of its text. */
import type { Cite, ReadingView, Situation, SituationClaim, SituationEvent } from '../../core/situation.ts';
import type { Claim, EventRead, Relation, Said, TimeField } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';

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
  /** Words that say who speaks in those of a citation, whose figure it is, what lapses, when and where it happened, as far as they stand elsewhere. */
  beside(cite: Cite): readonly Cite[];
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

const citesOfEvent = ({ cite, cites, withdrawnBy, takenBack }: SituationEvent): (Cite | null)[] => [
  ...[cite, ...cites, withdrawnBy],
  ...takenBack.flatMap((one) => [one.cite, one.withdrawnBy]),
];

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
    ...[...situation.estimates, ...situation.casualties].map(({ cite }) => cite),
    ...situation.events.flatMap(citesOfEvent),
  ]);
}

/** What is told with somebody named as its author, or with fields of its own that may stand elsewhere in the document. */
function toldBeside({
  trend,
  claims,
  unknowns,
  casualties,
  disagreements,
  deadlines,
  estimates,
  events,
}: Situation): readonly Cite[] {
  return given([
    trend?.cite ?? null,
    ...[...claims, ...unknowns, ...casualties].map(({ cite }) => cite),
    ...disagreements.flatMap(({ sides }) => sides.map((side) => side.cite)),
    ...deadlines.flatMap(({ cites }) => cites),
    ...estimates.map(({ cite }) => cite),
    ...events.flatMap(citesOfEvent),
  ]);
}

const isIn = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
/** But for the mark that ends the sentence. */
const isTold = ({ start, end, text }: Cite, { start: from, end: to }: Span): boolean =>
  from <= start && (end <= to || (to > start && !/[\p{L}\p{N}]/u.test(text.slice(to - start))));
const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const lengthOf = ({ start, end }: Span): number => end - start;

/** When it happened, as its text says; the stamp that a document bears is the time of the document. */
export const timeOf = ({ time }: Pick<EventRead, 'time'>): TimeField | null =>
  time === null || ['status', 'boilerplate', 'related'].includes(time.zone) ? null : time;

/** The narrowest statement of somebody who is named that holds the words. */
const claimOf = (claims: readonly Claim[], span: Span): Claim | undefined =>
  claims
    .filter(({ speaker, content }) => speaker !== null && isIn(span, content))
    .sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0];

const words = /[\p{L}\p{N}]+/gu;

/** “He” names nobody: the words before it that name whom it means. */
function namingOf({ names, claims }: Said, speaker: Field<string>): Field<string>[] {
  const parts: readonly string[] = speaker.value.toLowerCase().match(words) ?? [];
  const isNamed = ({ text }: Field<string>): boolean =>
    (text.toLowerCase().match(words) ?? []).some((word) => parts.includes(word));
  if (isNamed(speaker)) return [speaker];
  const before = [...names, ...claims.flatMap((claim) => claim.speaker ?? [])]
    .filter((one) => one.value === speaker.value && one.start < speaker.start && isNamed(one))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  return [...before.slice(0, 1), speaker];
}

function fieldsBeside(said: Said, span: Span): Field<unknown>[] {
  const { claims, estimates, deadlines, events, relations } = said;
  const speakers = [
    claimOf(claims, span)?.speaker,
    ...relations.filter((one) => isSame(one, span)).map(({ speaker }) => speaker),
  ];
  const found = [
    ...speakers.flatMap((speaker) => (speaker ? namingOf(said, speaker) : [])),
    ...estimates.filter((one) => isSame(one, span)).flatMap(({ of, source }) => [of, source]),
    ...deadlines.filter((one) => isSame(one, span)).flatMap(({ what, holder }) => [what, holder]),
    ...events.filter((one) => isSame(one, span)).flatMap((one) => [one.what, timeOf(one), one.place]),
  ];
  return found.filter((field) => field !== null && field !== undefined && !isIn(field, span)) as Field<unknown>[];
}

function besideIn(readings: readonly ReadingView[]): Passages['beside'] {
  const said = new Map(readings.map((reading) => [reading.report, reading.said]));
  return (cite) => {
    const own = said.get(cite.report);
    const { report } = cite;
    const fields = own === undefined ? [] : fieldsBeside(own, cite);
    return fields.map(({ start, end, text, zone }) => ({ report, start, end, text, zone }));
  };
}

/** A relation between groups, with its words as a citation. */
export interface CitedRelation {
  readonly relation: Relation;
  readonly cite: Cite;
}

type Readings = readonly ReadingView[];
const readingsOf = ({ reports }: Situation, readings: Readings): Readings =>
  readings.filter(({ report }) => reports.includes(report));

const holds = (cite: Cite, report: string, spans: readonly Span[]): boolean =>
  cite.report === report && spans.every((span) => isIn(span, cite));

export interface Authorship {
  readonly issuers: readonly { readonly issuer: string; readonly cite: Cite }[];
  readonly claims: readonly SituationClaim[];
}

/** What is told of who did it or threatens to: words that hold both an event of this danger and a group it is put down to. */
export function authorshipOf(situation: Situation, readings: Readings): Authorship {
  const { claims, issuers, events } = situation;
  const standing = events.flatMap(({ status, cites }) => (status === 'happened' ? cites : []));
  const blamed = readingsOf(situation, readings).flatMap(({ report, said }) =>
    said.events
      .filter(
        (event) =>
          event.status === 'threatened' ||
          (event.status === 'happened' && standing.some((one) => one.report === report && isSame(one, event))),
      )
      .flatMap((event) => event.perpetrators.organisations.map((group) => ({ report, spans: [event, group] }))),
  );
  const isTelling = (cite: Cite): boolean => blamed.some(({ report, spans }) => holds(cite, report, spans));
  return {
    issuers: issuers.flatMap(({ issuer, danger, words }) =>
      [danger, words].flatMap((cite) => (cite !== null && isTelling(cite) ? [{ issuer, cite }] : [])).slice(0, 1),
    ),
    claims: claims.filter(({ cite }) => isTelling(cite)),
  };
}

/** Groups that the words about this danger name, by their canonical names. */
function groupsIn({ claims, issuers, events }: Situation, readings: Readings): ReadonlySet<string> {
  const own = given([
    ...claims.map(({ cite }) => cite),
    ...issuers.flatMap(({ danger, words }) => [danger, words]),
    ...events.flatMap(citesOfEvent),
  ]);
  const named = readings.flatMap(({ report, said }) =>
    said.names.filter(
      (name) =>
        (name.type === 'armed-group' || name.type === 'organisation') &&
        own.some((cite) => holds(cite, report, [name])),
    ),
  );
  return new Set(named.map(({ value }) => value));
}

/** What the documents of a situation tell of how the groups that it names are related. */
export function relationsOf(situation: Situation, readings: Readings): readonly CitedRelation[] {
  const own = readingsOf(situation, readings);
  const groups = groupsIn(situation, own);
  return own.flatMap(({ report, said }) =>
    said.relations
      .filter(({ subject, object }) => groups.has(subject.value) || groups.has(object.value))
      .map((relation) => {
        const { start, end, text } = relation;
        return { relation, cite: { report, start, end, text, zone: relation.subject.zone } };
      }),
  );
}

/**
 * The numbering of one situation, the same on its page, in its brief and wherever else it is quoted. `further`: sentences of its issuers
 * that it says nothing of; they bear the last letters, so that a page without them numbers all others alike.
 */
export function passagesOf(
  situation: Situation,
  readings: readonly ReadingView[],
  further: readonly Cite[] = [],
): Passages {
  const beside = besideIn(readings);
  const related = relationsOf(situation, readings).map(({ cite }) => cite);
  const cites = [...citesOf(situation), ...related, ...[...toldBeside(situation), ...related].flatMap(beside)];
  const reports = [...new Set([...situation.reports, ...cites.map(({ report }) => report)])];
  const known = new Map<string, Passage>();
  const origins = reports.map((report, n): Origin => {
    const own = new Map(cites.filter((cite) => cite.report === report).map((cite) => [keyOf(cite), cite]));
    const ordered = [...own.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    const rest = further.filter((cite) => cite.report === report && !ordered.some((one) => isTold(cite, one)));
    const passages = [...ordered, ...rest].map((cite, index): Passage => {
      const letter = letterOf(index);
      return { label: `${n + 1}${letter}`, letter, id: `c${n + 1}${letter}`, cite };
    });
    for (const passage of passages) known.set(keyOf(passage.cite), passage);
    return { number: n + 1, report, passages };
  });
  return {
    origins,
    of: (cite) => known.get(keyOf(cite)) ?? null,
    beside,
  };
}

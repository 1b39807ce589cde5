/** One danger around one place, as of (valid, recorded): who says what, where they differ, what is not known. Everything is cited. */
import type { AdviceLevel, AdviceScope } from './advice.ts';
import { piecesOf } from './geo/geocodes/areas.ts';
import type { Resolved, Unresolved } from './geo/geocodes/geocodes.ts';
import type { DrawnShape, Shape } from './geo/shape.ts';
import type { Instruction } from './instruction.ts';
import type { Trust } from './model.ts';
import type { EventType, Said, Stance, Trend } from './text/reading.ts';
import type { Span } from './text/span.ts';
import type { Instant, Recorded } from './time/time.ts';

/** Words of a report: a span of its reading's text (of the source itself for CAP). `text` is what stands there. */
export interface Cite extends Span {
  readonly report: string;
  readonly text: string;
  /** Zone, or the path in a machine format. */
  readonly zone: string;
}

/** A value of a machine format and nobody's words, such as `avoid_all_travel_to_parts`. */
export const isCode = (text: string): boolean => /^[a-z0-9]+(?:_[a-z0-9]+)+$/i.test(text);

/** An area, or a part of one, that an issuer names and nobody here can place. */
export interface UnplacedArea {
  /** As the issuer names it; empty where it names none. */
  readonly name: string;
  /** Its codes have no boundary here; it has words alone, or one point of it is marked; a shape of its own can't be read; its info names no area. */
  readonly why: 'codes' | 'words' | 'point' | 'unreadable' | 'no-area';
  /** The codes without a boundary; empty where `why` is another. */
  readonly codes: readonly Unresolved[];
}

export interface SituationPlace {
  /** Gazetteer id; null when the issuer drew an area of its own or named one we can't place. */
  readonly id: string | null;
  /** As the gazetteer calls it, else the issuer's words. */
  readonly name: string;
  /** `country`, `airport`, `town` …; `area` for one the issuer drew. */
  readonly kind: string;
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null;
  /** What is drawn and what codes stand for; empty for a country or for a place without a shape. */
  readonly shapes: readonly DrawnShape[];
  /** The codes that some of the shapes stand for, by a boundary that is not the issuer's; absent where there are none. */
  readonly coded?: readonly Resolved[];
  /** What of the area has no place here: who is in it is not known. Absent where all of it has. */
  readonly unplaced?: readonly UnplacedArea[];
  /** The shapes are the desk's own: the issuer named the place and gave no shape. */
  readonly ours: boolean;
}

/** Of its shapes those that an issuer or the desk drew, without what stands by a code. */
export function drawnIn({ shapes, coded = [] }: Pick<SituationPlace, 'shapes' | 'coded'>): readonly DrawnShape[] {
  const boundaries = new Set<Shape>(coded.flatMap(({ shape }) => piecesOf(shape)));
  return shapes.filter((shape) => !boundaries.has(shape));
}

export interface SituationInstruction {
  readonly value: Instruction;
  readonly issuer: string;
  readonly immediate: boolean;
  /** Names of the places inside the situation's own that it is said of, such as gates; empty when it is said of the whole. */
  readonly at: readonly string[];
  readonly cite: Cite;
}

export interface SituationLevel {
  readonly value: AdviceLevel;
  readonly issuer: string;
  readonly scope: AdviceScope;
  readonly cite: Cite;
}

/** What one issuer says of this danger now: its newest word, or what a medium reports of it when it was not heard itself. */
export interface IssuerWord {
  /** ISO country code of a government, else the sender's name. */
  readonly issuer: string;
  readonly name: string;
  readonly words: Cite;
  /** The words that name the danger; null when none of its words does. */
  readonly danger: Cite | null;
  readonly level: AdviceLevel | null;
  readonly scope: AdviceScope | null;
  readonly levelCite: Cite | null;
  /** Of CAP: as the sender wrote it. */
  readonly severity: Cite | null;
  /** Strongest first, each once. */
  readonly instructions: readonly Instruction[];
  /** The sentences they stand in, in order of strength; of CAP the codes of its response types. */
  readonly instructionCites: readonly Cite[];
  readonly audience: string | null;
  readonly audienceCite: Cite | null;
  readonly trust: Trust;
  /** When it was sent or fetched, whichever is known. */
  readonly issuedAt: Instant;
  /** As the issuer states it; null when it states no day. */
  readonly issued: Cite | null;
  readonly knownAt: Instant;
  /** null: no end stated. */
  readonly expires: Instant | null;
  readonly expiresCite: Cite | null;
  /** Names of the places it speaks of. */
  readonly places: readonly string[];
  /** The words that name them, as far as they stand in the document. */
  readonly placeCites: readonly Cite[];
  /** Id of the alert; null for words that are only reported. */
  readonly alert: string | null;
  readonly report: string;
  /** Older alerts of this issuer that this one took the place of, newest first. Of CAP: those it references, and those of the same event. */
  readonly earlier: readonly string[];
}

export interface SituationClaim {
  readonly speaker: string | null;
  readonly cite: Cite;
  /** The words that name the speaker. */
  readonly speakerCite: Cite | null;
  readonly via: Cite | null;
  readonly modality: 'quote' | 'mixed' | 'paraphrase' | 'narration';
  readonly stance: Stance | null;
  /** When the report was published, or fetched when it states no time. */
  readonly at: Instant;
  readonly knownAt: Instant;
}

export interface Side {
  readonly speaker: string | null;
  readonly cite: Cite;
}

/** Words that were taken back, and by whom; a speaker is null when the text itself does. */
export interface TakenBack {
  readonly cite: Cite;
  readonly withdrawnBy: Cite;
  readonly withdrawnSpeaker: string | null;
}

export interface SituationEvent {
  readonly type: EventType;
  /** `explosion`, `gunfire`. */
  readonly what: string;
  readonly status: 'happened' | 'threatened' | 'denied' | 'withdrawn';
  /** Name of the place; null when none is named. */
  readonly place: string | null;
  readonly placeId: string | null;
  readonly cite: Cite;
  /** All that report it, the first among them. */
  readonly cites: readonly Cite[];
  readonly withdrawnBy: Cite | null;
  /** Who is named as saying that it happened, by the first of `cites`, and as taking it back; null when the text itself does. */
  readonly speaker: string | null;
  readonly withdrawnSpeaker: string | null;
  /** When the words of `cite` were reported. */
  readonly citeAt: Instant;
  /** When it was first reported, and with which words. */
  readonly at: Instant;
  readonly first: Side;
  /** What was told of it besides and taken back, while the deed itself stands: “a complex attack”. Newest first. */
  readonly takenBack: readonly TakenBack[];
}

export interface SituationEstimate {
  readonly of: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly source: string | null;
  /** The day or month it is of, in the words of its text; null when none is stated. */
  readonly asOf: string | null;
  readonly cite: Cite;
}

/** How many one source counts as dead or hurt. Counts stand side by side and are never added or averaged. */
export interface SituationCount {
  /** null: not stated. */
  readonly killed: number | null;
  readonly injured: number | null;
  /** Who counts; null when the text itself does. */
  readonly speaker: string | null;
  readonly cite: Cite;
  /** When it was reported. */
  readonly at: Instant;
}

export interface SituationDeadline {
  /** EDTF. */
  readonly value: string;
  readonly what: string;
  readonly holder: string | null;
  /** Newest first. */
  readonly cites: readonly Cite[];
}

/** What nobody tells. `cite` is null where it follows from what is missing: no end stated by any issuer, no level by `issuer`. */
export interface SituationUnknown {
  readonly about: string;
  readonly issuer: string | null;
  readonly cite: Cite | null;
  /** Who says that it is not known; null when the text itself does, or nobody. */
  readonly speaker: string | null;
  /** When that was reported; null without words. */
  readonly at: Instant | null;
}

export interface Situation {
  /** `s-` and 16 hex digits: hash of family and place, or of the chain that drew its area. The same danger at the same place bears it again. */
  readonly id: string;
  /** Hazard family (core/hazard.ts). */
  readonly family: string;
  /** The event as CAP names it; null for notices in prose. */
  readonly event: string | null;
  /** Something of this family has happened here and is not withdrawn. */
  readonly happened: boolean;
  readonly place: SituationPlace;
  /** The strongest in force. */
  readonly instruction: SituationInstruction | null;
  /** The highest in force that covers the place. */
  readonly level: SituationLevel | null;
  readonly severity: { readonly value: string; readonly issuer: string; readonly cite: Cite } | null;
  readonly trend: { readonly value: Trend; readonly speaker: string | null; readonly cite: Cite } | null;
  /** Newest first. */
  readonly issuers: readonly IssuerWord[];
  /** Newest first. */
  readonly claims: readonly SituationClaim[];
  readonly disagreements: readonly { readonly about: string; readonly sides: readonly Side[] }[];
  readonly unknowns: readonly SituationUnknown[];
  readonly deadlines: readonly SituationDeadline[];
  readonly estimates: readonly SituationEstimate[];
  /** Of the dead and hurt, newest first. */
  readonly casualties: readonly SituationCount[];
  readonly events: readonly SituationEvent[];
  /** Alerts that stand in it, in force or superseded, by id. */
  readonly alerts: readonly string[];
  /** Reports it rests on, in recorded order: the number of each is its citation's digit. */
  readonly reports: readonly string[];
  /** When the desk first knew, and when the newest report came. */
  readonly knownSince: Instant;
  readonly changedAt: Instant;
}

/** The newest reading of a report, as the picture takes it. */
export interface ReadingView {
  readonly report: string;
  readonly source: string;
  readonly url: string | null;
  /** Stated by a story in a drill space; `reported` else. */
  readonly trust: Trust;
  readonly title: string | null;
  readonly publisher: string | null;
  /** As the document states it; null when it does not. */
  readonly publishedAt: Instant | null;
  readonly fetchedAt: Instant;
  readonly recorded: Recorded;
  readonly said: Said;
}

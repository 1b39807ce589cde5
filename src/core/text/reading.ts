/**
 * What one version of the reader made of a document: its text in zones, and what it says, each part cited by a span of that text.
 * `text.slice(field.start, field.end) === field.text` for every field. A field is null where the text does not say.
 */
import type { Finding } from '../finding.ts';
import type { Instruction } from '../instruction.ts';
import type { Instant } from '../time/time.ts';
import type { Field, Span } from './span.ts';

/** `status` is a stated value of a machine format, such as an advice level; the rest are parts of prose. */
export const zones = ['title', 'status', 'heading', 'body', 'list', 'caption', 'related', 'boilerplate'] as const;
export type Zone = (typeof zones)[number];

export interface Block extends Span {
  readonly zone: Zone;
  /** Number (from 0) of the earlier block whose words these are, nearly or exactly. */
  readonly duplicateOf?: number;
  /** Where it stood in a machine format, such as `details.alert_status[0]`. */
  readonly path?: string;
  /** The first of its notice, where the document holds several. */
  readonly begins?: true;
}

/** A document as text in zones. Blocks are in order, do not overlap, and leave out only white space. */
export interface Document {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title: string | null;
  /** BCP 47, as stated; null when it is not. */
  readonly language: string | null;
  /** Who publishes it, as the document says. */
  readonly publisher: string | null;
  readonly publishedAt: Instant | null;
  /** The day the document bears (EDTF, `2021-08-26`), against which its relative times are read; null when it has none. */
  readonly day: string | null;
}

export type NameType = 'person' | 'organisation' | 'armed-group' | 'government' | 'facility' | 'other';
/** value: canonical name. */
export interface NameField extends Field<string> {
  readonly id: string;
  readonly type: NameType;
}

/** value: gazetteer id. A metonym (“Washington criticised”) is its government and no place. */
export interface PlaceField extends Field<string> {
  readonly kind: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly metonym: boolean;
  /** Only a part of it is spoken of: “parts of Islamabad”, “northern Mali”. */
  readonly scope?: 'part';
}

/** value: gazetteer id. With a scope its text begins with the words that say so. */
export interface AreaField extends Field<string> {
  readonly scope?: 'part';
}

/** value: EDTF, or null when it can't be resolved. */
export interface TimeField extends Field<string | null> {
  readonly modifier: string | null;
  readonly basis: 'stated' | 'document-date' | 'unresolved';
}

export type Stance = 'asserts' | 'plays-down' | 'denies' | 'asks' | 'wants';
export interface Claim {
  /** `c1`, `c2` … within its reading. */
  readonly id: string;
  /** value: canonical name of who says it; null for the narrator or where it can't be told. */
  readonly speaker: Field<string> | null;
  /** Through whom the document knows it. */
  readonly via: Field<string> | null;
  readonly cue: Field<string> | null;
  /** What is said; value: its text. */
  readonly content: Field<string>;
  /** The words in quotation marks within the content, without the marks; the first when there are several. */
  readonly quoted?: Field<null> | null;
  readonly modality: 'quote' | 'mixed' | 'paraphrase' | 'narration';
  /** As stated beside the words or in them. */
  readonly time: TimeField | null;
  /** The day that its notice bears, where the document holds several and no time is stated. */
  readonly noticeDay?: TimeField;
  readonly places: readonly PlaceField[];
  readonly stance: Stance | null;
  /** The claim of the same reading that this one plays down or denies. */
  readonly contradicts: string | null;
}

export type Trend = 'rising' | 'steady' | 'falling';

/** Who warns whom of what, where, to do what. A field that its own issuer did not state is null; one speaker's words never spread to others. */
export interface Warning {
  readonly id: string;
  /** value: ISO country code of a government that warns, else the office's name. */
  readonly issuer: Field<string> | null;
  /** The person or office that speaks for the issuer, canonical; null when the issuer is named itself. */
  readonly speaker: Field<string> | null;
  /** value: `citizens:US`, `everyone` … */
  readonly audience: Field<string> | null;
  /** value: hazard family of core/hazard.ts. */
  readonly hazard: Field<string> | null;
  readonly area: AreaField | null;
  /** value: the issuer's own words for a level. */
  readonly level: Field<string> | null;
  readonly trend: Field<Trend> | null;
  /** value: EDTF. */
  readonly expires: Field<string> | null;
  readonly instructions: readonly InstructionField[];
  /** The sentence or sentences it was read from. */
  readonly words: Field<null>;
}

export interface InstructionField extends Field<Instruction> {
  /** Gazetteer ids of where it is to be followed; empty when the sentence names none. */
  readonly places: readonly string[];
  /** The sentence says “now”, “immediately” or the like. */
  readonly immediate: boolean;
  /** The sentence it stands in, with its condition and its exception. */
  readonly sentence: Field<null>;
}

export interface Estimate extends Span {
  readonly id: string;
  readonly of: Field<string>;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly source: Field<string> | null;
  readonly asOf: TimeField | null;
  readonly text: string;
}

export type EventType =
  | 'attack'
  | 'bombing'
  | 'kidnapping'
  | 'arson'
  | 'robbery'
  | 'forced-work-stoppage'
  | 'takeover'
  | 'evacuation'
  | 'other';
export interface EventRead extends Span {
  readonly id: string;
  readonly type: EventType;
  /** `withdrawn`: somebody takes back that it happened. `denied`: somebody else says that it did not. */
  readonly status: 'happened' | 'threatened' | 'denied' | 'withdrawn';
  /** The words that name it: “explosion”, “gunfire”; value: lower case, singular. */
  readonly what: Field<string>;
  /** As stated. */
  readonly time: TimeField | null;
  /** The day that its notice bears, where the document holds several and no time is stated. */
  readonly noticeDay?: TimeField;
  readonly place: Field<string> | null;
  readonly perpetrators: {
    readonly individuals: readonly Field<string>[];
    readonly organisations: readonly Field<string>[];
  };
  readonly targets: readonly Field<string>[];
  readonly victims: readonly Field<string>[];
  readonly weapons: readonly Field<string>[];
  readonly killed: number | null;
  readonly injured: number | null;
  readonly text: string;
}

export interface Relation extends Span {
  readonly subject: Field<string>;
  readonly relation:
    | 'affiliate-of'
    | 'formed-from'
    | 'pledged-allegiance-to'
    | 'rival-of'
    | 'ally-of'
    | 'recognised-by'
    | 'operates-in'
    | 'part-of';
  readonly object: Field<string>;
  /** The text's own words for it, between the two: “is a sworn enemy of the”. Readings of an earlier version have none. */
  readonly words?: Field<null>;
  /** Who says so; null when the text itself does. */
  readonly speaker?: Field<string> | null;
  readonly text: string;
}

export interface Deadline extends Span {
  readonly what: Field<string>;
  readonly holder: Field<string> | null;
  /** EDTF. */
  readonly value: string;
  readonly text: string;
  readonly zone: string;
}

/** Something the text says that nobody knows or tells, or (without a span) that it leaves open. */
export interface Unknown {
  /** `details`, `casualties`, `end`, `safe-place`, `document-date` … */
  readonly about: string;
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
}

export interface Disagreement {
  /** Ids of claims, of a warning that stands in none, or of an estimate with `.min` or `.max`. */
  readonly between: readonly [string, string];
  readonly about: 'gravity' | 'cause' | 'number' | 'fact' | 'instruction';
}

/** What a reading says, without the text itself. */
export interface Said {
  readonly names: readonly NameField[];
  readonly places: readonly PlaceField[];
  readonly times: readonly TimeField[];
  readonly claims: readonly Claim[];
  readonly warnings: readonly Warning[];
  readonly estimates: readonly Estimate[];
  readonly events: readonly EventRead[];
  readonly relations: readonly Relation[];
  readonly deadlines: readonly Deadline[];
  readonly unknowns: readonly Unknown[];
  readonly disagreements: readonly Disagreement[];
}

export interface Reading extends Said {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Notices and travel advice as their sources state them, for tests: one part for each place, with what a test does not care about filled in. */
import type { AdviceLevel, AdvicePart } from '../src/core/advice.ts';
import type { CapArea, CapInfo } from '../src/core/cap/model.ts';
import type { DrawnShape } from '../src/core/geo/shape.ts';
import { adviceFamily } from '../src/core/hazard.ts';
import type { Instruction } from '../src/core/instruction.ts';
import type { Document, InstructionField } from '../src/core/text/reading.ts';
import type { Field } from '../src/core/text/span.ts';
import type { StatedAlert } from '../src/sources/source.ts';
import { makeAlert, makeArea, makeInfo, stamp } from './make.ts';

/** `gate` has a circle of 500 m, an airport one of 5 km. */
export interface PartGiven {
  readonly place: string;
  /** Names of the areas; the first is the part's own. */
  readonly areas: readonly {
    readonly name: string;
    readonly at?: readonly [lat: number, lon: number];
    readonly radiusMeters?: number;
  }[];
  readonly instruction?: Instruction;
  readonly immediate?: boolean;
  readonly level?: AdviceLevel;
  readonly words: string;
  readonly scope?: AdvicePart['scope'];
  readonly family?: string;
}

export interface NoticeGiven {
  readonly office: string;
  readonly issuer: string;
  readonly sender: string;
  readonly series: string;
  readonly identifier: string;
  readonly sent: string;
  readonly title: string;
  readonly issued?: string;
  readonly parts: readonly PartGiven[];
}

const responseTypes: Readonly<Record<Instruction, string>> = {
  leave: 'Evacuate',
  shelter: 'Shelter',
  avoid: 'Avoid',
  prepare: 'Prepare',
  monitor: 'Monitor',
  'all-clear': 'AllClear',
};

/** A field over words that stand at `start` of some text. */
export const fieldAt = <T>(text: string, value: T, start = 0): Field<T> => ({
  text,
  start,
  end: start + text.length,
  zone: 'body',
  value,
});

export function makeStated(given: NoticeGiven): StatedAlert {
  const infos = given.parts.map((part) => infoOf(part, given));
  const { identifier, sender } = given;
  return {
    alert: makeAlert({ identifier, sender, sent: stamp(given.sent), infos }),
    advice: {
      issuer: given.issuer,
      office: given.office,
      series: given.series,
      issued: given.issued === undefined ? null : fieldAt(given.issued, given.issued),
      audience: null,
      trend: null,
      parts: given.parts.map(partOf),
    },
  };
}

function partOf(part: PartGiven): AdvicePart {
  const { words, instruction, level } = part;
  const sentence = fieldAt(words, null);
  const field = (value: Instruction): InstructionField => ({
    ...fieldAt(words, value),
    places: [part.place],
    immediate: part.immediate ?? false,
    sentence,
  });
  const scope = scopeOf(part);
  return {
    family: part.family ?? (scope === 'whole' ? adviceFamily : 'attack'),
    place: part.place,
    scope,
    level: level === undefined ? null : fieldAt(`level ${level}`, level),
    instructions: instruction === undefined ? [] : [field(instruction)],
    words: sentence,
  };
}

const scopeOf = ({ scope, areas }: PartGiven): AdvicePart['scope'] => scope ?? (areas[0]?.at ? 'point' : 'whole');

function infoOf(part: PartGiven, { office, title }: NoticeGiven): CapInfo {
  const { instruction, immediate = false, words, place } = part;
  const whole = scopeOf(part) === 'whole';
  return makeInfo({
    categories: ['Security'],
    event: title,
    responseTypes: instruction === undefined ? [] : [responseTypes[instruction]],
    urgency: immediate && instruction === 'leave' ? 'Immediate' : 'Unknown',
    severity: 'Unknown',
    certainty: 'Unknown',
    expires: null,
    senderName: office,
    headline: title,
    description: words,
    instruction: instruction === undefined ? null : words,
    areas: part.areas.map((area) => areaOf(area, whole ? place : null)),
  });
}

function areaOf({ name, at, radiusMeters = 5000 }: PartGiven['areas'][number], country: string | null): CapArea {
  const shape: DrawnShape | null = at ? { kind: 'circle', center: { lat: at[0], lon: at[1] }, radiusMeters } : null;
  const geocodes = country === null ? [] : [{ valueName: 'ISO 3166-1', value: country }];
  return makeArea(shape, { areaDesc: name, geocodes });
}

export function makeDocument(text: string, over: Partial<Document> = {}): Document {
  return {
    text,
    blocks: [{ start: 0, end: text.length, zone: 'body' }],
    title: null,
    language: 'en',
    publisher: null,
    publishedAt: null,
    day: null,
    ...over,
  };
}

/** A part of a notice or advice as an info of CAP, in the issuer's own words; what the issuer did not rate stays Unknown. */
import type { CapArea, CapInfo, Stamp } from '../../core/cap/model.ts';
import { circleOf, type Place } from '../../core/geo/place.ts';
import type { Instruction } from '../../core/instruction.ts';
import type { InstructionField, Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { leftToAuthorities } from './authorities.ts';
import type { Part } from './parts.ts';
import { isInside } from './targets.ts';

/** What all infos of one notice have in common. */
export interface Frame {
  readonly reading: Reading;
  readonly standing: boolean;
  /** Where the issuer says what is the matter, in body text. */
  readonly lead: readonly Span[];
  readonly event: string;
  readonly office: string;
  readonly audience: string | null;
  readonly expires: Stamp | null;
  readonly web: string | null;
  /** Items of a notice's list that tell nobody to do anything now: their words are shown all the same. */
  readonly untold: readonly InstructionField[];
}

const responseTypes: Readonly<Record<Instruction, string>> = {
  leave: 'Evacuate',
  shelter: 'Shelter',
  avoid: 'Avoid',
  prepare: 'Prepare',
  monitor: 'Monitor',
  'all-clear': 'AllClear',
};
const security = ['attack', 'conflict', 'unrest', 'crime', 'kidnapping'];
const longestEvent = 120;
const longestLooked = 2000;
const longestDescription = 4000;
const longestAreaDesc = 300;

export function infoOf(part: Part, frame: Frame): CapInfo {
  const { reading, office, web, audience, expires } = frame;
  const { title, language, text } = reading.document;
  const event = part.event ? eventOf(text.slice(part.event.start, part.event.end)) : frame.event;
  const urgent = part.instructions.some(
    ({ value, immediate }) => immediate && (value === 'leave' || value === 'shelter'),
  );
  return {
    language,
    categories: [security.includes(part.family) ? 'Security' : 'Other'],
    event,
    responseTypes: [...new Set(part.instructions.map(({ value }) => responseTypes[value]))],
    urgency: urgent ? 'Immediate' : 'Unknown',
    severity: 'Unknown',
    certainty: 'Unknown',
    audience,
    eventCodes: [],
    effective: null,
    onset: null,
    expires,
    senderName: office,
    headline: title ?? event,
    description: descriptionOf(part, frame),
    instruction: instructionOf(part, frame),
    web,
    contact: null,
    parameters: [],
    resources: [],
    areas: part.areas.map((area) =>
      typeof area === 'string' ? plainArea(cutFairly(area, longestAreaDesc)) : areaOf(area),
    ),
    extra: [],
  };
}

/**
 * The sentences that instructions stand in, in the order of the text, each once. In a notice also what it leaves to the authorities:
 * that holds wherever it speaks of.
 */
function instructionOf({ instructions }: Part, { reading, standing, lead, untold }: Frame): string | null {
  const further = standing ? [] : leftToAuthorities(reading.document, lead);
  const sentences = new Map(
    [...[...instructions, ...untold].map(({ sentence }) => sentence), ...further].map(({ start, text }) => [
      start,
      text,
    ]),
  );
  const words = [...sentences].sort(([a], [b]) => a - b).map(([, text]) => text);
  return words.length === 0 ? null : words.join('\n');
}

/** Of a point in standing advice the paragraphs that speak of it, else all that the issuer leads with; the list of a notice is its instructions. */
function descriptionOf(part: Part, { reading, standing, lead }: Frame): string | null {
  const { text, blocks } = reading.document;
  const narrow = standing && part.scope === 'point';
  // What stands beside an all-clear may hold it back: nothing of it is left out.
  const isClear = !standing && part.instructions.some(({ value }) => value === 'all-clear');
  const chosen = blocks.filter(
    (block) =>
      (isClear || block.zone === 'body' || (standing && block.zone === 'list')) &&
      block.duplicateOf === undefined &&
      (narrow
        ? part.instructions.some(({ sentence }) => isInside(sentence, block))
        : lead.some((span) => isInside(block, span))),
  );
  const words = chosen.map(({ start, end }) => text.slice(start, end)).join('\n');
  return words === '' ? null : cutFairly(words, longestDescription);
}

/** The first sentence; a long one up to the last comma or the like, else up to a word. */
export function eventOf(words: string): string {
  const sentence = words
    .slice(0, longestLooked)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?:(?<=[^.\s]{3}[.!?])\s|(?<=\b[ap]\.m\.)\s(?=\p{Lu})).*$/su, '');
  if (sentence.length <= longestEvent) return sentence.replace(/(?<!\.\p{L})\.$/u, '');
  const clause = /^.{20,}(?=[,;:]\s|\s–)/.exec(sentence.slice(0, longestEvent))?.[0];
  return clause ?? cutFairly(sentence, longestEvent);
}

/** At most `length` characters, ended at a word and marked when something was left out. */
export function cutFairly(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  return `${cut.slice(0, space > 0 ? space : length - 1).toWellFormed()}…`;
}

const plainArea = (areaDesc: string): CapArea => ({
  areaDesc,
  polygons: [],
  circles: [],
  geocodes: [],
  altitude: null,
  ceiling: null,
  extra: [],
});

/** A facility gets the desk's own circle, a country its code; a town or region has no shape, and none is made up. */
function areaOf(place: Place): CapArea {
  const shape = circleOf(place);
  const area = plainArea(place.name);
  if (place.kind === 'country') return { ...area, geocodes: [{ valueName: 'ISO 3166-1', value: place.country }] };
  if (shape === null) return area;
  const { center, radiusMeters } = shape;
  return { ...area, circles: [{ text: `${center.lat},${center.lon} ${radiusMeters / 1000}`, shape }] };
}

/** A part of a notice or advice as an info of CAP, in the issuer's own words; what the issuer did not rate stays Unknown. */
import type { CapArea, CapInfo, Stamp } from '../../core/cap/model.ts';
import { circleOf, type Place } from '../../core/geo/place.ts';
import type { Instruction } from '../../core/instruction.ts';
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { leftToAuthorities } from './authorities.ts';
import { isInside, type MainPlace, type Part } from './parts.ts';

/** What all infos of one notice have in common. */
export interface Frame {
  readonly reading: Reading;
  readonly main: MainPlace;
  readonly standing: boolean;
  /** Where the issuer says what is the matter, in body text. */
  readonly lead: readonly Span[];
  readonly event: string;
  readonly office: string;
  readonly audience: string | null;
  readonly expires: Stamp | null;
  readonly web: string | null;
  readonly contact: string | null;
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
const longestDescription = 4000;
const longestAreaDesc = 300;

export function infoOf(part: Part, frame: Frame): CapInfo {
  const { reading, office, web, contact, audience, expires, event } = frame;
  const { title, language } = reading.document;
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
    contact,
    parameters: [],
    resources: [],
    areas: areasOf(part, frame.main),
    extra: [],
  };
}

/**
 * The sentences that instructions stand in, in the order of the text, each once. In a notice also what it leaves to the authorities:
 * that holds wherever it speaks of.
 */
function instructionOf({ instructions }: Part, { reading, standing, lead }: Frame): string | null {
  const further = standing ? [] : leftToAuthorities(reading.document, lead);
  const sentences = new Map(
    [...instructions.map(({ sentence }) => sentence), ...further].map(({ start, text }) => [start, text]),
  );
  const words = [...sentences].sort(([a], [b]) => a - b).map(([, text]) => text);
  return words.length === 0 ? null : words.join('\n');
}

/** Of a point in standing advice the paragraphs that speak of it, else all that the issuer leads with. */
function descriptionOf(part: Part, { reading, standing, lead }: Frame): string | null {
  const { text, blocks } = reading.document;
  const narrow = standing && part.scope === 'point';
  const chosen = blocks.filter(
    (block) =>
      (block.zone === 'body' || (narrow && block.zone === 'list')) &&
      block.duplicateOf === undefined &&
      (narrow
        ? part.instructions.some(({ sentence }) => isInside(sentence, block))
        : lead.some((span) => isInside(block, span))),
  );
  const words = chosen.map(({ start, end }) => text.slice(start, end)).join('\n');
  return words === '' ? null : cutFairly(words, longestDescription);
}

/** At most `length` characters, ended at a word and marked when something was left out. */
export function cutFairly(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  return `${cut.slice(0, space > 0 ? space : length - 1).toWellFormed()}…`;
}

function areasOf({ place, places, scope, main: isMain }: Part, main: MainPlace): CapArea[] {
  // What has no shape of ours is left in the issuer's words, for a person to place.
  if (isMain && scope === 'part') return [plainArea(cutFairly(main.name, longestAreaDesc))];
  if (places.length > 0) return places.map(areaOf);
  if (scope === 'part' && !isMain && place !== (main.place?.id ?? main.name))
    return [plainArea(cutFairly(place, longestAreaDesc))];
  const country = main.place;
  const name = country?.name ?? main.name;
  return [plainArea(scope === 'part' && place === country?.id ? `Parts of ${name}` : name)];
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

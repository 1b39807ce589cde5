/** Advice, readings and a small gazetteer for tests of the picture, with what a test does not care about filled in. */
import type { Advice, AdviceLevel, AdvicePart, AdviceScope } from '../src/core/advice.ts';
import { covers } from '../src/core/geo/covers.ts';
import type { Place, PlaceKind } from '../src/core/geo/place.ts';
import type { Instruction } from '../src/core/instruction.ts';
import type { AlertView } from '../src/core/model.ts';
import type { ReadingView } from '../src/core/situation.ts';
import type { Claim, Deadline, EventRead, PlaceField, Said, Trend, Warning } from '../src/core/text/reading.ts';
import type { Field } from '../src/core/text/span.ts';
import type { Gazetteer } from '../src/picture/anchor/gazetteer.ts';
import { at, makeAlert, makeInfo, makeView, stamp } from './make.ts';

const place = (id: string, kind: PlaceKind, lat: number, lon: number, more: Partial<Place> = {}): Place => ({
  id,
  name: id,
  kind,
  country: 'AF',
  admin1: null,
  point: { lat, lon },
  within: null,
  population: 0,
  fuzzy: false,
  ...more,
});

const places = [
  place('AF', 'country', 34, 66, { name: 'Afghanistan' }),
  place('PK', 'country', 30, 70, { name: 'Pakistan', country: 'PK' }),
  place('KBL', 'airport', 34.5658, 69.2123, { name: 'Kabul airport' }),
  place('abbey', 'building', 34.5585, 69.2212, { name: 'Abbey Gate', within: 'KBL' }),
  place('north', 'building', 34.5736, 69.2128, { name: 'North Gate', within: 'KBL' }),
  place('baron', 'building', 34.5562, 69.2262, { name: 'Baron Hotel' }),
  place('kabul', 'town', 34.5281, 69.1723, { name: 'Kabul', population: 4_000_000 }),
  place('jalalabad', 'town', 34.43, 70.45, { name: 'Jalalabad', population: 300_000 }),
  place('east', 'region', 34.5, 70.5, { name: 'the east', fuzzy: true }),
];

export const smallGazetteer: Gazetteer = {
  placeById: (id) => places.find((one) => one.id === id) ?? null,
  countryIn: (shapes) => {
    const inside = places.filter((one) => one.kind === 'town' && shapes.some((shape) => covers(shape, one.point)));
    const countries = new Set(inside.map(({ country }) => country));
    return countries.size === 1 ? ([...countries][0] ?? null) : null;
  },
};

let offset = 0;
/** A field at a place of its own in the text. */
export function field<T>(text: string, value: T, zone = 'body'): Field<T> {
  offset += 100;
  const start = offset;
  return { text, start, end: start + text.length, zone, value };
}

export function makePart(part: {
  family?: string;
  place?: string;
  scope?: AdviceScope;
  level?: AdviceLevel;
  tells?: readonly (readonly [Instruction, string, ...('now' | '')[]])[];
  words?: string;
}): AdvicePart {
  const { family = 'attack', place: id = 'KBL', scope = 'point', level, tells = [], words } = part;
  const instructions = tells.map(([value, sentence, now]) => {
    const whole = field(sentence, null);
    return { ...whole, value, places: [id], immediate: now === 'now', sentence: whole };
  });
  return {
    family,
    place: id,
    scope,
    level: level ? field(`Level ${level}`, level, 'status') : null,
    instructions,
    words: instructions[0]?.sentence ?? field(words ?? 'Be careful.', null),
  };
}

/** An advice of one issuer; the report is `r-` and its id. */
export function advised(
  id: string,
  seq: number,
  sent: string,
  issuer: string,
  parts: readonly AdvicePart[],
  more: Partial<AlertView> & { readonly advice?: Partial<Advice> } = {},
): AlertView {
  const { advice, ...view } = more;
  const infos = parts.map(() => makeInfo({ areas: [], expires: null, severity: 'Unknown', responseTypes: [] }));
  return makeView({
    id,
    report: `r-${id}`,
    alert: makeAlert({ identifier: id, sender: issuer, sent: stamp(sent), infos }),
    trust: 'from-origin',
    situation: `chain-${id}`,
    situations: [`chain-${id}`],
    recorded: { seq, at: at(sent) + 60_000 },
    ...view,
    advice: {
      issuer,
      office: `Office of ${issuer}`,
      series: id,
      issued: null,
      audience: null,
      trend: null,
      parts,
      ...advice,
    },
  });
}

export const nothingSaid: Said = {
  names: [],
  places: [],
  times: [],
  claims: [],
  warnings: [],
  estimates: [],
  events: [],
  relations: [],
  deadlines: [],
  unknowns: [],
  disagreements: [],
};

export function read(
  id: string,
  seq: number,
  fetched: string,
  said: Partial<Said>,
  more: Partial<ReadingView> = {},
): ReadingView {
  return {
    report: `r-${id}`,
    source: 'plain-text',
    url: null,
    trust: 'reported',
    title: null,
    publisher: null,
    publishedAt: null,
    fetchedAt: at(fetched),
    recorded: { seq, at: at(fetched) + 60_000 },
    said: { ...nothingSaid, ...said },
    ...more,
  };
}

export const placeField = (id: string): PlaceField => ({
  ...field(id, id),
  kind: 'place',
  lat: 0,
  lon: 0,
  country: 'AF',
  metonym: false,
});

export const makeClaim = (
  id: string,
  speaker: string | null,
  text: string,
  at: readonly string[],
  more: Partial<Claim> = {},
): Claim => ({
  id,
  speaker: speaker === null ? null : field(speaker, speaker),
  via: null,
  cue: null,
  content: field(text, text),
  modality: speaker === null ? 'narration' : 'paraphrase',
  time: null,
  places: at.map(placeField),
  stance: speaker === null ? null : 'asserts',
  contradicts: null,
  ...more,
});

export function makeWarning(
  id: string,
  more: Partial<Warning> & { readonly said?: string; readonly rises?: Trend } = {},
): Warning {
  const { said = 'They warn of an attack.', rises, ...rest } = more;
  return {
    id,
    issuer: null,
    speaker: null,
    audience: null,
    hazard: field('attack', 'attack'),
    area: field('the airport', 'KBL'),
    level: null,
    trend: rises ? field(`it is ${rises}`, rises) : null,
    expires: null,
    instructions: [],
    words: field(said, null),
    ...rest,
  };
}

export function makeEvent(
  id: string,
  type: EventRead['type'],
  what: string,
  where: string | null,
  more: Partial<EventRead> = {},
): EventRead {
  const named = field(what, what);
  return {
    id,
    type,
    status: 'happened',
    what: named,
    time: null,
    place: where === null ? null : field(where, where),
    perpetrators: { individuals: [], organisations: [] },
    targets: [],
    victims: [],
    weapons: [],
    killed: null,
    injured: null,
    text: named.text,
    start: named.start,
    end: named.end,
    ...more,
  };
}

export function makeDeadline(value: string, text: string): Deadline {
  const { start, end, zone } = field(text, null);
  return { what: field('the evacuation', 'the evacuation'), holder: null, value, text, start, end, zone };
}

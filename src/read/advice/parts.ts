/**
 * What an issuer says, divided by place: every instruction goes where its sentence says, and nowhere wider. Places inside an airport
 * that carry a stronger instruction than the airport itself make a part of their own.
 */
import type { AdviceLevel, AdviceScope } from '../../core/advice.ts';
import { circleOf, type Place } from '../../core/geo/place.ts';
import { adviceFamily, familyIn } from '../../core/hazard.ts';
import { instructions as byStrength } from '../../core/instruction.ts';
import type { InstructionField, Reading, Warning } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import { isOnTheWay, unknownFacilities } from './unknown.ts';

/** The place an issuer speaks of as a whole: a country, or what the notice calls its location. */
export interface MainPlace {
  /** As the issuer writes it. */
  readonly name: string;
  /** null when the gazetteer does not know it. */
  readonly place: Place | null;
}

/** A level as the source's own table reads it from a stated word. */
export interface StatedLevel {
  readonly scope: 'whole' | 'part';
  readonly level: Field<AdviceLevel>;
}

/** What the parts are made of. */
export interface Stated {
  /** Of one notice, or of one country's advice. */
  readonly reading: Reading;
  /** ISO code and office of the issuer: what others are quoted with is not its word. */
  readonly issuer: string;
  readonly office: string;
  readonly main: MainPlace;
  /** Standing advice on a country; else a notice about one danger, whose family this is. */
  readonly family: string;
  readonly levels: readonly StatedLevel[];
  /** Where an instruction of standing advice is meant for the country as a whole; elsewhere it is about cases, not about now. */
  readonly lead: readonly Span[];
  readonly placeById: (id: string) => Place | null;
}

/** One part before it is written down. */
export interface Part {
  readonly family: string;
  /** Gazetteer id, or the issuer's own name for a place that the gazetteer does not know. */
  readonly place: string;
  readonly scope: AdviceScope;
  readonly level: Field<AdviceLevel> | null;
  /** Strongest first. */
  readonly instructions: readonly InstructionField[];
  /** What the area names; empty for the main place when it is not known, and for parts of a country without a name. */
  readonly places: readonly Place[];
  readonly main: boolean;
}

interface Draft {
  readonly place: string;
  readonly scope: AdviceScope;
  readonly main: boolean;
  readonly places: Map<string, Place>;
  readonly instructions: InstructionField[];
}

export const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const allClear = byStrength.indexOf('all-clear');
const rank = ({ value }: InstructionField): number => byStrength.indexOf(value);
const strongestRank = (fields: readonly InstructionField[]): number => Math.min(byStrength.length, ...fields.map(rank));

/** Strongest first, then the one that says “immediately”, then as they stand. */
const compareStrength = (a: InstructionField, b: InstructionField): number =>
  rank(a) - rank(b) || Number(b.immediate) - Number(a.immediate) || a.start - b.start;

/** Strongest first; at least one, the main place's. */
export function partsOf(stated: Stated): Part[] {
  const drafts = new Map<string, Draft>();
  const main = mainDraft(stated);
  drafts.set('main', main);
  for (const instruction of ownInstructions(stated)) {
    for (const place of targets(instruction, stated)) {
      const draft =
        place === 'main'
          ? main
          : place === 'parts'
            ? partsOfCountry(stated, drafts)
            : 'unknown' in place
              ? draftAt(drafts, `unknown ${place.unknown}`, { place: place.unknown, scope: 'part', places: [] })
              : draftFor(place, stated, drafts);
      draft.instructions.push(instruction);
    }
  }
  foldInside(drafts, stated);
  if (stated.levels.some(({ scope }) => scope === 'part')) partsOfCountry(stated, drafts);
  const parts = [...drafts.values()].map((draft) => partOf(draft, stated));
  return parts
    .filter(
      (part) =>
        !part.main || part.instructions.length > 0 || part.level !== null || parts.length === 1 || isStanding(stated),
    )
    .sort((a, b) => strongestRank(a.instructions) - strongestRank(b.instructions));
}

export const isStanding = ({ family }: Stated): boolean => family === adviceFamily;

/** A warning counts unless it is cited from another. */
export const isOwn = ({ issuer }: Warning, stated: { readonly issuer: string; readonly office: string }): boolean =>
  issuer === null || issuer.value === stated.issuer || issuer.value === stated.office;

/** No issuer tells people more things at once; of more the strongest count. */
const mostInstructions = 500;

/** Words about what was said before. */
const hadSaid = /\b(?:advised|told|asked|urged|ordered|warned|recommended|instructed)\b/i;

/** In the order of the text, each once. */
function ownInstructions(stated: Stated): InstructionField[] {
  const found = new Map<string, InstructionField>();
  for (const warning of stated.reading.warnings.filter((one) => isOwn(one, stated)))
    for (const field of warning.instructions) found.set(`${field.start} ${field.value}`, field);
  const ends = [...found.values()].find(({ value }) => value === 'all-clear');
  // “On the 15th we advised … to leave. That advice has been lifted.”
  for (const [key, { start, sentence }] of found)
    if (ends && start < ends.start && hadSaid.test(sentence.text)) found.delete(key);
  const strongest = [...found.values()].sort(compareStrength).slice(0, mostInstructions);
  return strongest.sort((a, b) => a.start - b.start || rank(a) - rank(b));
}

/** Words of a part without a name, and of a destination that no gazetteer knows: “the border areas”, “travel to:”. */
const partWords =
  /\b(?:near|close to|within|around|in|at|from|to|avoid) (?:the|these|those|this|that|an?|any|some|affected) (?:(?:[\p{L}’'-]+ ){0,3}(?:areas?|provinces?|districts?|borders?|zones?|parts?)|(?:[\p{L}’'-]+ ){1,3}regions?)\b/iu;
const somewhere = /\btravel(?:l?ing)?(?: \w+){0,2} to(?: (?!there\b|the country\b)|:)|:$/i;

/** The sentence up to the reason that follows the instruction: the places of a reason are not those of the instruction. */
function withoutReason({ end, sentence }: InstructionField): string {
  const told = Math.max(0, end - sentence.start);
  const reason = sentence.text.slice(told).search(/\b(?:due to|because|given|as a result)\b/i);
  return reason < 0 ? sentence.text : sentence.text.slice(0, told + reason);
}

/** The places an instruction holds for. `main` is the place as a whole, `parts` what is not the whole and has no name we know. */
type Target = Place | 'main' | 'parts' | { readonly unknown: string };
function targets(instruction: InstructionField, stated: Stated): readonly Target[] {
  const { reading } = stated;
  const unknown = isStanding(stated) ? [] : unknownFacilities(reading, instruction.sentence);
  const { main } = stated;
  const mentioned = (id: string) =>
    reading.places.filter((place) => place.value === id && isInside(place, instruction.sentence));
  // “The area” of a location that nobody can place is that location, not the last place that was named.
  const isElsewhere = (id: string): boolean =>
    mentioned(id).some(
      ({ start, text }) =>
        (unknown.length > 0 && isOnTheWay(reading, start)) ||
        (main.place === null && /^(?:the|this|that) (?:area|vicinity|place|site|scene|location)$/i.test(text)),
    );
  const named = instruction.places.flatMap((id) => (isElsewhere(id) ? [] : (stated.placeById(id) ?? [])));
  if (unknown.length > 0 && named.every(({ kind }) => kind === 'town' || kind === 'country' || kind === 'airport'))
    return unknown.map((name) => ({ unknown: name }));
  const words = withoutReason(instruction);
  const standing = isStanding(stated);
  const forMain = !standing || stated.lead.some((span) => isInside(instruction, span));
  const whole = standing && (partWords.test(words) || (named.length === 0 && somewhere.test(words))) ? 'parts' : 'main';
  if (named.length === 0) return forMain ? [whole] : [];
  const isMain = ({ id }: Place): boolean => id === main.place?.id;
  const examples = /\b(including|especially|particularly|above all)\b/i.test(words) && named.some(isMain);
  // A neighbour that is named beside the country itself is part of the reason.
  const meant = examples
    ? named.filter(isMain)
    : named.filter(
        (place) =>
          !named.some((other) => liesIn(other, [place])) &&
          !(standing && place.country !== main.place?.country && named.some(isMain)),
      );
  return meant.flatMap((place): Target[] => (isMain(place) ? (forMain ? [whole] : []) : [place]));
}

/** Whether `place` is in one of the others: a gate in its airport, anything in its country. A gate counts for itself. */
const liesIn = (place: Place, others: readonly Place[]): boolean =>
  place.within === null &&
  others.some(({ id, kind, country }) => id !== place.id && kind === 'country' && country === place.country);

function mainDraft(stated: Stated): Draft {
  const { name, place } = stated.main;
  const country = place === null ? isStanding(stated) : place.kind === 'country';
  const scope = country ? 'whole' : place !== null && circleOf(place) !== null ? 'point' : 'part';
  const places = new Map(place === null ? [] : [[place.id, place]]);
  return { place: place?.id ?? name, scope, main: true, places, instructions: [] };
}

function draftFor(place: Place, stated: Stated, drafts: Map<string, Draft>): Draft {
  const point = circleOf(place) !== null;
  const country = stated.main.place?.kind === 'country' ? stated.main.place : null;
  // Advice on one country is about that country: what it says of a border is no advice on the neighbour.
  if (isStanding(stated) && (!point || (country && place.country !== country.country)))
    return partsOfCountry(stated, drafts, country?.country === place.country ? place : null);
  const scope = place.kind === 'country' ? 'whole' : point ? 'point' : 'part';
  return draftAt(drafts, place.id, { place: place.id, scope, places: [place] });
}

/** The part for all named regions and towns of a country together: none of them has a shape. */
function partsOfCountry({ main }: Stated, drafts: Map<string, Draft>, place: Place | null = null): Draft {
  const draft = draftAt(drafts, 'parts', { place: main.place?.id ?? main.name, scope: 'part', places: [] });
  if (place) draft.places.set(place.id, place);
  return draft;
}

function draftAt(
  drafts: Map<string, Draft>,
  key: string,
  { place, scope, places }: { place: string; scope: AdviceScope; places: readonly Place[] },
): Draft {
  const found = drafts.get(key);
  if (found) return found;
  const made = { place, scope, main: false, places: new Map(places.map((one) => [one.id, one])), instructions: [] };
  drafts.set(key, made);
  return made;
}

/**
 * Gates go with their airport when it says as much itself; else those that say the same make one part. That a gate is clear again does
 * not go with an airport to be avoided.
 */
function foldInside(drafts: Map<string, Draft>, stated: Stated): void {
  for (const [key, draft] of [...drafts]) {
    const [place] = draft.places.values();
    if (draft.main || key === 'parts' || !place || place.within === null) continue;
    const around = draftOfPlace(drafts, place.within);
    const strength = strongestRank(draft.instructions);
    const isAsMuch = (rank: number): boolean => rank <= strength && (strength < allClear || rank === strength);
    const joined =
      around && isAsMuch(strongestRank(around.instructions))
        ? around
        : draftAt(drafts, `${place.within} ${strength}`, {
            place: stated.placeById(place.within)?.id ?? place.id,
            scope: 'point',
            places: [],
          });
    drafts.delete(key);
    for (const instruction of draft.instructions)
      if (!joined.instructions.includes(instruction)) joined.instructions.push(instruction);
    if (joined !== around) joined.places.set(place.id, place);
  }
}

const draftOfPlace = (drafts: Map<string, Draft>, id: string): Draft | undefined =>
  [...drafts.values()].find((draft) => draft.places.has(id) && draft.places.size === 1);

function partOf(draft: Draft, stated: Stated): Part {
  const { place, scope, main } = draft;
  const instructions = draft.instructions.toSorted(compareStrength);
  const levels = stated.levels.filter(
    (one) => place === (stated.main.place?.id ?? stated.main.name) && one.scope === scope,
  );
  const level = levels.reduce<StatedLevel | null>(
    (high, one) => (high && high.level.value >= one.level.value ? high : one),
    null,
  );
  const family = isStanding(stated) && scope === 'point' ? familyAt(instructions, stated) : stated.family;
  return { family, place, scope, main, instructions, places: [...draft.places.values()], level: level?.level ?? null };
}

/** The danger that standing advice speaks of at one point: by its warning, else by the words around. */
function familyAt(fields: readonly InstructionField[], { reading }: Stated): string {
  const warnings = reading.warnings.filter(({ instructions }) => instructions.some((one) => fields.includes(one)));
  const hazard = warnings.find((warning) => warning.hazard !== null)?.hazard?.value;
  const { text, blocks } = reading.document;
  const around = blocks.filter((block) => fields.some((field) => isInside(field, block)));
  return hazard ?? familyIn(around.map(({ start, end }) => text.slice(start, end)).join('\n')) ?? adviceFamily;
}

/** What an issuer itself tells people to do, and where: every instruction goes where its sentence says, and nowhere wider. */
import type { AdviceLevel } from '../../core/advice.ts';
import { circleOf, liesIn, type Place } from '../../core/geo/place.ts';
import { adviceFamily } from '../../core/hazard.ts';
import { strengthOf } from '../../core/instruction.ts';
import type { InstructionField, PlaceField, Reading, Warning } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import { distanceAround, distanceIn } from '../places/distance.ts';
import { isLeftOut, leavingOutIn, partAt } from '../places/part.ts';
import { within } from '../within.ts';
import { isForACase } from './cases.ts';
import type { Danger, MainPlace } from './dangers.ts';
import { type Meant, meantBy } from './roles.ts';
import { isOnTheWay, unknownDestination, unknownFacilities, unknownWhere } from './unknown.ts';

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
  /** Further places that a notice is as much about: “Karachi and Lahore”. */
  readonly also?: readonly MainPlace[];
  /** Standing advice on a country; else a notice about one danger, whose family this is. */
  readonly family: string;
  /** Of a notice about several dangers: each with its places. `family` then names none of them. */
  readonly dangers?: readonly Danger[];
  readonly levels: readonly StatedLevel[];
  /** Where an instruction of standing advice is meant for the country as a whole; elsewhere it is about cases, not about now. */
  readonly lead: readonly Span[];
  readonly placeById: (id: string) => Place | null;
}

export const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const isStanding = ({ family }: Stated): boolean => family === adviceFamily;

/** A warning counts unless it is cited from another. */
export const isOwn = ({ issuer }: Warning, stated: { readonly issuer: string; readonly office: string }): boolean =>
  issuer === null || issuer.value === stated.issuer || issuer.value === stated.office;

const strength = ({ value }: InstructionField): number => strengthOf(value);

/** Strongest first, then the one that says “immediately”, then as they stand. */
export const compareStrength = (a: InstructionField, b: InstructionField): number =>
  strength(b) - strength(a) || Number(b.immediate) - Number(a.immediate) || a.start - b.start;

/** No issuer tells people more things at once; of more the strongest count. */
const mostInstructions = 500;

/** Words about what was said before; who “is advised” is so now. */
const hadSaid =
  /(?<!\b(?:is|are|be|being) (?:\w+ly )?)\b(?:advised|told|asked|urged|ordered|warned|recommended|instructed)\b/i;

/** In the order of the text, each once. */
export function ownInstructions(stated: Stated): InstructionField[] {
  const found = new Map<string, InstructionField>();
  for (const warning of stated.reading.warnings.filter((one) => isOwn(one, stated)))
    for (const field of warning.instructions) found.set(`${field.start} ${field.value}`, field);
  const ends = [...found.values()].filter(({ value }) => value === 'all-clear');
  for (const [key, field] of found) if (ends.some((one) => takesBack(one, field))) found.delete(key);
  const strongest = [...found.values()].sort(compareStrength).slice(0, mostInstructions);
  return strongest.sort((a, b) => a.start - b.start || strength(b) - strength(a));
}

/** “On the 15th we advised … to leave. That advice has been lifted.” Advice on another place is not what was lifted. */
const takesBack = (end: InstructionField, { value, start, sentence, places }: InstructionField): boolean =>
  value !== 'all-clear' &&
  start < end.start &&
  hadSaid.test(sentence.text) &&
  (end.places.length === 0 || places.some((place) => end.places.includes(place)));

/** Words of a part without a name, and of a destination that no gazetteer knows: “the border areas”, “travel to:”. */
const partWords =
  /\b(?:near|close to|within|around|in|at|from|to|avoid) (?!(?:any|every|all|both) parts? of)(?:(?:the|these|those|this|that|an?|any|some|affected) (?:(?:[\p{L}’'-]+ ){0,3}(?:areas?|provinces?|districts?|borders?|zones?|parts?)|(?:[\p{L}’'-]+ ){1,3}regions?|(?:rest|remainder) of)|(?:\d+|\p{L}+)[ -]?(?:km|kilomet(?:re|er)s?|miles?))\b|\b(?:parts|(?:north|south)(?:-?(?:east|west))?|east|west|cent(?:re|er)) of the country\b/iu;
const somewhere = /\btravel(?:l?ing)?(?: \w+){0,2} to(?: (?!there\b|the country\b)|:)|:$/i;
const reason = /\b(?:due to|because|given|as a result)\b/i;
const example = /\b(?:including|especially|particularly|above all)\b/i;

/** Words that name a neighbour only to say where its border is. */
const borderWith = /^(?:\w+ ){0,2}(?:border|frontier)\w*\b.* (?:with|between) /i;

/** `everywhere` the notice is about, the main place alone, what is not the whole and has no name we know, a place in the issuer's own words, be they for a part `of` one. */
export type Target = Place | 'everywhere' | 'main' | 'parts' | { readonly unknown: string; readonly of?: Place };

/** `all`: the issuer's instructions, in the order of the text. */
export function targetsOf(
  instruction: InstructionField,
  all: readonly InstructionField[],
  stated: Stated,
): readonly Target[] {
  if (isForACase(instruction, all)) return [];
  const here = new Here(instruction, all, stated);
  return isStanding(stated) ? inStanding(here) : inNotice(here);
}

/** All that a notice tells people to do now is to set out for where it is about: nobody there is told anything. */
export function isWayThereOnly(stated: Stated): boolean {
  const all = ownInstructions(stated);
  const now = all.filter((one) => strength(one) >= strengthOf('avoid') && !isForACase(one, all));
  return now.length > 0 && now.every((one) => targetsOf(one, all, stated).length === 0);
}

/** Whether an order for now names a place whose part in it is not sure, or sends people into the place that all are told to leave. */
export function isUnsureWhere(stated: Stated): boolean {
  const all = ownInstructions(stated);
  return all.some((one) => {
    if (strength(one) < strengthOf('avoid') || isForACase(one, all)) return false;
    const { roles } = new Here(one, all, stated);
    const around = roles.ids.length > 0 ? roles.ids : [stated.main.place?.id];
    const isInto = ({ value }: PlaceField): boolean => around.includes(stated.placeById(value)?.within ?? '');
    return roles.unsure.length > 0 || (one.value === 'leave' && roles.goals.some(isInto));
  });
}

/** One instruction, with the places of its own clause. */
class Here {
  readonly instruction: InstructionField;
  readonly stated: Stated;
  /** Up to the next instruction, without a reason that follows: its places are not those of the instruction. */
  readonly words: string;
  readonly roles: Meant;
  /** Of its sentence. */
  readonly #places: readonly PlaceField[];
  constructor(instruction: InstructionField, all: readonly InstructionField[], stated: Stated) {
    this.instruction = instruction;
    this.stated = stated;
    const { start, end, sentence } = instruction;
    this.#places = within(stated.reading.places, sentence).filter(({ metonym }) => !metonym);
    const next = all.find((one) => one.start > start && isInside(one, sentence))?.start ?? sentence.end;
    const rest = sentence.text.slice(end - sentence.start, next - sentence.start);
    const why = rest.search(reason);
    const stop = why < 0 ? next : end + why;
    this.roles =
      isStanding(stated) || instruction.value === 'all-clear'
        ? this.#asRead()
        : meantBy(stated.reading, instruction, next);
    const isNamedBehind = this.roles.places.some((one) => one.start >= start);
    this.words = sentence.text.slice(isNamedBehind ? start - sentence.start : 0, stop - sentence.start);
  }

  #asRead(): Meant {
    const places = this.instruction.places.flatMap((id) => this.mention(id) ?? []);
    return { ids: this.instruction.places, places, goals: [], unsure: [] };
  }

  /** Where it names a place: where it means it, else behind its verb, else before it. */
  mention(id: string): PlaceField | undefined {
    const meant = this.roles?.places.find(({ value }) => value === id);
    if (meant) return meant;
    const all = this.#places.filter(({ value }) => value === id);
    return all.find(({ start }) => start >= this.instruction.start) ?? all.at(-1);
  }

  /** The words for a part of a place (“northern Mali”); null where it is meant as a whole. */
  partOf({ id }: Place): string | null {
    const mention = this.mention(id);
    const { text } = this.stated.reading.document;
    const span = mention?.scope === 'part' ? partAt(text, mention) : null;
    return span && text.slice(span.start, span.end);
  }

  /** A facility as far around it as the issuer says; its words where they state no length that we can read; null where they state none. */
  around(place: Place): Target | null {
    const mention = this.mention(place.id);
    return mention ? withDistance(this.stated.reading.document.text, mention, place) : null;
  }

  named(skip: (mention: PlaceField) => boolean = () => false): Place[] {
    return this.roles.ids.flatMap((id) => {
      const mention = this.mention(id);
      return mention && skip(mention) ? [] : (this.stated.placeById(id) ?? []);
    });
  }

  isMain({ id }: Place): boolean {
    const { place } = this.stated.main;
    return id === place?.id && place.radiusMeters === undefined;
  }

  /** The country itself where others are only examples of it, else whatever is most closely named. */
  meant(named: readonly Place[]): Place[] {
    const main = named.filter((place) => this.isMain(place));
    if (main.length > 0 && example.test(this.words)) return main;
    const narrow = named.filter((place) => place.kind !== 'country' || !named.some((other) => liesIn(other, place)));
    // “Pakistan within 20 miles of the border with Afghanistan”: the border only says which part.
    const inside = narrow.filter((place) => !borderWith.test(this.partOf(place) ?? ''));
    return inside.length > 0 ? inside : narrow;
  }
}

export function withDistance(text: string, mention: Span, place: Place): Target | null {
  const stated = circleOf(place) === null ? null : distanceAround(text, mention, place);
  if (stated === null) return null;
  const words = text.slice(stated.start, stated.end);
  return stated.meters === null
    ? { unknown: words, of: place }
    : { ...place, name: words, radiusMeters: stated.meters };
}

/** Advice on one country is about that country: what it says of a border is no advice on the neighbour, nor the other way round. */
function inStanding(here: Here): readonly Target[] {
  const { instruction, stated, words } = here;
  const country = stated.main.place?.country;
  const all = here.named();
  const own = all.filter((place) => place.country === country);
  const named = own.length > 0 ? own : all;
  const isLead = stated.lead.some((span) => isInside(instruction, span));
  const isElsewhere =
    named.every(({ kind }) => kind === 'country') && unknownWhere(stated.reading, instruction) !== null;
  const isPart =
    isElsewhere ||
    partWords.test(words) ||
    leavingOutIn(words) !== null ||
    (named.length === 0 && somewhere.test(words));
  if (named.length === 0 && isLead && /:$/.test(words)) return ['parts', ...listedIn(here)];
  if (named.length === 0 && isLead) return [isPart ? 'parts' : 'main'];
  if (named.length === 0)
    return isElsewhere || unknownDestination(stated.reading, instruction) !== null ? ['parts'] : [];
  return here.meant(named).flatMap((place): Target[] => {
    if (here.isMain(place)) return isLead ? [isPart || here.partOf(place) !== null ? 'parts' : 'main'] : [];
    const isForeign = country !== undefined && place.country !== country;
    if (isForeign && instruction.value === 'all-clear' && !borderWith.test(here.partOf(place) ?? '')) return [];
    return [here.around(place) ?? place];
  });
}

/** “We advise against all travel to:”, and a list of places follows; those that it names whole. */
function listedIn({ instruction: { sentence }, stated: { reading, main, placeById } }: Here): Place[] {
  const { text, blocks } = reading.document;
  const after = blocks.slice(blocks.findIndex((block) => isInside(sentence, block)) + 1);
  const end = after.findIndex(({ zone }) => zone !== 'list');
  const list = end < 0 ? after : after.slice(0, end);
  const named = reading.places.filter(
    (place) =>
      !place.metonym && !place.scope && !isLeftOut(text, place) && list.some((block) => isInside(place, block)),
  );
  return [...new Set(named.map(({ value }) => value))]
    .flatMap((id) => placeById(id) ?? [])
    .filter(({ id, country }) => id !== main.place?.id && country === main.place?.country);
}

function inNotice(here: Here): readonly Target[] {
  const { instruction, words } = here;
  const { reading, main } = here.stated;
  const isAtFacility = here.named().some((place) => circleOf(place) !== null);
  // “The airport” may be the location itself, or the one that is known.
  const unknown = unknownFacilities(reading, instruction.sentence).filter(
    (name) => !/^the /i.test(name) || (main.place !== null && !isAtFacility),
  );
  // “The area” of a location that nobody can place is that location, not the last place that was named.
  const named = here.named(
    ({ start, text }) =>
      (unknown.length > 0 && isOnTheWay(reading, start)) ||
      (main.place === null && /^(?:the|this|that) (?:area|vicinity|place|site|scene|location)$/i.test(text)),
  );
  // Whoever leaves for the place that the notice is about is not told to leave it.
  const isWayThere = instruction.value === 'leave' && here.roles.goals.some(({ value }) => value === main.place?.id);
  if (named.length === 0 && unknown.length === 0 && isWayThere) return [];
  if (unknown.length > 0 && named.every(({ kind }) => kind === 'town' || kind === 'country' || kind === 'airport'))
    return unknown.map((name) => ({ unknown: name }));
  const where = named.every(({ kind }) => kind === 'country') ? unknownWhere(reading, instruction) : null;
  if (named.length === 0 || where !== null) {
    const elsewhere =
      where ??
      distanceIn(instruction.sentence.text) ??
      unknownDestination(reading, instruction) ??
      othersOf(instruction, words) ??
      facilitiesIn(words, main);
    return [elsewhere === null ? 'everywhere' : { unknown: elsewhere }];
  }
  return here.meant(named).map((place): Target => {
    const around = here.around(place);
    if (around !== null) return around;
    const part = circleOf(place) === null ? here.partOf(place) : null;
    const isMeant = part === null ? !main.isPart : main.isPart && main.name.toLowerCase().includes(part.toLowerCase());
    if (here.isMain(place) && isMeant) return 'main';
    return part === null ? place : { unknown: part, of: place };
  });
}

const facilities =
  /\b(?:at|in|inside|near|around|from|avoid|leave) (?:(?:all|any|the|its|major|public|government|international|local|large|crowded|other|foreign) )*((?:air|sea)?ports|airfields|hotels|stations|markets|malls|mosques|churches|temples|schools|hospitals|embassies|checkpoints|gates|restaurants|border crossings|[a-z]+ buildings)\b/i;

/** Those at the airports of a country are not all who are in it. */
const facilitiesIn = (words: string, { place }: MainPlace): string | null =>
  place !== null && circleOf(place) === null ? (facilities.exec(words)?.[1] ?? null) : null;

/** “Those outside Kabul should leave” is not for Kabul; that people should not go outside it is. */
const othersOf = ({ value }: InstructionField, words: string): string | null =>
  value === 'avoid' ? null : leavingOutIn(words);

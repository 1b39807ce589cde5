/**
 * What an issuer says, divided by place. Places inside an airport that carry a stronger instruction than the airport itself make a part
 * of their own.
 */
import type { AdviceLevel, AdviceScope } from '../../core/advice.ts';
import { circleOf, type Place } from '../../core/geo/place.ts';
import { adviceFamily, familyIn } from '../../core/hazard.ts';
import { strengthOf } from '../../core/instruction.ts';
import type { InstructionField } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import type { Danger, MainPlace } from './dangers.ts';
import {
  compareStrength,
  isInside,
  isStanding,
  ownInstructions,
  type Stated,
  type StatedLevel,
  type Target,
  targetsOf,
} from './targets.ts';

/** One part before it is written down. */
export interface Part {
  readonly family: string;
  /** The words of the notice for the danger of this part, where it speaks of several. */
  readonly event: Span | null;
  /** Gazetteer id, or the issuer's own name for a place that the gazetteer does not know. */
  readonly place: string;
  readonly scope: AdviceScope;
  readonly level: Field<AdviceLevel> | null;
  /** Strongest first. */
  readonly instructions: readonly InstructionField[];
  /** Places with a shape or code of their own, and words for what has none. */
  readonly areas: readonly (Place | string)[];
}

interface Draft {
  readonly place: string;
  readonly scope: AdviceScope;
  readonly main: boolean;
  /** What the area is called where its places do not say it. */
  words: string | null;
  readonly places: Map<string, Place>;
  readonly instructions: InstructionField[];
}

/** −1 for none. */
const strongest = (fields: readonly InstructionField[]): number =>
  Math.max(-1, ...fields.map(({ value }) => strengthOf(value)));

/** Strongest first; at least one, the main place's. */
export function partsOf(stated: Stated): Part[] {
  const mains = [stated.main, ...(stated.also ?? [])].map((one) => mainDraft(one, stated));
  const drafts = new Map(mains.map((draft, number) => [number === 0 ? 'main' : draft.place, draft]));
  const all = ownInstructions(stated);
  for (const instruction of all)
    for (const target of targetsOf(instruction, all, stated))
      for (const draft of target === 'everywhere' ? mains : [draftOf(target, instruction, stated, drafts)])
        if (!draft.instructions.includes(instruction)) draft.instructions.push(instruction);
  foldInside(drafts, stated);
  if (stated.levels.some(({ scope }) => scope === 'part')) partsOfCountry(stated, drafts);
  const made = [...drafts.values()];
  const isSaid = (draft: Draft): boolean =>
    !draft.main ||
    draft.instructions.length > 0 ||
    isStanding(stated) ||
    mains.length > 1 ||
    made.every((one) => one.main);
  return made
    .filter(isSaid)
    .sort((a, b) => strongest(b.instructions) - strongest(a.instructions))
    .map((draft) => partOf(draft, stated));
}

function mainDraft({ name, place, isPart = false }: MainPlace, stated: Stated): Draft {
  const country = place === null ? isStanding(stated) : place.kind === 'country';
  const scope = country && !isPart ? 'whole' : place !== null && circleOf(place) !== null ? 'point' : 'part';
  // What has no shape of ours is left in the issuer's words, for a person to place.
  const isKnown = place !== null && scope !== 'part';
  const places = new Map(isKnown ? [[place.id, place]] : []);
  return { place: place?.id ?? name, scope, main: true, words: isKnown ? null : name, places, instructions: [] };
}

function draftOf(
  target: Exclude<Target, 'everywhere'>,
  { value }: InstructionField,
  stated: Stated,
  drafts: Map<string, Draft>,
): Draft {
  if (target === 'main') return drafts.get('main') ?? mainDraft(stated.main, stated);
  if (target === 'parts') return partsOfCountry(stated, drafts, null, value === 'all-clear');
  if ('unknown' in target) {
    const { unknown: words, of } = target;
    // Advice for a part of a country is none for the country; a part of a town is still that town; “the airport” is another one elsewhere.
    const { name, place: main } = stated.main;
    const place =
      of && of.kind !== 'country'
        ? of.id
        : /(?:^(?!The )|\s)\p{Lu}/u.test(words)
          ? words
          : `${words}, ${main?.name ?? name}`;
    return draftAt(drafts, `unknown ${words}`, { place, scope: 'part', words });
  }
  return draftFor(target, stated, drafts, value === 'all-clear');
}

function draftFor(place: Place, stated: Stated, drafts: Map<string, Draft>, isClear: boolean): Draft {
  const point = circleOf(place) !== null;
  const country = stated.main.place?.kind === 'country' ? stated.main.place : null;
  if (isStanding(stated) && (!point || (country && place.country !== country.country)))
    return partsOfCountry(stated, drafts, country?.country === place.country ? place : null, isClear);
  const scope = place.kind === 'country' ? 'whole' : point ? 'point' : 'part';
  if (place.radiusMeters !== undefined)
    return draftAt(drafts, `${place.id} ${place.name}`, { place: place.within ?? place.id, scope, places: [place] });
  return draftAt(drafts, place.id, { place: place.id, scope, places: [place] });
}

/** The part for all named regions and towns of a country together: none has a shape. What is said to be over in one is over in no other. */
function partsOfCountry(
  { main }: Stated,
  drafts: Map<string, Draft>,
  place: Place | null = null,
  isClear = false,
): Draft {
  const name = `Parts of ${main.place?.name ?? main.name}`;
  const whole = main.place?.id ?? main.name;
  if (isClear)
    return draftAt(drafts, `clear ${place?.id ?? ''}`, {
      place: place?.id ?? name,
      scope: 'part',
      words: place?.name ?? name,
    });
  const draft = draftAt(drafts, 'parts', { place: whole, scope: 'part' });
  if (place) draft.places.set(place.id, place);
  else draft.words = name;
  return draft;
}

function draftAt(
  drafts: Map<string, Draft>,
  key: string,
  given: Pick<Draft, 'place' | 'scope'> & { readonly words?: string; readonly places?: readonly Place[] },
): Draft {
  const found = drafts.get(key);
  if (found) return found;
  const { place, scope, words = null, places = [] } = given;
  const made = {
    place,
    scope,
    words,
    main: false,
    places: new Map(places.map((one) => [one.id, one])),
    instructions: [],
  };
  drafts.set(key, made);
  return made;
}

const clear = strengthOf('all-clear');

/**
 * Gates go with their airport, but for a distance around them, when it says as much itself; else those that say the same make one part. That a gate is clear again does
 * not go with an airport to be avoided.
 */
function foldInside(drafts: Map<string, Draft>, stated: Stated): void {
  for (const [key, draft] of [...drafts]) {
    const [place] = draft.places.values();
    if (draft.main || key === 'parts' || !place || place.within === null || place.radiusMeters !== undefined) continue;
    const around = draftOfPlace(drafts, place.within);
    const strength = strongest(draft.instructions);
    const isAsMuch = (other: number): boolean => other >= strength && (strength > clear || other === strength);
    const joined =
      around && isAsMuch(strongest(around.instructions))
        ? around
        : draftAt(drafts, `${place.within} ${strength}`, {
            place: stated.placeById(place.within)?.id ?? place.id,
            scope: 'point',
          });
    drafts.delete(key);
    for (const instruction of draft.instructions)
      if (!joined.instructions.includes(instruction)) joined.instructions.push(instruction);
    if (joined !== around) joined.places.set(place.id, place);
  }
}

const draftOfPlace = (drafts: Map<string, Draft>, id: string): Draft | undefined =>
  [...drafts.values()].find(
    ({ places }) => places.size === 1 && places.has(id) && places.get(id)?.radiusMeters === undefined,
  );

function partOf(draft: Draft, stated: Stated): Part {
  const { place, scope, words } = draft;
  const instructions = draft.instructions.toSorted(compareStrength);
  const levels = stated.levels.filter(
    (one) => place === (stated.main.place?.id ?? stated.main.name) && one.scope === scope,
  );
  const level = levels.reduce<StatedLevel | null>(
    (high, one) => (high && high.level.value >= one.level.value ? high : one),
    null,
  );
  const named = [...draft.places.values()];
  const areas = words === null && named.length > 0 ? named : [words ?? place, ...named];
  return { ...dangerOf(draft, instructions, stated), place, scope, instructions, areas, level: level?.level ?? null };
}

function dangerOf(
  draft: Draft,
  instructions: readonly InstructionField[],
  stated: Stated,
): Pick<Part, 'family' | 'event'> {
  if (isStanding(stated))
    return { family: draft.scope === 'point' ? familyAt(instructions, stated) : stated.family, event: null };
  const [here] = dangersAt(draft, stated);
  return { family: here?.family ?? stated.family, event: here ?? null };
}

/** Those that a notice about several ties to a place of the draft, else to what that is a part of; the first that it names leads. */
function dangersAt({ place, places }: Draft, { dangers = [], placeById }: Stated): readonly Danger[] {
  const own = [place, ...places.keys()];
  const around = [...own, ...own.flatMap((id) => placeById(id)?.within ?? [])];
  for (const ids of [own, around]) {
    const found = dangers.filter((one) => one.places.some((id) => ids.includes(id)));
    if (found.length > 0) return found;
  }
  return [];
}

/** The danger that standing advice speaks of at one point: by its warning, else by the words around. */
function familyAt(fields: readonly InstructionField[], { reading }: Stated): string {
  const warnings = reading.warnings.filter(({ instructions }) => instructions.some((one) => fields.includes(one)));
  const hazard = warnings.find((warning) => warning.hazard !== null)?.hazard?.value;
  const { text, blocks } = reading.document;
  const around = blocks.filter((block) => fields.some((field) => isInside(field, block)));
  return hazard ?? familyIn(around.map(({ start, end }) => text.slice(start, end)).join('\n')) ?? adviceFamily;
}

/** Where a warning holds: the place it names, a gate being a part of its airport. */
import { placeById } from '../../../core/geo/gazetteer.ts';
import type { AreaField, PlaceField } from '../../../core/text/reading.ts';
import { fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { isLeftOut, partAt } from '../../places/part.ts';
import { within } from '../../within.ts';
import type { Told } from './instructions.ts';

/** Facilities before towns, towns before provinces, countries last. */
const ranks = ['airport', 'port', 'building', 'town', 'admin1', 'region', 'country'];
const rank = ({ kind }: PlaceField): number => (ranks.indexOf(kind) + ranks.length) % ranks.length;

export function areaIn(layers: Layers, span: Span): AreaField | null {
  const here = placesIn(layers, span);
  const best = here.toSorted((a, b) => rank(a) - rank(b))[0];
  if (!best) return null;
  const whole = placeById(best.value)?.within ?? null;
  const parent =
    whole === null
      ? undefined
      : (here.find(({ value }) => value === whole) ?? layers.places.find(({ value }) => value === whole));
  const { start, end, zone, value, scope } = parent ?? best;
  const { text } = layers.document;
  if (scope === undefined) return fieldOf(text, { start, end }, zone, value);
  return { ...fieldOf(text, partAt(text, { start, end }) ?? { start, end }, zone, value), scope };
}

/** What is only left out (“except Bamako”) is no place of the warning. */
const placesIn = ({ document, places }: Layers, span: Span): PlaceField[] =>
  within(places, span).filter((place) => !place.metonym && !isLeftOut(document.text, place));

/** A reason at the head of a sentence: where it happened is not yet whom it is for. */
const because =
  /^\W*(?:because|due to|owing to|following|after|given|in (?:the )?light of|as a result of|while|since|amid)\b[^,;]*,/i;

/** Ids named between this verb and the next, else before it in the sentence. */
export function placesOfInstruction(layers: Layers, sentence: Span, one: Told, all: readonly Told[]): string[] {
  const next = all.find(({ start }) => start > one.start)?.start ?? sentence.end;
  const after = ids(layers, { start: one.start, end: next });
  if (after.length > 0) return after;
  const before = { start: sentence.start, end: one.start };
  const why = because.exec(layers.document.text.slice(before.start, before.end))?.[0].length ?? 0;
  const told = ids(layers, { ...before, start: before.start + why });
  return told.length > 0 ? told : ids(layers, before);
}

const ids = (layers: Layers, span: Span): string[] => [...new Set(placesIn(layers, span).map(({ value }) => value))];

/** Where an alert names its danger and its places: CAP in elements of their own, a notice anywhere in its text. */
import type { Advice } from '../../core/advice.ts';
import type { Cite, IssuerWord } from '../../core/situation.ts';
import type { Said, Warning } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import { type Gazetteer, linesOf } from '../anchor/gazetteer.ts';
import { isIn, touches } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import type { Voice } from './voice.ts';

export type Named = Pick<IssuerWord, 'danger' | 'placeCites'>;

/** `place`: the gazetteer id of the situation's place; what a document says of the danger elsewhere is not of this one. */
export function namedIn(voice: Voice, said: Said | undefined, place: string | null, gazetteer: Gazetteer): Named {
  const { view, event, areas, places } = voice;
  const { advice, report } = view;
  if (advice === null || !said) return { danger: event, placeCites: areas };
  const lies = (area: string): boolean => {
    const known = gazetteer.placeById(area);
    return known === null ? area === place : linesOf(known, gazetteer).some(({ id }) => id === place);
  };
  const named = said.warnings
    .filter((warning) => isOf(advice, warning) && (warning.area === null || lies(warning.area.value)))
    .flatMap((warning) => {
      const words = dangerIn(said, advice, warning);
      return words === null ? [] : [{ warning, words }];
    });
  const best = named.find(({ warning: { level, trend } }) => level !== null || trend !== null) ?? named[0];
  const mention = (name: string): Cite | [] => {
    const found = said.places.find(({ value, text }) => text === name || gazetteer.placeById(value)?.name === name);
    return found ? citeOf(report, found) : [];
  };
  return { danger: best ? citeOf(report, best.words) : null, placeCites: places.flatMap(mention) };
}

const sentencesOf = ({ words, instructions }: Pick<Warning, 'words' | 'instructions'>): readonly Span[] => [
  words,
  ...instructions.map(({ sentence }) => sentence),
];

/** A document may hold several notices, and may quote the warnings of others: only what shares a sentence with this one is its own. */
function isOf({ issuer, office, parts }: Advice, warning: Warning): boolean {
  const by = warning.issuer?.value ?? issuer;
  const own = parts.flatMap(sentencesOf);
  return (by === issuer || by === office) && sentencesOf(warning).some((span) => own.some((one) => touches(one, span)));
}

/**
 * The statement that the danger is named in. What to do is often told in one sentence (“stay away”) and why in another, so the
 * issuer's own statements are looked in first, the narrowest of them; then the sentences of instructions.
 */
function dangerIn(
  said: Said,
  { issuer, office, parts }: Advice,
  { hazard, words, instructions }: Warning,
): Field<unknown> | null {
  if (hazard === null) return null;
  const own = said.claims.filter(({ speaker }) => speaker === null || [issuer, office].includes(speaker.value));
  const stated = own.map(({ content }) => content).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const told = [...instructions, ...parts.flatMap((part) => part.instructions)].map(({ sentence }) => sentence);
  const sentences = [words, ...parts.map((part) => part.words), ...told];
  return [...stated, ...sentences].find((one) => isIn(hazard, one)) ?? null;
}

/** Where an alert names its danger and its places: CAP in elements of their own, a notice anywhere in its text. */
import type { Cite, IssuerWord } from '../../core/situation.ts';
import type { Said } from '../../core/text/reading.ts';
import type { Gazetteer } from '../anchor/gazetteer.ts';
import { isIn } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import type { Voice } from './voice.ts';

export type Named = Pick<IssuerWord, 'danger' | 'placeCites'>;

/** `place`: the gazetteer id of the situation's place; what a document says of the danger elsewhere is not of this one. */
export function namedIn(voice: Voice, said: Said | undefined, place: string | null, gazetteer: Gazetteer): Named {
  const { view, event, areas, places } = voice;
  const { advice, report } = view;
  if (advice === null || !said) return { danger: event, placeCites: areas };
  const own = said.warnings.filter(
    ({ issuer, hazard, area, words }) =>
      (issuer === null || issuer.value === advice.issuer || issuer.value === advice.office) &&
      hazard !== null &&
      isIn(hazard, words) &&
      (area === null || area.value === place),
  );
  const best = own.find(({ level, trend }) => level !== null || trend !== null) ?? own[0];
  const mention = (name: string): Cite | [] => {
    const found = said.places.find(({ value, text }) => text === name || gazetteer.placeById(value)?.name === name);
    return found ? citeOf(report, found) : [];
  };
  return { danger: best ? citeOf(report, best.words) : null, placeCites: places.flatMap(mention) };
}

/** What of a situation's area nobody here can place: area by area, with the codes that have no boundary, and what that means. */
import type { ComponentChild, JSX } from 'preact';
import type { Situation, UnplacedArea } from '../../../core/situation.ts';
import { calm, clipped } from '../../parts/shown-text.ts';
import { Theirs } from '../../parts/words.tsx';

/** Areas, and codes of each, written out; the others are counted. */
const [mostAreas, mostCodes] = [12, 8];

/** Beside the map, where whoever looks for the area looks. Nothing where all of it has a place. */
export function UnplacedAreas({ situation }: { readonly situation: Situation }): JSX.Element | null {
  const items = unplacedIn(situation);
  if (items.length === 0) return null;
  return (
    <ul class="unknown">
      {items.map((item) => (
        <li>
          <p>{item}</p>
        </li>
      ))}
    </ul>
  );
}

/** One sentence for each, for every list of what is not known. */
export function unplacedIn({ place: { unplaced = [] } }: Situation): readonly ComponentChild[] {
  const more = unplaced.length - mostAreas;
  return [
    ...unplaced.slice(0, mostAreas).map((area) => <Sentence area={area} />),
    ...(more > 0 ? [<b>{`${more} more areas that nobody here can place.`}</b>] : []),
  ];
}

function Sentence({ area: { name, why, codes } }: { readonly area: UnplacedArea }): JSX.Element {
  const named = codes.filter(({ code }) => code !== '');
  const more = codes.length - Math.min(named.length, mostCodes);
  return (
    <>
      <b>Area unresolved:</b> where {why === 'codes' ? 'all of ' : ''}
      {name.trim() === '' ? 'it' : <Theirs text={name} max={160} />} is. {whyText[why]}
      {named
        .slice(0, mostCodes)
        .map(({ scheme, code }) => calm(clipped([scheme, code].filter(Boolean).join(' '), 60)))
        .join(', ')}
      {why !== 'codes' ? '' : more > 0 ? `${named.length > 0 ? ' and ' : ''}${more} more. ` : '. '}
      Nobody is told for it; who of your people is inside is not known.
    </>
  );
}

const whyText: Record<UnplacedArea['why'], string> = {
  codes: 'No boundary is known here of ',
  words: 'Its issuer gives words alone. ',
  point: 'Its issuer marks one place, and not how far the area reaches. ',
  unreadable: 'The shape that its issuer gives can’t be read. ',
  'no-area': 'The warning names no area. ',
};

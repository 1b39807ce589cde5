/** What each kind of edge on the map of a situation is, how far it reaches, and whose it is. */
import { drawnIn, type Situation } from '../../../core/situation.ts';
import { boundaryText } from '../../alert/by-code.tsx';
import { shapesText, shapeText } from '../../map/area-map.tsx';
import { calm, clipped } from '../../parts/shown-text.ts';

/** Codes written out; the others are counted. */
const mostCodes = 4;

/** Sentences: of what is drawn, then of what stands by code. */
export function edgesText({ place, issuers }: Situation): string[] {
  const drawn = drawnIn(place);
  if (drawn.length === 0) return codedText(place);
  const whose =
    issuers.length === 0
      ? 'Reports name the place; nobody'
      : 'The issuer named the place and drew nothing; nobody else';
  return [
    place.ours ? `Dashed: this desk’s own shape. ${whose} said where it ends.` : 'Solid: the shape its issuer drew.',
    `${calm(clipped(shapesText(drawn), 160))}.`,
    ...codedText(place),
  ];
}

/** Sentences: the codes, each with whose boundary stands for it; none where nothing stands by a code. */
export function codedText({ coded = [] }: Situation['place']): string[] {
  if (coded.length === 0) return [];
  const more = coded.length - mostCodes;
  const areas = coded.length === 1 ? 'the area' : `${coded.length} areas`;
  return [
    `Dotted: ${areas} the issuer names by code, along a boundary from elsewhere.`,
    ...coded.slice(0, mostCodes).map((one) => `${boundaryText(one)} ${calm(clipped(shapeText(one.shape), 160))}.`),
    ...(more > 0 ? [`And ${more} more codes.`] : []),
  ];
}

/** The signs of situations on the map that moves: links in the page, so that they are reached by keyboard and read aloud. */
import { type Map as LiveMap, Marker } from 'maplibre-gl';
import { onMap, standsOf } from '../pages/map/live/signs.ts';
import { calm, clipped } from '../pages/parts/shown-text.ts';

/** What `situations.geojson` says of each feature. */
export interface Marked {
  readonly title: string;
  readonly place: string;
  readonly href: string;
  /** `4`, `3` … or `–` when none is stated. */
  readonly sign: string;
  readonly ours: boolean;
  readonly gravity: string;
  readonly whole: boolean;
  /** How much of the geometry stands by a code. */
  readonly byCode: 'none' | 'part' | 'whole';
  /** West, south, east, north of a country that advice is about. */
  readonly mainPart: readonly [number, number, number, number] | null;
  /** Places that its issuers name. */
  readonly named: readonly { readonly name: string; readonly at: readonly [lon: number, lat: number] }[];
  readonly country: string | null;
  readonly center: readonly [lon: number, lat: number] | null;
}

const svg = 'http://www.w3.org/2000/svg';

/** The sign of that figure as the page drew it already, else the figure. */
function drawnSign(sign: string): Element {
  const drawn = document.querySelector(`.sign.l${sign === '–' ? 0 : sign}`);
  if (!drawn) {
    const number = document.createElement('b');
    number.textContent = sign;
    return number;
  }
  const own = document.createElementNS(svg, 'svg');
  own.setAttribute('class', drawn.getAttribute('class') ?? '');
  own.setAttribute('viewBox', '0 0 48 48');
  own.append(...drawn.cloneNode(true).childNodes);
  return own;
}

/** A sign is a link: figure and title to see (the place alone where the map is narrow), how grave it is to hear. */
export function mark(
  map: LiveMap,
  { title, place, href, sign, gravity, center }: Marked,
  isNarrow: boolean,
): Marker | null {
  if (center === null) return null;
  const link = document.createElement('a');
  link.href = href;
  link.className = 'livemark';
  const name = document.createElement('span');
  const [shown, told] = [place, title].map((text) => calm(clipped(text, 160)));
  name.textContent = (isNarrow ? shown : told) ?? '';
  // A name from right to left is cut at its end, which lies at the left.
  name.dir = 'auto';
  link.append(drawnSign(sign), ' ', name);
  // What is heard begins with what is seen.
  link.setAttribute('aria-label', `${sign} ${isNarrow ? `${shown}: ${told}` : told}. ${gravity}`);
  return new Marker({ element: link }).setLngLat([center[0], onMap(center[1])]).addTo(map);
}

/** Moves each sign to where it is whole and hides none of those before it; what has no room there is a dot, and a link like the others. */
export function settle(map: LiveMap, marks: readonly Marker[]): void {
  const { width, height } = map.getContainer().getBoundingClientRect();
  for (const one of marks) one.removeClassName('dot');
  const signs = marks.map((one) => {
    const { x, y } = map.project(one.getLngLat());
    const { offsetWidth: wide, offsetHeight: high } = one.getElement();
    return { x, y, wide, high };
  });
  for (const [n, stand] of standsOf(signs, width, height).entries()) {
    const one = marks[n];
    if (stand === null) one?.addClassName('dot');
    one?.setOffset([stand?.offset[0] ?? 0, stand?.offset[1] ?? 0]);
    const leader = stand === null || stand.leader === 0 ? '' : stand.offset[1] < 0 ? 'below' : 'above';
    const element = one?.getElement();
    if (!element) continue;
    element.dataset['leader'] = leader;
    element.style.setProperty('--leader', `${stand?.leader ?? 0}px`);
  }
}

/** The signs of situations on the map that moves: links in the page, so that they are reached by keyboard and read aloud. */
import { type Map as LiveMap, Marker } from 'maplibre-gl';

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
  name.textContent = isNarrow ? place : title;
  link.append(drawnSign(sign), ' ', name);
  // What is heard begins with what is seen.
  link.setAttribute('aria-label', `${sign} ${isNarrow ? `${place}: ${title}` : title}. ${gravity}`);
  return new Marker({ element: link }).setLngLat([center[0], center[1]]).addTo(map);
}

/** Moves each sign to the first side of its place where it is whole and hides none of those before it. */
export function settle(map: LiveMap, marks: readonly Marker[]): void {
  const { width, height } = map.getContainer().getBoundingClientRect();
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const one of marks) {
    const { x, y } = map.project(one.getLngLat());
    const { offsetWidth: wide, offsetHeight: high } = one.getElement();
    const [beside, above] = [wide / 2 + 6, high / 2 + 6];
    const sides = [
      [beside, 0],
      [-beside, 0],
      [0, -above],
      [0, above],
      [beside, -above],
      [beside, above],
      [-beside, -above],
      [-beside, above],
      [0, -3 * above],
      [0, 3 * above],
    ] as const;
    const boxes = sides.map(([dx, dy]) => ({
      offset: [dx, dy] as [number, number],
      left: x + dx - wide / 2,
      right: x + dx + wide / 2,
      top: y + dy - high / 2,
      bottom: y + dy + high / 2,
    }));
    const free = boxes.find(
      (box) =>
        box.left > 0 &&
        box.right < width - 40 &&
        box.top > 0 &&
        box.bottom < height &&
        taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom),
    );
    const chosen = free ?? boxes[0];
    if (chosen) {
      one.setOffset(chosen.offset);
      taken.push(chosen);
    }
  }
}

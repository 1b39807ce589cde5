/** Where the signs of the map that moves stand: each beside its place and over no other, the worst first; what has no room is a dot. */

/** The worst bear their sign; what else there is stands as a dot. */
export const signed = 12;

/** A sign as it was drawn, and its place, in pixels of the map. */
export interface SignBox {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

export interface Stand {
  /** From the place to the middle of the sign, in pixels. */
  readonly offset: readonly [number, number];
  /** Pixels between sign and place, where the sign stands too far off to be taken for its own: a line has to lead there. 0 else. */
  readonly leader: number;
}

/** The controls of the map stand at its right. */
const controls = 40;

/** One for each, in the order given, which is the worst first; null: a dot. What lies outside the map is a dot too, and takes no room. */
export function standsOf(signs: readonly SignBox[], width: number, height: number): (Stand | null)[] {
  const taken: Edges[] = [];
  return signs.map((sign, rank) => {
    if (rank >= signed || sign.x < 0 || sign.x > width || sign.y < 0 || sign.y > height) return null;
    for (const stand of sidesOf(sign)) {
      const box = edgesAt(sign, stand);
      const isWithin = box.left > 0 && box.right < width - controls && box.top > 0 && box.bottom < height;
      if (!isWithin || taken.some((other) => isOver(box, other))) continue;
      taken.push(box);
      return stand;
    }
    return null;
  });
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const isOver = (a: Edges, b: Edges): boolean =>
  a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom;

const edgesAt = ({ x, y, wide, high }: SignBox, { offset: [dx, dy] }: Stand): Edges => ({
  left: x + dx - wide / 2,
  right: x + dx + wide / 2,
  top: y + dy - high / 2,
  bottom: y + dy + high / 2,
});

/** Beside it, above and below, at its corners; then straight above or below, further off, with a line. */
function sidesOf({ wide, high }: SignBox): Stand[] {
  const [beside, above] = [wide / 2 + 6, high / 2 + 6];
  const near = [
    [beside, 0],
    [-beside, 0],
    [0, -above],
    [0, above],
    [beside, -above],
    [beside, above],
    [-beside, -above],
    [-beside, above],
    [beside, -high - 4],
    [beside, high + 4],
    [-beside, -high - 4],
    [-beside, high + 4],
  ] as const;
  const far = [-3.5, 3.5, -5.5, 5.5].map((times) => [0, times * above] as const);
  return [
    ...near.map((offset) => ({ offset, leader: 0 })),
    ...far.map((offset) => ({ offset, leader: Math.abs(offset[1]) - high / 2 })),
  ];
}

/** Beyond this latitude the map that moves has no picture. */
const edge = 85.05;

/** Whether something of it can be seen there; a box is west, south, east, north. */
export const isOnMap = (box: readonly number[]): boolean => (box[1] ?? 0) <= edge && (box[3] ?? 0) >= -edge;

/** A latitude that a sign can stand at. */
export const onMap = (lat: number): number => Math.max(-edge, Math.min(edge, lat));

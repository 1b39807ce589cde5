/** Country outlines for the drawn maps, from the asset that browsers may fetch too. */
import { type Borders, readBorders } from '../../pages/map/borders.ts';
import type { Asset, WebDeps } from '../deps.ts';

const read = new WeakMap<Asset, Borders>();

/** Read once for each asset; null when the desk has none: then maps show a grid. */
export function bordersOf({ assets }: WebDeps): Borders | null {
  const asset = assets.find(({ path }) => /\/borders-[^/]*\.json$/.test(path));
  if (!asset) return null;
  const known = read.get(asset) ?? readBorders(new TextDecoder().decode(asset.body));
  read.set(asset, known);
  return known;
}

/** Country outlines for the drawn maps, from the asset that browsers may fetch too. */
import { type Borders, readBorders } from '../../pages/map/borders.ts';
import { readStillGround } from '../../pages/map/still/ground.ts';
import type { Asset, WebDeps } from '../deps.ts';

const read = new WeakMap<Asset, Borders>();

/** Read once for each asset; null when the desk has none: then maps show a grid. */
export function bordersOf({ assets }: WebDeps): Borders | null {
  const asset = assets.find(({ path }) => /\/borders-[^/]*\.json$/.test(path));
  if (!asset) return null;
  const known = read.get(asset) ?? withGround(readBorders(text(asset)), assets);
  read.set(asset, known);
  return known;
}

/** Divisions and towns, and whom to name for them. */
function withGround(borders: Borders, assets: readonly Asset[]): Borders {
  const asset = assets.find(({ path }) => /\/still-[^/]*\.json$/.test(path));
  if (!asset) return borders;
  const ground = readStillGround(text(asset));
  return { ...borders, ground, attribution: ground.attribution };
}

const text = ({ body }: Asset): string => new TextDecoder().decode(body);

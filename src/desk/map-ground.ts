/** The ground of the map that moves: this desk's own map files, read by ranges; nothing comes from anywhere else. */
import { addProtocol, type LayerSpecification, type Map as LiveMap, type SourceSpecification } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import type { LabelLanguage } from '../pages/map/labels.ts';
import { dots, type GroundTheme } from '../pages/map/live/ground.ts';
import { type StreetMap, saidOfFile, streetLayers } from '../pages/map/live/streets.ts';
import { calm, clipped } from '../pages/parts/shown-text.ts';

const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

export interface Ground {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  /** What the operator added, each with its layers to be drawn over the ground. */
  readonly streets: readonly StreetMap[];
  /** Names of the operator's files that can't be drawn. */
  readonly leftOut: readonly string[];
}

interface Listed {
  readonly path: string;
  readonly name: string;
  readonly base: boolean;
  readonly bytes: number;
}

/** A header of PMTiles (its specification, version 3): what is shorter is no map. */
const headerBytes = 127;

/** What `/api/v1/maps` answers. null when there is no base map. A file of the operator's that can't be read is left out. */
export async function openGround(listed: unknown): Promise<Ground | null> {
  const { maps } = (listed ?? { maps: [] }) as { maps: readonly Listed[] };
  const opened = await Promise.all(maps.map((one) => open(one).catch(() => null)));
  const files = opened.filter((file) => file !== null);
  if (files[0]?.base !== true) return null;
  return {
    sources: Object.fromEntries(files.map(({ id, url }) => [id, { type: 'vector', url: `pmtiles://${url}` }])),
    streets: files.filter(({ base }) => !base),
    leftOut: maps.flatMap(({ name }, n) => (opened[n] === null ? [name] : [])),
  };
}

async function open({ path, name, base, bytes }: Listed): Promise<(StreetMap & { url: string; base: boolean }) | null> {
  const url = new URL(path, location.href).href;
  const archive = new PMTiles(url);
  if (base) {
    // It is known what is in it.
    protocol.add(archive);
    return { ...{ id: 'base', url, base, name }, layers: [], credit: '', from: 0 };
  }
  if (bytes < headerBytes) return null;
  const header = await archive.getHeader();
  const said = saidOfFile(await archive.getMetadata());
  // Only vector tiles (1) can be drawn in the page's own colours.
  if (header.tileType !== 1 || said === null) return null;
  protocol.add(archive);
  const credit = new DOMParser().parseFromString(said.credit, 'text/html').body.textContent ?? '';
  const { layers } = said;
  return {
    ...{ id: name, url, base, name: name.replace(/\.pmtiles$/, '') },
    ...{ layers, credit: calm(clipped(credit, 160)), from: header.minZoom },
  };
}

/** Layers as MapLibre's own type has them; what they may hold is checked when the style is read. */
export const asLayers = (layers: readonly { readonly id: string }[]): LayerSpecification[] =>
  layers as LayerSpecification[];

export const streetLayersOf = (
  { streets }: Ground,
  theme: GroundTheme,
  language: LabelLanguage,
): LayerSpecification[] => streets.flatMap((street) => asLayers(streetLayers(street, theme, language)));

/** The page's colours and fonts, in light or dark as they are now. */
export function themeOf(style: CSSStyleDeclaration): GroundTheme {
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ...{ sea: value('--sunk'), land: value('--paper'), line: value('--line-strong') },
    ...{ ink: value('--ink'), ink2: value('--ink-2'), ink3: value('--ink-3') },
    fonts: value('--ours')
      .split(',')
      .map((font) => font.trim().replaceAll('"', '')),
  };
}

/** Names are drawn once and kept: the font they are to be drawn in has to be there first. What can't be fetched does not hold them up for ever. */
export async function fontsFor({ fonts }: GroundTheme, { name }: LabelLanguage): Promise<void> {
  const families = fonts.map((font) => (/^[\w-]+$/.test(font) ? font : `"${font}"`)).join(', ');
  await Promise.all(
    ['400', '600'].map((weight) => document.fonts.load(`${weight} 16px ${families}`, `Kabul ${name}`).catch(() => [])),
  );
}

/** Draws the square of a place that issuers name, the dot of a town, or of a capital with its ring. */
export function addDot(map: LiveMap, id: string, { ink, land }: GroundTheme): void {
  if (id !== dots.town && id !== dots.capital && id !== dots.named) return;
  const scale = 2;
  const size = (id === dots.town ? 8 : 12) * scale;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const circle = (radius: number, color: string): void => {
    pen.fillStyle = color;
    pen.beginPath();
    pen.arc(size / 2, size / 2, radius * scale, 0, 2 * Math.PI);
    pen.fill();
  };
  if (id === dots.named) {
    pen.fillStyle = ink;
    pen.fillRect(scale, scale, size - 2 * scale, size - 2 * scale);
    pen.fillStyle = land;
    pen.fillRect(3 * scale, 3 * scale, size - 6 * scale, size - 6 * scale);
  } else circle(size / 2 / scale, land);
  if (id === dots.capital) {
    circle(5, ink);
    circle(3.6, land);
  }
  if (id !== dots.named) circle(2.2, ink);
  map.addImage(id, pen.getImageData(0, 0, size, size), { pixelRatio: scale });
}

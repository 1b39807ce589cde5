/**
 * Layers for a map file of the operator's, in the page's own ink: what their names tell to be water, ways, buildings or places, in the common schemas
 * of vector tiles (OpenMapTiles, Protomaps, Shortbread). What is called otherwise is not drawn.
 */

import { calm, clipped } from '../../parts/shown-text.ts';
import type { LabelLanguage } from '../labels.ts';
import { type GroundTheme, type Layer, nameIn } from './ground.ts';

export interface StreetMap {
  /** Id of its source, and the beginning of those of its layers. */
  readonly id: string;
  /** As its operator called the file. */
  readonly name: string;
  /** Names of the layers in its tiles. */
  readonly layers: readonly string[];
  /** Whom its author wants named. */
  readonly credit: string;
  /** The first zoom that has tiles. */
  readonly from: number;
}

/** Nearer than this the ground of our own is too coarse for what lies on it. */
const streetsFrom = 8;

const kinds: readonly { readonly kind: 'water' | 'building' | 'way' | 'name'; readonly called: RegExp }[] = [
  { kind: 'water', called: /^(water|ocean|water_polygons|waterway)$/ },
  { kind: 'building', called: /^buildings?$/ },
  { kind: 'way', called: /^(roads?|transportation|streets|highway|transit|aeroway)$/ },
  { kind: 'name', called: /^(places?|place_labels|pois?|transportation_name|street_labels|roads_labels)$/ },
];

export function streetLayers(street: StreetMap, theme: GroundTheme, language: LabelLanguage): Layer[] {
  return kinds.flatMap(({ kind, called }) =>
    street.layers
      .filter((layer) => called.test(layer))
      .map((layer) => ({
        id: `${street.id} ${layer} ${kind}`,
        source: street.id,
        'source-layer': layer,
        minzoom: Math.max(street.from, streetsFrom),
        ...looks[kind](theme, language),
      })),
  );
}

type Look = { readonly type: string } & Readonly<Record<string, unknown>>;

const looks: Readonly<Record<(typeof kinds)[number]['kind'], (theme: GroundTheme, language: LabelLanguage) => Look>> = {
  water: ({ sea }) => ({
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': sea },
  }),
  building: ({ line }) => ({ type: 'fill', paint: { 'fill-color': line, 'fill-opacity': 0.25 } }),
  way: ({ ink3 }) => ({
    type: 'line',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': ink3,
      'line-opacity': 0.55,
      'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 0.4, 12, 0.9, 16, 4],
    },
  }),
  name: ({ ink2, land, fonts }, language) => ({
    type: 'symbol',
    filter: ['has', 'name'],
    layout: {
      'text-field': nameIn(language),
      'text-font': fonts,
      'text-size': 12,
      'text-max-width': 8,
      'symbol-placement': 'point',
    },
    paint: { 'text-color': ink2, 'text-halo-color': land, 'text-halo-width': 1.4 },
  }),
};

/** What a file of the operator's says of itself (its metadata, which may be anything): its layers and whom to name; null when it names no layer. */
export function saidOfFile(about: unknown): { readonly layers: readonly string[]; readonly credit: string } | null {
  const { vector_layers: listed, attribution } = fieldsOf(about);
  const layers = Array.isArray(listed)
    ? listed.map((one) => fieldsOf(one)['id']).filter((id) => typeof id === 'string')
    : [];
  if (layers.length === 0) return null;
  return { layers, credit: typeof attribution === 'string' ? attribution : '' };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Said on the map, so that whoever put the file there learns of it; `names` as its operator called them. */
export const leftOutText = (names: readonly string[]): string =>
  `Not drawn: ${names.map((name) => calm(clipped(name, 60))).join(', ')}. ${names.length === 1 ? 'It holds' : 'They hold'} no vector tiles that can be read.`;

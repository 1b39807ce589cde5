/**
 * The look of the ground that situations are drawn on: a style of MapLibre (its style specification, version 8) as data, from the colours of the page and
 * the reader's language. Quiet on purpose: ink on paper, no colour, since colour means danger here.
 */
import type { LabelLanguage } from '../labels.ts';

/** Colours as CSS writes them, and the fonts of the page, the best first. */
export interface GroundTheme {
  readonly sea: string;
  readonly land: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly fonts: readonly string[];
}

/** One layer; which properties it may have is the specification's matter. */
export type Layer = { readonly id: string; readonly type: string } & Readonly<Record<string, unknown>>;

/** Pictures that the style asks for: a dot for a town, a ring about it for a capital, a square for a place that issuers name. */
export const dots = { town: 'dot-town', capital: 'dot-capital', named: 'dot-named' } as const;

const source = 'base';
const kindIs = (...kinds: string[]): unknown => ['in', ['get', 'kind'], ['literal', kinds]];
const byZoom = (...stops: number[]): unknown => ['interpolate', ['linear'], ['zoom'], ...stops];

/** Sea, land, and its lines; below whatever is drawn on it. */
export function groundLayers({ sea, land, ink3, line }: GroundTheme): Layer[] {
  const lines = { type: 'line', source, 'source-layer': 'lines', layout: { 'line-join': 'round' } };
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    { id: 'land', type: 'fill', source, 'source-layer': 'countries', paint: { 'fill-color': land } },
    {
      ...{ ...lines, id: 'coasts', filter: kindIs('coast') },
      paint: { 'line-color': ink3, 'line-opacity': byZoom(0, 0.35, 5, 0.6), 'line-width': byZoom(0, 0.4, 6, 0.8) },
    },
    {
      ...{ ...lines, id: 'divisions', filter: kindIs('division'), minzoom: 3 },
      paint: { 'line-color': line, 'line-width': byZoom(3, 0.4, 6, 0.9, 10, 1.2), 'line-dasharray': [4, 2] },
    },
    {
      ...{ ...lines, id: 'borders', filter: kindIs('country') },
      paint: { 'line-color': ink3, 'line-opacity': byZoom(0, 0.6, 4, 1), 'line-width': byZoom(0, 0.4, 4, 0.9, 8, 1.6) },
    },
    {
      ...{ ...lines, id: 'disputed', filter: kindIs('disputed') },
      paint: { 'line-color': ink3, 'line-width': byZoom(0, 0.5, 4, 0.9, 8, 1.6), 'line-dasharray': [3, 3] },
    },
  ];
}

/** The name in that language, or what stands in for it. */
export const nameIn = ({ keys }: LabelLanguage): unknown => ['coalesce', ...keys.map((key) => ['get', key])];

/** Names, above all areas: divisions, towns with a dot, countries; of two that meet the later stays. */
export function nameLayersIn(theme: GroundTheme, language: LabelLanguage): Layer[] {
  const { ink, ink2, ink3, land, fonts } = theme;
  const names = { type: 'symbol', source, 'source-layer': 'names' };
  const text = { 'text-field': nameIn(language), 'text-font': fonts, 'text-max-width': 8 };
  const halo = { 'text-halo-color': land, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
  // A weight is read off the first name of the list, which is the name of no font.
  const strong = { ...text, 'text-font': ['Semibold', ...fonts] };
  return [
    {
      ...{ ...names, id: 'division-names', minzoom: 4 },
      filter: ['all', kindIs('division'), ['<=', ['get', 'zoom'], ['+', ['zoom'], 0.5]]],
      layout: { ...text, 'text-size': byZoom(4, 10.5, 8, 13), 'text-letter-spacing': 0.08 },
      paint: { ...halo, 'text-color': ink3 },
    },
    {
      ...{ ...names, id: 'town-names', minzoom: 2.5, filter: kindIs('town', 'capital') },
      layout: {
        ...text,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, bySize(11, 12), 7, bySize(12.5, 16), 11, bySize(14, 19)],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.55,
        'text-justify': 'auto',
        'icon-image': ['match', ['get', 'kind'], 'capital', dots.capital, dots.town],
        'symbol-sort-key': ['-', 0, ['+', ['get', 'population'], ['case', kindIs('capital'), 5e7, 0]]],
      },
      paint: { ...halo, 'text-color': ['case', kindIs('capital'), ink, ink2] },
    },
    {
      ...{ ...names, id: 'country-names', maxzoom: 7 },
      filter: ['all', kindIs('country'), ['<=', ['get', 'zoom'], ['zoom']]],
      layout: {
        ...strong,
        'text-size': byZoom(0, 10.5, 3, 12.5, 6, 16),
        'text-letter-spacing': 0.06,
        'text-max-width': 7,
        'symbol-sort-key': ['-', 0, ['get', 'size']],
      },
      paint: { ...halo, 'text-color': ink2 },
    },
  ];
}

/** Squares with the names of places that issuers speak of, as the drawn map has them; those have no other language. */
export const namedLayer = ({ ink, land, fonts }: GroundTheme): Layer => ({
  ...{ id: 'named', type: 'symbol', source: 'named' },
  layout: {
    ...{ 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 13, 'text-max-width': 8 },
    ...{
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.7,
      'text-justify': 'auto',
    },
    ...{ 'icon-image': dots.named, 'icon-allow-overlap': true, 'text-optional': true },
  },
  paint: { 'text-color': ink, 'text-halo-color': land, 'text-halo-width': 1.4 },
});

/** Between two sizes by how many people live there, up to a million. */
const bySize = (least: number, most: number): unknown => [
  ...['interpolate', ['linear'], ['ln', ['max', 1000, ['get', 'population']]]],
  ...[Math.log(5000), least, Math.log(1e6), most],
];

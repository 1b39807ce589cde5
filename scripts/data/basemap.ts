/**
 * Makes assets/map/base.pmtiles: the ground of every map, without a network. Countries, their divisions and coasts from Natural Earth 1:10m
 * (public domain), names of countries from CLDR (Unicode License), towns from GeoNames (CC BY 4.0). Run by `npm run data`; the result is
 * committed. Beside it assets/map/still.json: of the same divisions and towns what drawn maps show. Borders are those that Natural Earth draws: as they stand on the ground, disputed ones marked.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { type Corner, type Outlines, outlinesOf } from './map/arcs.ts';
import { type Division, divisions } from './map/divisions.ts';
import { countryNames } from './map/names.ts';
import { stillGround } from './map/still.ts';
import { linesOf, nameSpot, polygonsOf, signedArea } from './map/thin.ts';
import { type Town, townsByZoom } from './map/towns.ts';
import { type Tile, writePmtiles } from './map/write-pmtiles.ts';

const file = join(import.meta.dirname, '../../assets/map/base.pmtiles');
const most = 12e6;
const lastZoom = 6;
/** Divisions are drawn from this zoom on, and named from the next but one. */
const divisionsFrom = 3;
const attribution = 'Borders: Natural Earth. Towns: GeoNames (CC BY 4.0). Names of countries: Unicode CLDR.';

const points = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const point = ([lon, lat]: Corner, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties,
});

/** Corners nearer to the line than this share of the Earth's width are left out: a third of a pixel, a quarter of one at the last zoom. */
const toleranceAt = (zoom: number): number => (zoom === lastZoom ? 0.2 : 0.35) / (512 * 2 ** zoom);

function landAt(outlines: Outlines, zoom: number): Record<'countries' | 'lines', FeatureCollection> {
  const tolerance = toleranceAt(zoom);
  const lines = linesOf(outlines.arcs, tolerance);
  const countries = [...outlines.owners].flatMap(([code, rings]): Feature[] => {
    const polygons = polygonsOf(rings, lines, tolerance ** 2 * 4);
    const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
    return coordinates.length === 0
      ? []
      : [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties: { code } }];
  });
  const always = ['coast', 'country', 'disputed'] as const;
  const kinds = zoom < divisionsFrom ? always : (['division', ...always] as const);
  const drawn = kinds.map((kind): Feature => {
    const coordinates = outlines.arcs.flatMap((arc, n) =>
      arc.kind === kind ? [(lines[n] ?? []).map(([lon, lat]) => [lon, lat])] : [],
    );
    return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: { kind } };
  });
  return { countries: points(countries), lines: points(drawn) };
}

/** Where each country's name stands, and how large it is: the square root of its part of the map, as a power of two. */
function countryLabels(outlines: Outlines, all: readonly Division[]): { zoom: number; feature: Feature }[] {
  const lines = linesOf(outlines.arcs, toleranceAt(4));
  const english = new Map(all.map(({ country, admin }) => [country, admin]));
  return [...outlines.owners].flatMap(([code, rings]) => {
    const [largest] = polygonsOf(rings, lines, 0);
    const ring = largest?.[0];
    if (!ring) return [];
    const size = Math.sqrt(Math.abs(signedArea(ring)) / 2);
    // Wide enough for a word of some 90 pixels.
    const zoom = Math.max(0, Math.min(5, Math.ceil(Math.log2(70 / (512 * size)))));
    const properties = {
      kind: 'country',
      code,
      zoom,
      size: Math.round(size * 1e5),
      ...countryNames(code, english.get(code) ?? code),
    };
    return [{ zoom, feature: point(nameSpot(ring), properties) }];
  });
}

function divisionLabels(all: readonly Division[]): { zoom: number; feature: Feature }[] {
  return all.flatMap(({ at, names, rings, code }) => {
    const area = rings.reduce((sum, ring) => Math.max(sum, Math.abs(signedArea(ring)) / 2), 0);
    const zoom = Math.max(4, Math.ceil(Math.log2(60 / (512 * Math.sqrt(area)))));
    if (zoom > 9 || names['name'] === '') return [];
    return [{ zoom, feature: point(at, { kind: 'division', ...(code !== null && { code }), zoom, ...names }) }];
  });
}

const townLabel = ({ at, names, population, isCapital, zoom }: Town): { zoom: number; feature: Feature } => ({
  zoom,
  feature: point(at, { kind: isCapital ? 'capital' : 'town', population, zoom, ...names }),
});

/** Every tile of one zoom in which something lies. */
function tilesAt(zoom: number, layers: Readonly<Record<string, FeatureCollection>>): Tile[] {
  const options = { maxZoom: zoom, indexMaxZoom: zoom, indexMaxPoints: 0, tolerance: 0, buffer: 48 };
  const indexes = Object.entries(layers).map(([name, data]) => [name, new GeoJSONVT(data, options)] as const);
  const tiles: Tile[] = [];
  for (let x = 0; x < 2 ** zoom; x++)
    for (let y = 0; y < 2 ** zoom; y++) {
      const own = indexes.flatMap(([name, index]) => {
        const tile = index.getTile(zoom, x, y);
        return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
      });
      if (own.length === 0) continue;
      const data = fromGeojsonVt(Object.fromEntries(own) as Parameters<typeof fromGeojsonVt>[0], {
        version: 2,
        extent: 4096,
      });
      tiles.push({ z: zoom, x, y, data });
    }
  return tiles;
}

const all = divisions();
const outlines = outlinesOf(all.map(({ country, unit, rings }) => ({ owner: country, unit, rings })));
const towns = townsByZoom();
const labels = [...countryLabels(outlines, all), ...divisionLabels(all), ...towns.map(townLabel)];
const tiles = Array.from({ length: lastZoom + 1 }, (_, zoom) => {
  const shown = labels.filter((label) => label.zoom <= zoom || zoom === lastZoom).map(({ feature }) => feature);
  return tilesAt(zoom, { ...landAt(outlines, zoom), names: points(shown) });
}).flat();
const bytes = writePmtiles(tiles, {
  name: 'Tocsin base map',
  attribution,
  license:
    'Natural Earth: public domain. GeoNames: CC BY 4.0 (creativecommons.org/licenses/by/4.0), towns chosen, names chosen by script. CLDR: Unicode License v3.',
  vector_layers: [
    { id: 'countries', fields: { code: 'String' } },
    { id: 'lines', fields: { kind: 'String' } },
    { id: 'names', fields: { kind: 'String', name: 'String', zoom: 'Number', population: 'Number' } },
  ],
});
if (bytes.length > most) throw new Error(`${bytes.length} bytes are more than ${most}`);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, bytes);
writeFileSync(join(file, '../still.json'), stillGround(outlines, towns, attribution));
console.log(`assets/map/base.pmtiles: ${tiles.length} tiles, ${(bytes.length / 1e6).toFixed(1)} MB`);

/** Places of the operator's own as CSV: every bad row is reported with its line, the rest is imported, nothing twice. */
import { type DeskPlace, type DeskPlaceKind, deskPlaceKinds } from '../core/desk-place.ts';
import { type Finding, Findings } from '../core/finding.ts';
import { boundsCover, boundsOf } from '../core/geo/bounds.ts';
import { covers } from '../core/geo/covers.ts';
import { parsePolygon } from '../core/geo/parse.ts';
import type { Point, Polygon } from '../core/geo/shape.ts';
import type { Space } from '../core/model.ts';
import type { Store } from '../store/open.ts';
import { type SavedPlaces, savePlaces } from '../store/places.ts';
import { type Row, readSheet } from './sheet.ts';

/** Columns in their usual order; any order is read. A column `name:LANGUAGE` holds the place's name in it. */
const columns = [
  'id',
  'name',
  'kind',
  'lat',
  'lon',
  'radiusMeters',
  'polygon',
  'capacity',
  'note',
  'source',
  'space',
] as const;
type NameColumn = `name:${string}`;
type Column = (typeof columns)[number] | NameColumn;
type PlaceRow = Row<Column>;

export interface ListedPlace {
  readonly place: DeskPlace;
  readonly space: Space;
}

export interface PlacesReading {
  readonly places: readonly ListedPlace[];
  readonly findings: readonly Finding[];
  /** Rows with data, good or bad. */
  readonly rows: number;
}

const nameColumn = /^name:([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/;
const isNameColumn = (column: string): column is NameColumn => nameColumn.test(column);

/** Never throws for bad input. A row with an error is left out, a row with a warning is kept. */
export function readPlaces(bytes: Uint8Array): PlacesReading {
  const findings = new Findings();
  const further = (name: string): NameColumn | null => (isNameColumn(name) ? name : null);
  const form = { family: 'places', columns, required: ['id', 'name', 'kind'], further } as const;
  const sheet = readSheet<Column>(bytes, form, findings);
  const places: ListedPlace[] = [];
  const seen = new Map<string, number>();
  for (const row of sheet.rows) {
    const space = spaceOf(row);
    const place = placeOf(row);
    const key = `${space}/${row.cells.id}`;
    const before = seen.get(key);
    if (before !== undefined)
      row.problem('error', 'twice', `The id stands in line ${before} already; that row counts.`);
    if (row.failed || !place) continue;
    seen.set(key, row.line);
    places.push({ place, space });
  }
  return { places, findings: findings.list(), rows: sheet.count };
}

/** As much as a line of a page and of a letter bears. */
const longest = { id: 80, name: 200, note: 1000, source: 200 } as const;

function placeOf(row: PlaceRow): DeskPlace | null {
  const { cells } = row;
  if (!cells.id) row.problem('error', 'no-id', 'The row has no id.');
  if (!cells.name) row.problem('error', 'no-name', 'The row has no name.');
  for (const column of ['id', 'name', 'note', 'source'] as const)
    if ((cells[column]?.length ?? 0) > longest[column])
      row.problem('error', 'too-long', `${column} has more than ${longest[column]} characters.`);
  const kind = kindOf(row);
  const where = whereOf(row);
  if (!kind || !where) return null;
  return {
    ref: cells.id ?? '',
    name: oneLine(cells.name ?? ''),
    kind,
    names: Object.entries(cells).flatMap(([column, text]) =>
      isNameColumn(column) && text ? [{ text: oneLine(text), language: column.slice('name:'.length) }] : [],
    ),
    ...where,
    capacity: capacityOf(row),
    note: cells.note ?? null,
    source: cells.source ?? null,
  };
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function kindOf(row: PlaceRow): DeskPlaceKind | null {
  const kind = deskPlaceKinds.find((one) => one === row.cells.kind?.toLowerCase());
  if (kind) return kind;
  row.problem('error', 'kind', `kind is one of ${deskPlaceKinds.join(', ')}.`);
  return null;
}

function whereOf(row: PlaceRow): Pick<DeskPlace, 'point' | 'shape'> | null {
  const { cells } = row;
  const at = pointOf(row);
  const polygon = polygonOf(row);
  const radiusMeters = radiusOf(row);
  if (polygon && radiusMeters !== null) {
    row.problem('error', 'position', 'The row has a polygon and a radiusMeters; give one of them.');
    return null;
  }
  if (radiusMeters !== null && at) return { point: at, shape: { kind: 'circle', center: at, radiusMeters } };
  if (polygon) {
    if (at && !covers(polygon, at))
      row.problem('warning', 'position', 'lat and lon lie outside of the polygon; is that where one goes in?');
    return { point: at ?? middleOf(polygon), shape: polygon };
  }
  if (at) return { point: at, shape: { kind: 'point', point: at } };
  if (!row.failed && !cells.lat && !cells.lon && !cells.polygon)
    row.problem('error', 'position', 'The row says nowhere where the place is: give lat and lon, or a polygon.');
  return null;
}

function pointOf(row: PlaceRow): Point | null {
  const lat = row.degrees('lat', 90);
  const lon = row.degrees('lon', 180);
  if (!row.cells.lat !== !row.cells.lon)
    row.problem('error', 'position', 'lat and lon go together; one of them is missing.');
  return lat === null || lon === null ? null : { lat, lon };
}

/** More would be no place but a country. */
const farthest = 50_000;

function radiusOf(row: PlaceRow): number | null {
  const cell = row.cells.radiusMeters;
  if (!cell) return null;
  const meters = Number(cell);
  if (!row.cells.lat) row.problem('error', 'position', 'radiusMeters needs lat and lon for its middle.');
  if (/^\d+(\.\d+)?$/.test(cell) && meters > 0 && meters <= farthest) return meters;
  row.problem('error', 'position', `radiusMeters is not a number of metres above 0 and up to ${farthest}.`);
  return null;
}

const mostCorners = 1000;

function polygonOf(row: PlaceRow): Polygon | null {
  const cell = row.cells.polygon;
  if (!cell) return null;
  const { shape, fault } = parsePolygon(cell, mostCorners);
  if (fault)
    row.problem('error', 'polygon', `polygon ${fault.sentence.charAt(0).toLowerCase()}${fault.sentence.slice(1)}`);
  return shape;
}

/** The middle of its box where that is in it, else its first corner: always a point of the place. */
function middleOf(polygon: Polygon): Point {
  const box = boundsOf(polygon);
  const width = box.east - box.west + (box.east < box.west ? 360 : 0);
  const lon = box.west + width / 2;
  const middle = { lat: (box.south + box.north) / 2, lon: lon > 180 ? lon - 360 : lon };
  const first = polygon.ring[0] ?? middle;
  return boundsCover(box, middle) && covers(polygon, middle) ? middle : first;
}

function capacityOf(row: PlaceRow): number | null {
  const cell = row.cells.capacity;
  if (!cell) return null;
  if (/^\d{1,7}$/.test(cell)) return Number(cell);
  row.problem('warning', 'capacity', 'capacity is not a whole number of people; it was left out.');
  return null;
}

function spaceOf(row: PlaceRow): Space {
  const space = row.cells.space ?? 'live';
  if (space !== 'live' && space !== 'drill') row.problem('error', 'space', 'space is live or drill (empty is live).');
  return space === 'drill' ? 'drill' : 'live';
}

/** Saves places of both spaces, each in its own desk, in one commit each. */
export async function importPlaces(store: Store, places: readonly ListedPlace[]): Promise<SavedPlaces> {
  const sum = { listed: 0, changed: 0, unchanged: 0 };
  for (const desk of ['live', 'drill'] as const) {
    const own = places.filter(({ space }) => space === desk).map(({ place }) => place);
    if (own.length === 0) continue;
    const saved = await savePlaces(store, desk, own);
    for (const key of ['listed', 'changed', 'unchanged'] as const) sum[key] += saved[key];
  }
  return sum;
}

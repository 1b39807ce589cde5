/**
 * Anchors: one danger around one place. An anchor is set by its first word and stays where that word put it; what comes later
 * joins the anchor itself and never another word, so that no chain of neighbours can draw two dangers together.
 */
import type { Bounds } from '../../core/geo/bounds.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { Claim, EventRead, Warning } from '../../core/text/reading.ts';
import type { Instant } from '../../core/time/time.ts';
import { fnv64 } from './fnv.ts';
import { meets, pointAt, type Spot, shapesAt } from './spot.ts';
import { apartAfter } from './time.ts';

/** Something that can be placed: of which family, where, and when it holds. */
export interface Placed {
  readonly family: string;
  readonly spot: Spot;
  readonly from: Instant;
  readonly until: Instant;
  /** An alert that may tell people, or a place of the gazetteer. No stranger's drawing gathers what others vouch for. */
  readonly vouched: boolean;
}

export interface Anchor {
  /** Of its danger and place alone, so that it stays when its first word has left the lists; of the chain where an issuer drew it. */
  readonly id: string;
  readonly family: string;
  readonly spot: Spot;
  readonly vouched: boolean;
  /** Number in the order of founding. */
  readonly number: number;
  /** The time it has been spoken of; it grows with what joins. */
  from: Instant;
  until: Instant;
  readonly parts: { readonly view: AlertView; readonly part: number | null; readonly spot: Spot }[];
  readonly claims: { readonly reading: ReadingView; readonly claim: Claim }[];
  readonly warnings: { readonly reading: ReadingView; readonly warning: Warning }[];
  readonly events: { readonly reading: ReadingView; readonly event: EventRead; readonly spot: Spot | null }[];
  readonly readings: Set<ReadingView>;
}

export class Anchors {
  readonly all: Anchor[] = [];
  readonly #byKey = new Map<string, Anchor[]>();
  readonly #byChain = new Map<string, Anchor>();
  readonly #byIncident = new Map<string, Anchor[]>();
  readonly #cells = new Map<string, Anchor[]>();
  readonly #byReport = new Map<string, Anchor[]>();

  /** The anchors a word joins: one, or those of all chains, else incidents, an alert of CAP speaks for; none when it fits none. */
  find(placed: Placed): Anchor[] {
    const { spot } = placed;
    const mayJoin = (anchor: Anchor): boolean => inTime(anchor, placed) && mayGather(anchor, placed);
    if (spot.kind === 'drawn') {
      const bound = spot.chains.flatMap((chain) => this.#byChain.get(chain) ?? []);
      const chained = [...new Set(bound)].filter((anchor) => mayGather(anchor, placed));
      if (chained.length > 0) return chained;
      const told = spot.incidents.flatMap((incident) => this.#byIncident.get(incident) ?? []).filter(mayJoin);
      if (told.length > 0) return [...new Set(told)];
    }
    const named = keysOf(placed).flatMap((key) => this.#byKey.get(key) ?? []);
    const found =
      first(named.filter(mayJoin)) ?? first(this.#around(placed).filter((a) => mayJoin(a) && meets(a.spot, spot)));
    return found ? [found] : [];
  }

  found(placed: Placed): Anchor {
    const { family, spot, from, until } = placed;
    const id = idOf(family, nameOf(spot));
    const vouched = spot.kind !== 'drawn' || placed.vouched;
    const number = this.all.length;
    const members = { parts: [], claims: [], warnings: [], events: [], readings: new Set<ReadingView>() };
    const anchor: Anchor = { id, family, spot, vouched, number, from, until, ...members };
    this.all.push(anchor);
    for (const key of keysOf(placed)) append(this.#byKey, key, anchor);
    for (const cell of cellsAt(family, spot)) append(this.#cells, cell, anchor);
    return anchor;
  }

  /** Takes the time of a word that joins, and the chains and incidents of its alert. */
  join(anchor: Anchor, { spot, from, until }: Placed): void {
    anchor.from = Math.min(anchor.from, from);
    anchor.until = Math.max(anchor.until, until);
    if (spot.kind !== 'drawn') return;
    for (const chain of spot.chains) if (!this.#byChain.has(chain)) this.#byChain.set(chain, anchor);
    for (const incident of spot.incidents)
      if (!this.#byIncident.get(incident)?.includes(anchor)) append(this.#byIncident, incident, anchor);
  }

  /** Notes that an alert of this report stands in the anchor. */
  rests(anchor: Anchor, report: string): void {
    append(this.#byReport, report, anchor);
  }

  ofReport(report: string): readonly Anchor[] {
    return this.#byReport.get(report) ?? [];
  }

  #around({ family, spot }: Placed): Anchor[] {
    const cells = cellsAt(family, spot);
    const near = [...cells, wideCell(family)].flatMap((cell) => this.#cells.get(cell) ?? []);
    // Who asks with a wide area can't look at every cell of it.
    return cells.includes(wideCell(family)) ? this.all.filter((a) => a.family === family) : [...new Set(near)];
  }
}

const idOf = (...parts: readonly string[]): string => `s-${fnv64(parts.join('\n'))}`;

/** Anchors by id. A stranger's goes by another where somebody who is vouched for bears it. */
export function named(anchors: readonly Anchor[]): (readonly Anchor[])[] {
  const vouched = new Set(anchors.flatMap((anchor) => (anchor.vouched ? anchor.id : [])));
  const ids = ({ vouched: own, id }: Anchor): string => (own || !vouched.has(id) ? id : idOf(id, 'unvouched'));
  return [...Map.groupBy(anchors, ids)].map(([id, all]) => all.map((anchor) => ({ ...anchor, id })));
}

/** One danger that fell silent for a while and was spoken of again. */
export function together(anchors: readonly [Anchor, ...Anchor[]]): Anchor {
  const [first] = anchors;
  return {
    ...first,
    from: Math.min(...anchors.map(({ from }) => from)),
    until: Math.max(...anchors.map(({ until }) => until)),
    parts: anchors.flatMap(({ parts }) => parts),
    claims: anchors.flatMap(({ claims }) => claims),
    warnings: anchors.flatMap(({ warnings }) => warnings),
    events: anchors.flatMap(({ events }) => events),
    readings: new Set(anchors.flatMap(({ readings }) => [...readings])),
  };
}

const mayGather = (anchor: Anchor, { vouched }: Placed): boolean => anchor.vouched || !vouched;

const inTime = (anchor: Anchor, { from, until }: Placed): boolean =>
  from <= anchor.until + apartAfter && until >= anchor.from - apartAfter;

const first = (anchors: readonly Anchor[]): Anchor | null =>
  anchors.reduce<Anchor | null>((best, one) => (best && best.number <= one.number ? best : one), null);

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const nameOf = (spot: Spot): string =>
  spot.kind === 'place' ? spot.root.id : spot.kind === 'named' ? spot.id : (spot.chains[0] ?? spot.name);

function keysOf({ family, spot }: Placed): string[] {
  if (spot.kind === 'drawn') return spot.names.map((name) => `${family}\nname\n${name}`);
  return [`${family}\n${spot.kind}\n${nameOf(spot)}`];
}

const wideCell = (family: string): string => `${family}\nwide`;
const cellsMost = 64;

/** The cells of one degree a spot lies in, or the one cell for all that is wide. */
function cellsAt(family: string, spot: Spot): string[] {
  const point = pointAt(spot);
  // A part of a facility is looked for where it is, and its anchor is found where the whole is.
  const boxes = shapesAt(spot).map(({ bounds }) => bounds);
  if (point) boxes.push({ south: point.lat, north: point.lat, west: point.lon, east: point.lon });
  const cells = new Set<string>();
  for (const box of boxes) {
    const { south, north, west, east } = turns(box);
    if ((north - south + 1) * (east - west + 1) > cellsMost) return [wideCell(family)];
    for (let lat = south; lat <= north; lat++)
      for (let lon = west; lon <= east; lon++) cells.add(`${family}\n${lat}\n${(lon + 540) % 360}`);
  }
  return cells.size > cellsMost ? [wideCell(family)] : [...cells];
}

/** Whole degrees, with `east` beyond 180 for a box across the antimeridian. */
const turns = ({ south, north, west, east }: Bounds): Bounds => ({
  south: Math.floor(south),
  north: Math.floor(north),
  west: Math.floor(west),
  east: Math.floor(west <= east ? east : east + 360),
});

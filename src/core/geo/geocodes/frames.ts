/** Which codes of an area are only the frame that its others lie in. */
import { type Bounds, boundsOf } from '../bounds.ts';
import { boundsOverlap, overlap } from '../overlap.ts';
import type { Ground, Grounds } from './ground.ts';
import type { Resolution, Resolved } from './resolution.ts';

interface Placed {
  readonly code: Resolution;
  readonly ground: Ground;
}

/**
 * A country or a division of one is a frame when a code that says less ground lies in it: by the codes themselves, or, where those do not
 * say it, by the shapes. Where neither says it, because the closer code has no shape, the wider one is set aside too: nothing falls back
 * to a country, and the area is unresolved all the same. A county is one when zones of its state lie on it, once all of these have
 * shapes. Everything else counts.
 */
export function framesAmong(codes: readonly Resolution[], { groundOf }: Grounds): ReadonlySet<Resolution> {
  const placed = codes.map((code) => ({ code, ground: groundOf(code) }));
  const closerThan = ([0, 1, 2] as const).map((least) =>
    sorted(placed.filter(({ ground }) => ground.fineness > least)),
  );
  const meets = meeting();
  const known = new Map<string, boolean>();
  const isFrame = (wide: Placed): boolean => {
    const closer = closerThan[wide.ground.fineness];
    if (closer === undefined || closer.isNone) return false;
    return wide.ground.fineness === 2 ? isCountySaid(wide, closer, meets) : isFrameOf(wide, closer, meets);
  };
  const frames = placed.filter((wide) => {
    const key = `${wide.ground.fineness} ${wide.code.kind} ${wide.code.scheme} ${wide.code.code}`;
    const answer = known.get(key) ?? isFrame(wide);
    known.set(key, answer);
    return answer;
  });
  return new Set(frames.map(({ code }) => code));
}

type Meets = (a: Resolved, b: Resolved) => boolean;

/** Codes by where they lie, so that none is held against all: an alert may have very many. */
interface Sorted {
  readonly isNone: boolean;
  readonly countries: ReadonlySet<string>;
  readonly divisions: ReadonlyMap<string, Group>;
  /** Of a country, in no division that is known. */
  readonly undivided: ReadonlyMap<string, Group>;
  readonly nowhere: Group;
}

interface Group {
  readonly shaped: Map<Resolved, Ground>;
  /** Counties that have no shape; null: something that is none has not. */
  readonly unshaped: Set<string | null>;
}

function sorted(placed: readonly Placed[]): Sorted {
  const divisions = new Map<string, Group>();
  const undivided = new Map<string, Group>();
  const nowhere = emptyGroup();
  for (const { code, ground } of placed) {
    const { division, countries } = ground;
    const groups =
      division !== null
        ? [groupIn(divisions, division)]
        : countries.length > 0
          ? countries.map((country) => groupIn(undivided, country))
          : [nowhere];
    for (const { shaped, unshaped } of groups)
      if (code.kind === 'resolved') shaped.set(code, ground);
      else unshaped.add(ground.county);
  }
  const countries = new Set(placed.flatMap(({ ground }) => ground.countries));
  return { isNone: placed.length === 0, countries, divisions, undivided, nowhere };
}

const emptyGroup = (): Group => ({ shaped: new Map(), unshaped: new Set() });

function groupIn(groups: Map<string, Group>, key: string): Group {
  const group = groups.get(key) ?? emptyGroup();
  groups.set(key, group);
  return group;
}

function isFrameOf({ code, ground }: Placed, closer: Sorted, meets: Meets): boolean {
  const [country] = ground.countries;
  if (country === undefined) return false;
  const isSure = ground.division === null ? closer.countries.has(country) : closer.divisions.has(ground.division);
  if (isSure || code.kind === 'unresolved') return isSure;
  const own = ground.division === null ? [] : ground.countries.map((each) => closer.undivided.get(each));
  return [...own, closer.nowhere].some(
    (group) =>
      group !== undefined && (group.unshaped.size > 0 || [...group.shaped.keys()].some((fine) => meets(code, fine))),
  );
}

function isCountySaid({ code, ground }: Placed, closer: Sorted, meets: Meets): boolean {
  const near = groupsNear(ground, closer);
  const isElsewhere = (county: string | null): boolean =>
    ground.county !== null && county !== null && county !== ground.county;
  if (near.some(({ unshaped }) => [...unshaped].some((county) => !isElsewhere(county)))) return false;
  return near.some(({ shaped }) =>
    [...shaped].some(([fine, of]) =>
      isElsewhere(of.county) ? false : code.kind === 'resolved' ? meets(code, fine) : of.division === ground.division,
    ),
  );
}

/** Of a county or state those of its state, of all the country every one in it, of waters those that are of no state. */
function groupsNear({ division, countries }: Ground, closer: Sorted): Group[] {
  const own = division === null ? undefined : closer.divisions.get(division);
  const states = division === null && countries.length > 0 ? [...closer.divisions.values()] : [];
  const rest = countries.map((country) => closer.undivided.get(country));
  return [own, ...states, ...rest, closer.nowhere].filter((group) => group !== undefined);
}

/** A box is found once for each shape: an area may have thousands of codes. */
function meeting(): Meets {
  const boxes = new Map<Resolved, Bounds>();
  const boxOf = (code: Resolved): Bounds => {
    const box = boxes.get(code) ?? boundsOf(code.shape);
    boxes.set(code, box);
    return box;
  };
  return (a, b) => boundsOverlap(boxOf(a), boxOf(b)) && overlap(a.shape, b.shape);
}

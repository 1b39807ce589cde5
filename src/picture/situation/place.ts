/** What a situation shows of its place: the gazetteer's with the circle of ours, or what its issuers drew. */
import type { CapArea } from '../../core/cap/model.ts';
import { piecesOf, type ResolvedArea } from '../../core/geo/geocodes/areas.ts';
import { isDrawn, isPlaceAlone, type Resolved } from '../../core/geo/geocodes/geocodes.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import { strengthOf } from '../../core/instruction.ts';
import type { SituationPlace, UnplacedArea } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { distinct, namesOf } from '../anchor/alert-spots.ts';
import type { Anchor } from '../anchor/anchors.ts';
import type { Gazetteer } from '../anchor/gazetteer.ts';
import { shapesAt } from '../anchor/spot.ts';
import { isOpen } from '../anchor/time.ts';
import { vouched } from './issuers.ts';
import type { Voice } from './voice.ts';

export function placeOf(
  { spot }: Anchor,
  voices: readonly Voice[],
  valid: Instant,
  gazetteer: Gazetteer,
): SituationPlace {
  const own = shapesAt(spot).map(({ shape }) => shape);
  // Beside what is known or vouched for, what a stranger draws is not drawn.
  const speaking = drawing(voices, own.length > 0 || vouched(voices).length > 0);
  const coded = [
    ...new Map(speaking.flatMap((voice) => codedBy(voice, valid)).map((one) => [one.shape, one])).values(),
  ];
  const drawn = [
    ...distinct(speaking.flatMap((voice) => drawnBy(voice, valid)).map((one) => [JSON.stringify(one), one] as const)),
    ...coded.flatMap(({ shape }) => piecesOf(shape)),
  ];
  const unplaced = unplacedBy(speaking, valid);
  const known = { ...(coded.length > 0 && { coded }), ...(unplaced.length > 0 && { unplaced }) };
  if (spot.kind === 'place') {
    const { id, name, kind, country } = spot.root;
    // With a circle of ours among them none may pass for the issuer's.
    return { id, name, kind, country: country || null, shapes: [...own, ...drawn], ours: own.length > 0, ...known };
  }
  const shapes = drawn.length > 0 ? drawn : own;
  const first = leading(speaking);
  const name = (first && namesOf(first.view.alert)) || spot.name;
  return { id: null, name, kind: 'area', country: gazetteer.countryIn(shapes), shapes, ours: false, ...known };
}

/** Alerts of CAP whose word counts: those vouched for, else what there is, unless only those are wanted. */
export function drawing(voices: readonly Voice[], onlyVouched = false): Voice[] {
  const cap = voices.filter(({ view }) => view.advice === null);
  return onlyVouched || vouched(cap).length > 0 ? vouched(cap) : cap;
}

/** Whose warning names the whole: the strongest instruction, then the gravest; the newest of equal ones. `voices` are newest first. */
export function leading(voices: readonly Voice[]): Voice | undefined {
  const strength = ({ told: [first] }: Voice): number => (first ? strengthOf(first.value) : 0);
  const rank = ({ severity }: Voice): number => severity?.rank ?? 0;
  return voices.toSorted((a, b) => strength(b) - strength(a) || rank(b) - rank(a))[0];
}

/** Areas move with an update: what is drawn is what holds now, whatever the first word drew. */
const drawnBy = ({ view }: Voice, valid: Instant): DrawnShape[] =>
  view.alert.infos
    .filter((info) => isOpen(info, valid))
    .flatMap(({ areas }) => areas)
    .flatMap(({ polygons, circles }) => [...polygons, ...circles].flatMap(({ shape }) => shape ?? []));

/** Named by code, and placed by a boundary from elsewhere. One code is one object however many alerts name it. */
const codedBy = ({ view: { alert, resolved } }: Voice, valid: Instant): readonly Resolved[] =>
  resolved
    .filter(({ info }) => {
      const said = alert.infos[info];
      return said !== undefined && isOpen(said, valid);
    })
    .flatMap((area) => area.resolved);

/** Of alerts of CAP, as far as their infos hold. Infos in several languages repeat their codes: those stand once. */
function unplacedBy(voices: readonly Voice[], valid: Instant): UnplacedArea[] {
  const all = voices.flatMap(({ view: { alert, resolved } }) =>
    alert.infos.flatMap((info, i): UnplacedArea[] => {
      if (!isOpen(info, valid)) return [];
      if (info.areas.length === 0) return [{ name: '', why: 'no-area', codes: [] }];
      return info.areas.flatMap(
        (area, a) =>
          unplaced(
            area,
            resolved.find((one) => one.info === i && one.area === a),
          ) ?? [],
      );
    }),
  );
  return distinct(all.map((one) => [keyOf(one), one] as const));
}

function unplaced(said: CapArea, coded: ResolvedArea | undefined): UnplacedArea | null {
  const { areaDesc: name, polygons, circles } = said;
  const { resolved = [], unresolved: codes = [] } = coded ?? {};
  if (codes.length > 0) return { name, why: 'codes', codes };
  if ([...polygons, ...circles].some(({ shape }) => shape === null)) return { name, why: 'unreadable', codes };
  if (isDrawn(said) || resolved.length > 0) return null;
  return { name, why: isPlaceAlone(said) ? 'point' : 'words', codes };
}

const keyOf = ({ name, why, codes }: UnplacedArea): string =>
  why === 'codes' ? JSON.stringify(codes.map(({ scheme, code }) => [scheme, code])) : `${why}\n${name.trim()}`;

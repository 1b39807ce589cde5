/** What a situation shows of its place: the gazetteer's with the circle of ours, or what its issuers drew. */
import { piecesOf } from '../../core/geo/geocodes/areas.ts';
import type { DrawnShape, Shape } from '../../core/geo/shape.ts';
import type { SituationPlace } from '../../core/situation.ts';
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
  const coded = new Set(speaking.flatMap((voice) => codedBy(voice, valid)));
  const drawn = [
    ...distinct(speaking.flatMap((voice) => drawnBy(voice, valid)).map((one) => [JSON.stringify(one), one] as const)),
    ...[...coded].flatMap(piecesOf),
  ];
  if (spot.kind === 'place') {
    const { id, name, kind, country } = spot.root;
    // With a circle of ours among them none may pass for the issuer's.
    return { id, name, kind, country: country || null, shapes: [...own, ...drawn], ours: own.length > 0 };
  }
  const shapes = drawn.length > 0 ? drawn : own;
  const [newest] = speaking;
  const name = (newest && namesOf(newest.view.alert)) || spot.name;
  return { id: null, name, kind: 'area', country: gazetteer.countryIn(shapes), shapes, ours: false };
}

/** Alerts of CAP whose word counts: those vouched for, else what there is, unless only those are wanted. */
export function drawing(voices: readonly Voice[], onlyVouched = false): Voice[] {
  const cap = voices.filter(({ view }) => view.advice === null);
  return onlyVouched || vouched(cap).length > 0 ? vouched(cap) : cap;
}

/** Areas move with an update: what is drawn is what holds now, whatever the first word drew. */
const drawnBy = ({ view }: Voice, valid: Instant): DrawnShape[] =>
  view.alert.infos
    .filter((info) => isOpen(info, valid))
    .flatMap(({ areas }) => areas)
    .flatMap(({ polygons, circles }) => [...polygons, ...circles].flatMap(({ shape }) => shape ?? []));

/** Named by code, and placed by a boundary from elsewhere. One code is one object however many alerts name it. */
const codedBy = ({ view: { alert, resolved } }: Voice, valid: Instant): readonly Shape[] =>
  resolved
    .filter(({ info }) => {
      const said = alert.infos[info];
      return said !== undefined && isOpen(said, valid);
    })
    .flatMap((area) => area.resolved.map(({ shape }) => shape));

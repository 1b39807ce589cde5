/** How rules go over an alert: each info, resource or area once. Paths are made only where something is found. */
import type { CapArea, CapInfo, CapResource, NamedValue, Said } from '../../model.ts';
import type { Aids, Find, Rule } from '../rule.ts';

type Check = NonNullable<Rule['check']>;

const below = (holder: string, path: string): string => (path === '' ? holder : `${holder}/${path}`);

/** What `check` finds counts its path from the info. */
export const inInfos =
  (check: (info: CapInfo, find: Find, alert: Said) => void): Check =>
  (alert, find) => {
    let number = 0;
    const findHere: Find = (path, message) => find(below(`info[${number}]`, path), message);
    for (const info of alert.infos) {
      number++;
      check(info, findHere, alert);
    }
  };

const inParts =
  <Part>(
    name: 'resource' | 'area',
    partsOf: (info: CapInfo) => readonly Part[],
    check: (part: Part, find: Find, aids: Aids) => void,
  ): Check =>
  (alert, find, aids) => {
    let [info, number] = [0, 0];
    const findHere: Find = (path, message) => find(below(`info[${info}]/${name}[${number}]`, path), message);
    for (const each of alert.infos) {
      info++;
      number = 0;
      for (const part of partsOf(each)) {
        number++;
        check(part, findHere, aids);
      }
    }
  };

/** The same, from the resource. */
export const inResources = (check: (resource: CapResource, find: Find, aids: Aids) => void): Check =>
  inParts('resource', ({ resources }) => resources, check);

/** The same, from the area. */
export const inAreas = (check: (area: CapArea, find: Find, aids: Aids) => void): Check =>
  inParts('area', ({ areas }) => areas, check);

export type NamedValueName = 'eventCode' | 'parameter' | 'geocode';

/** Whether the pair has an element of that name, be it empty. CAP 1.0 writes both parts in one. */
type Has = (part: 'valueName' | 'value') => boolean;

/** A pair, and where it stands: numbers count from 1, and `area` is 0 outside of areas. */
interface PairAt {
  readonly pair: NamedValue;
  readonly name: NamedValueName;
  readonly info: number;
  readonly area: number;
  readonly number: number;
}

function pairsOf({ infos }: Said): readonly PairAt[] {
  const all: PairAt[] = [];
  const add = (pairs: readonly NamedValue[], name: NamedValueName, info: number, area: number): void => {
    for (let i = 0; i < pairs.length; i++) all.push({ pair: pairs[i] as NamedValue, name, info, area, number: i + 1 });
  };
  for (let i = 0; i < infos.length; i++) {
    const { eventCodes, parameters, areas } = infos[i] as CapInfo;
    add(eventCodes, 'eventCode', i + 1, 0);
    add(parameters, 'parameter', i + 1, 0);
    for (let a = 0; a < areas.length; a++) add((areas[a] as CapArea).geocodes, 'geocode', i + 1, a + 1);
  }
  return all;
}

const pathOf = ({ name, info, area, number }: PairAt): string =>
  `info[${info}]/${area === 0 ? '' : `area[${area}]/`}${name}[${number}]`;

/** Event codes, parameters and geocodes; what `check` finds counts its path from the pair. */
export const inNamedValues =
  (check: (pair: NamedValue, find: Find, name: NamedValueName, has: Has) => void): Check =>
  (alert, find, { placeOf, once }) => {
    let at: PairAt;
    const findHere: Find = (path, message) => find(below(pathOf(at), path), message);
    const has: Has = (part) => alert.version === '1.0' || placeOf(`${pathOf(at)}/${part}`) !== undefined;
    for (at of once(alert, pairsOf)) check(at.pair, findHere, at.name, has);
  };

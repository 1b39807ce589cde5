/** Why a country, or a division of one, that an area names may be no more than the frame of it. */
import type { Unread } from '../../cap/model.ts';
import type { Grounds } from './ground.ts';
import type { Resolution, Unresolved } from './resolution.ts';

/** What stands in an alert around an area and bears on what its codes mean. */
export interface Around {
  /** `<code>` of the alert, which names the profiles it keeps to. */
  readonly codes?: readonly string[];
  /** Of the area. */
  readonly extra?: readonly { readonly name: string }[];
  /** As in the model of the alert. */
  readonly unread?: readonly Unread[];
  /** Of the area: `info[1]/area[2]`. */
  readonly path?: string;
}

/** Null where nothing speaks against it. CAP-AU wants the state or the country in each area, whatever the area is. */
export function doubtOf(
  geocodes: readonly { readonly valueName: string }[],
  { codes = [], extra = [], unread = [], path = '' }: Around,
  isPlaceAlone: boolean,
): string | null {
  const profiles = [...codes, ...geocodes.map(({ valueName }) => valueName)];
  if (profiles.some((profile) => /CAP-AU\b/i.test(profile))) return 'alerts of CAP-AU name it whatever their area is';
  if (isPlaceAlone) return 'beside it a single point is drawn';
  const loose = unread.some(
    ({ kind, path: at }) => (kind === 'element' || kind === 'text') && (at === path || at.startsWith(`${path}/`)),
  );
  return extra.length > 0 || loose ? 'the area says more, in words or elements that are not read here' : null;
}

/** Codes of ISO 3166 that are in doubt stand for no ground. */
export function unlessDoubted(codes: readonly Resolution[], doubt: string | null, { groundOf }: Grounds): Resolution[] {
  if (doubt === null) return [...codes];
  return codes.map((each): Resolution => {
    if (each.kind === 'unresolved' || groundOf(each).fineness > 1) return each;
    const why = `${each.code} may be only the country or state that the area lies in: ${doubt}. A person has to see what is meant.`;
    return { kind: 'unresolved', scheme: each.scheme, code: each.code, why } satisfies Unresolved;
  });
}

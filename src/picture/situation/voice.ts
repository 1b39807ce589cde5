/** What one alert says of one danger now: its instructions, level, severity and words, whether it is advice or CAP. */
import type { AdviceLevel, AdvicePart, AdviceScope } from '../../core/advice.ts';
import { endOf, instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapArea, CapInfo } from '../../core/cap/model.ts';
import { circleOf } from '../../core/geo/place.ts';
import { type Instruction, strengthOf } from '../../core/instruction.ts';
import { type AlertView, mayTell } from '../../core/model.ts';
import type { Cite } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { namesOf } from '../anchor/alert-spots.ts';
import type { Anchor } from '../anchor/anchors.ts';
import { widthOf } from '../anchor/gazetteer.ts';
import type { Spot } from '../anchor/spot.ts';
import { beginOf, isOpen } from '../anchor/time.ts';
import { citeCap, citeOf } from './cite.ts';

export interface Told {
  readonly value: Instruction;
  readonly immediate: boolean;
  /** How wide the place is that it is said of (`widthOf`). */
  readonly width: number;
  /** Narrower places than the situation's that it is said of, by name; empty when it is said of the whole. */
  readonly at: readonly string[];
  readonly cite: Cite;
}

export interface Level {
  readonly value: AdviceLevel;
  readonly scope: AdviceScope;
  readonly issuer: string;
  readonly at: Instant;
  readonly cite: Cite;
}

export interface Voice {
  readonly view: AlertView;
  readonly issuer: string;
  readonly name: string;
  /** Who vouches for it may tell people; else it is shown and decides nothing. */
  readonly vouched: boolean;
  readonly at: Instant;
  /** Strongest first. */
  readonly told: readonly Told[];
  readonly levels: readonly Level[];
  /** The gravest as CAP rates it; rank null for a word that is no rating. */
  readonly severity: { readonly value: string; readonly rank: number | null; readonly cite: Cite } | null;
  readonly words: Cite;
  readonly audience: Cite | null;
  readonly audienceValue: string | null;
  readonly expires: Instant | null;
  /** Of CAP: the event, the end, the sending time and the areas, as the sender wrote them. */
  readonly event: Cite | null;
  readonly expiresCite: Cite | null;
  readonly issued: Cite | null;
  readonly areas: readonly Cite[];
  readonly places: readonly string[];
}

/** One per alert in force, newest first. `parts` are those of one anchor that count at `valid`. */
export function voicesOf(parts: Anchor['parts'], valid: Instant): Voice[] {
  const byView = Map.groupBy(parts, ({ view }) => view);
  const voices = [...byView].map(([view, own]) => (view.advice ? adviceVoice(view, own) : capVoice(view, valid)));
  return voices.toSorted((a, b) => b.at - a.at || newerFirst(a.view, b.view));
}

export const newerFirst = (a: AlertView, b: AlertView): number =>
  b.recorded.seq - a.recorded.seq || (a.id < b.id ? -1 : 1);

/** Strongest, then at once, then the narrower place. */
export const strongerFirst = (a: Told, b: Told): number =>
  strengthOf(b.value) - strengthOf(a.value) || Number(b.immediate) - Number(a.immediate) || a.width - b.width;

function adviceVoice(view: AlertView, own: Anchor['parts']): Voice {
  const { report } = view;
  const issuer = view.advice?.issuer ?? '';
  const said = own.flatMap(({ part, spot }) => {
    const advice = part === null ? undefined : view.advice?.parts[part];
    const areas = view.alert.infos[part ?? 0]?.areas ?? [];
    const names = areas.length > 0 ? areas.map(({ areaDesc }) => areaDesc) : [nameOf(spot)];
    return advice
      ? [{ advice, names, told: toldBy(report, advice, widthIn(areas, spot), isNarrower(areas, spot) ? names : []) }]
      : [];
  });
  const ranked = said.toSorted((a, b) => byWords(a, b));
  return {
    ...common(view),
    issuer,
    name: view.advice?.office ?? issuer,
    told: said.flatMap(({ told }) => told).toSorted(strongerFirst),
    levels: said.flatMap(({ advice }) => levelOf(view, advice) ?? []),
    severity: null,
    words: citeOf(report, ranked[0]?.advice.words ?? { text: '', start: 0, end: 0, zone: '' }),
    audience: view.advice?.audience ? citeOf(report, view.advice.audience) : null,
    audienceValue: view.advice?.audience?.value ?? null,
    places: [...new Set(said.flatMap(({ names }) => names))],
    ...{ event: null, expiresCite: null, areas: [] },
    issued: view.advice?.issued ? citeOf(report, view.advice.issued) : null,
  };
}

interface SaidPart {
  readonly advice: AdvicePart;
  readonly told: readonly Told[];
}

/** The part with the strongest instruction speaks for the alert, else the one that bears the highest level. */
function byWords(a: SaidPart, b: SaidPart): number {
  const [one, other] = [a.told[0], b.told[0]];
  if (one && other) return strongerFirst(one, other);
  if (one || other) return one ? -1 : 1;
  return (b.advice.level?.value ?? 0) - (a.advice.level?.value ?? 0);
}

const toldBy = (report: string, advice: AdvicePart, width: number, at: readonly string[]): Told[] =>
  advice.instructions
    .map(({ value, immediate, sentence }) => ({
      value,
      immediate,
      width,
      at,
      cite: citeOf(report, sentence),
    }))
    .toSorted(strongerFirst);

export function levelOf(view: AlertView, { level, scope }: AdvicePart): Level | null {
  if (!level || !view.advice) return null;
  const cite = citeOf(view.report, level);
  return { value: level.value, scope, issuer: view.advice.issuer, at: beginOf(view), cite };
}

/** The circle of ours around each place a part names tells a gate from its airport, which is the place of both. */
function isNarrower(areas: readonly CapArea[], spot: Spot): boolean {
  const whole = spot.kind === 'place' ? circleOf(spot.root) : null;
  const shapes = areas.flatMap(({ circles }) => circles.map(({ shape }) => shape));
  return (
    shapes.length > 0 &&
    shapes.every((shape) => shape?.kind === 'circle' && whole !== null && shape.radiusMeters < whole.radiusMeters)
  );
}

function widthIn(areas: readonly CapArea[], spot: Spot): number {
  if (isNarrower(areas, spot)) return widthOf('building');
  return widthOf(spot.kind === 'place' ? spot.place.kind : 'area');
}

const nameOf = (spot: Spot): string => (spot.kind === 'place' ? spot.place.name : spot.name);

const common = (view: AlertView): Pick<Voice, 'view' | 'vouched' | 'at' | 'expires'> => ({
  view,
  vouched: mayTell(view.trust),
  at: beginOf(view),
  expires: endOf(view.alert),
});

interface Numbered {
  readonly info: CapInfo;
  readonly path: string;
}

function capVoice(view: AlertView, valid: Instant): Voice {
  const { alert } = view;
  const infos = alert.infos.map((info, i): Numbered => ({ info, path: `info[${i + 1}]` }));
  const open = infos.filter(({ info }) => isOpen(info, valid)).toSorted(moreFirst);
  const first = open[0] ?? infos[0];
  const issuer = first?.info.senderName ?? alert.sender;
  const audience = first?.info.audience ?? null;
  return {
    ...common(view),
    issuer,
    name: issuer,
    told: open.flatMap((one) => toldByCodes(view, one)).toSorted(strongerFirst),
    levels: [],
    severity: first ? severityOf(view, open.toSorted(graverFirst)[0] ?? first) : null,
    words: first ? wordsOf(view, first) : citeCap(view, 'identifier', alert.identifier),
    audience: first && audience !== null ? citeCap(view, `${first.path}/audience`, audience) : null,
    audienceValue: audience,
    places: [namesOf(alert)].filter(Boolean),
    event: first ? citeCap(view, `${first.path}/event`, first.info.event) : null,
    expiresCite: first?.info.expires ? citeCap(view, `${first.path}/expires`, first.info.expires.text) : null,
    issued: citeCap(view, 'sent', alert.sent.text),
    areas: first
      ? first.info.areas.map(({ areaDesc }, i) => citeCap(view, `${first.path}/area[${i + 1}]/areaDesc`, areaDesc))
      : [],
  };
}

const rankOf = ({ info }: Numbered): number => severityRank(info) ?? 0;
const graverFirst = (a: Numbered, b: Numbered): number => rankOf(b) - rankOf(a);

/** The info that speaks for the alert: the strongest, then the gravest, then the one in English. */
function moreFirst(a: Numbered, b: Numbered): number {
  const strength = ({ info }: Numbered): number => strengthOf(instructionOf(info) ?? 'monitor');
  const english = ({ info }: Numbered): number => Number((info.language ?? 'en').toLowerCase().startsWith('en'));
  return strength(b) - strength(a) || graverFirst(a, b) || english(b) - english(a);
}

function toldByCodes(view: AlertView, { info, path }: Numbered): Told[] {
  return info.responseTypes.flatMap((code, i) => {
    const value = instructionOf({ ...info, responseTypes: [code] });
    const cite = citeCap(view, `${path}/responseType[${i + 1}]`, code);
    return value ? [{ value, immediate: info.urgency === 'Immediate', width: widthOf('area'), at: [], cite }] : [];
  });
}

function severityOf(view: AlertView, { info, path }: Numbered): Voice['severity'] {
  if (info.severity === '') return null;
  return {
    value: info.severity,
    rank: severityRank(info),
    cite: citeCap(view, `${path}/severity`, info.severity),
  };
}

function wordsOf(view: AlertView, { info, path }: Numbered): Cite {
  const name = (['instruction', 'description', 'headline'] as const).find((key) => info[key] !== null);
  return name ? citeCap(view, `${path}/${name}`, info[name] ?? '') : citeCap(view, `${path}/event`, info.event);
}

/** When a person of the desk must look: each case is one sentence. A wake never names anybody of the watch list. */
import { isolated, oneLine, quoted } from '../channels/foreign-text.ts';
import { instructionOf } from '../core/cap/meaning.ts';
import type { PlaceInside } from '../core/desk-place.ts';
import { isPlaceAlone } from '../core/geo/geocodes/geocodes.ts';
import { adviceFamily } from '../core/hazard.ts';
import type { Instruction } from '../core/instruction.ts';
import type { AlertView, Reason } from '../core/model.ts';
import { isStanding } from '../match/country.ts';
import { unresolvedAreas } from '../match/match.ts';
import type { Contrary } from './contrary.ts';

/** A case, and the sentence for it. Codes are part of the notice's id: one alert wakes the desk once for each case. */
export interface Wake {
  readonly code:
    | 'unconfirmed'
    | 'unplaced'
    | 'near-edge'
    | 'reshaped'
    | 'no-channel'
    | 'area-unresolved'
    | 'held'
    | 'twice'
    | 'unreadable'
    | 'read-in-part'
    | 'baseline'
    | 'late'
    | 'ends-nothing'
    | 'places'
    | 'all-clear'
    | 'contrary'
    | 'undecided';
  readonly sentence: string;
}

const cut = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1)}…`);
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** The issuer's own words inside a sentence of ours: in quotation marks that they can't close, on one line. */
const theirs = (words: string): string => isolated(quoted(oneLine(words, 60)));

/** Places named in one sentence; a source may speak of all there are. */
const mostNamed = 8;

/** The alert in a few words of its own: event, where, who says so. */
export function nameOf(view: AlertView): string {
  const info = view.alert.infos[0];
  const what = theirs(info?.event || info?.headline || view.alert.msgType);
  const where = info?.areas[0]?.areaDesc;
  return [what, where && `for ${theirs(where)}`, `from ${theirs(info?.senderName ?? view.alert.sender)}`]
    .filter(Boolean)
    .join(' ');
}

/** The alerts of one document that nobody vouches for: one, or as many as there are. */
export function unconfirmed(view: AlertView, others: readonly AlertView[]): Wake {
  const until = 'people are told; until then nobody is';
  if (others.length === 0) {
    const what = view.alert.msgType === 'Cancel' ? 'A cancel' : 'A warning';
    return {
      code: 'unconfirmed',
      sentence: `${what} nobody has vouched for came in: ${nameOf(view)}. Confirm it and ${until}.`,
    };
  }
  const places = [
    ...new Set([view, ...others].map(({ alert }) => alert.infos[0]?.areas[0]?.areaDesc || alert.identifier)),
  ];
  const more = places.length > mostNamed ? ` and ${places.length - mostNamed} more` : '';
  const named = `${places.slice(0, mostNamed).map(theirs).join(', ')}${more}`;
  const office = theirs(view.alert.infos[0]?.senderName ?? view.alert.sender);
  return {
    code: 'unconfirmed',
    sentence: `${others.length + 1} alerts nobody has vouched for came in one report (${view.report}), the first of them from ${office}: for ${named}. Confirm one and ${until}. The page of the report names them all.`,
  };
}

export const unplaced = (view: AlertView, count: number): Wake => ({
  code: 'unplaced',
  sentence: `${people(count)} here we can’t place (no position, or an old one), so they were not told of ${nameOf(view)}.`,
});

/** A boundary by code is less exact than one that is drawn. It is not widened: a person decides. */
export const nearEdge = (view: AlertView, count: number): Wake => ({
  code: 'near-edge',
  sentence: `${people(count)} outside the boundary of ${nameOf(view)} may be inside: the issuer names it by code, and the boundary known here is less exact than they are near, or their own record names it. They were not told. See who they are, and tell them by hand.`,
});

/** The issuer changed nothing for them; what the desk knows of a code did. */
export const reshaped = (view: AlertView, count: number): Wake => ({
  code: 'reshaped',
  sentence: `${people(count)} told earlier by a code that ${nameOf(view)} still names ${count === 1 ? 'lies' : 'lie'} outside the boundary known for it now. ${count === 1 ? 'They were not' : 'None was'} told that it no longer covers them, for the issuer did not say so, nor of what is new in it. See who is concerned, and tell them by hand.`,
});

export const noChannel = (view: AlertView, count: number): Wake => ({
  code: 'no-channel',
  sentence: `${people(count)} inside the area can’t be reached: no channel is known. Tell them of ${nameOf(view)} by hand.`,
});

export function areaUnresolved(view: AlertView, count: number): Wake {
  const [areas, have, them] = count === 1 ? ['An area', 'has', 'it'] : [`${count} areas`, 'have', 'them'];
  const isPart = view.resolved.some(({ resolved, unresolved }) => resolved.length > 0 && unresolved.length > 0);
  const who = isPart ? `beyond what of ${them} could be placed, nobody is told` : `nobody is told for ${them}`;
  return {
    code: 'area-unresolved',
    sentence: `${areas} of ${nameOf(view)} ${have} no shape we can read: ${who}. See who is concerned.${pointsIn(view)}${codesWithout(view)}`,
  };
}

/** A place is no area, however the sender drew it. */
function pointsIn(view: AlertView): string {
  const points = unresolvedAreas(view).filter(({ info, area: number }) => {
    const area = view.alert.infos[info]?.areas[number];
    return area !== undefined && isPlaceAlone(area);
  });
  if (points.length === 0) return '';
  return points.length === 1
    ? ' For one only a single point is drawn.'
    : ` For ${points.length} only a single point is drawn.`;
}

/** Which codes have no shape here, by scheme, and what would give them one. Empty when none is named. */
function codesWithout({ resolved }: AlertView): string {
  const all = resolved.flatMap(({ unresolved }) => unresolved);
  const byScheme = Map.groupBy(all, ({ scheme }) => scheme);
  const schemes = [...byScheme.keys()].filter((scheme) => scheme !== null).slice(0, mostNamed);
  const lists = schemes.map((scheme) => {
    const codes = [...new Set(byScheme.get(scheme)?.map(({ code }) => code))].filter(Boolean);
    const more = codes.length > mostNamed ? ` and ${codes.length - mostNamed} more` : '';
    return `${scheme} ${codes.slice(0, mostNamed).map(isolated).join(', ')}${more}`;
  });
  const [unknown] = byScheme.get(null) ?? [];
  const named = lists.length === 0 ? '' : ` Unresolved: ${lists.join('; ')}.`;
  const ways = schemes.map((scheme) => `./run geo import --scheme ${/ /.test(scheme) ? `'${scheme}'` : scheme} FILE`);
  const way = ways.length === 0 ? '' : ` With their boundaries it resolves by itself: ${ways.join(', ')}.`;
  return `${named}${unknown ? ` ${cut(oneLine(unknown.why, 200), 200)}` : ''}${way}`;
}

export const nameTwice = (view: AlertView): Wake => ({
  code: 'twice',
  sentence: `${nameOf(view)} bears a sender, identifier and time that another alert here has already. One of them may be forged.`,
});

/** An alert that is trusted and still tells nobody: why, in words. null when the reason needs no one. */
export function heldBack(view: AlertView, why: readonly Reason[]): Wake | null {
  // Of standing advice the desk hears once for each document (baseline.ts); it is old by nature.
  if (view.advice?.parts.every(({ family }) => family === adviceFamily)) return null;
  const reasons = why.flatMap((reason) => {
    if (reason.code === 'too-old')
      return [`it states no end and was sent over ${reason.hours} hours before it was read`];
    if (reason.code === 'sent-unreadable') return ['it states no end, and when it was sent can’t be read'];
    if (reason.code === 'expired') return ['it had expired before it was read'];
    if (reason.code === 'no-area') return ['it states no area'];
    if (reason.code === 'restricted') return [`its scope is ${theirs(reason.scope)}`];
    return [];
  });
  if (reasons.length === 0) return null;
  return { code: 'held', sentence: `Nobody is told of ${nameOf(view)}: ${reasons.join('; ')}.` };
}

/** A document that yielded no alert. Its bytes are kept; the finding says what is wrong with them. */
export const unreadable = (report: string, reader: string, finding: string): Wake => ({
  code: 'unreadable',
  sentence: `A report (${report}, read as ${reader.split('/')[0]}) holds no warning we can read: ${cut(finding, 300)}`,
});

/** All was read, and what it says of itself leaves a question: is it a drill? */
export const calledDrill = (report: string, reader: string, finding: string): Wake => ({
  code: 'read-in-part',
  sentence: `A report (${report}, read as ${reader.split('/')[0]}) needs a look: ${cut(finding, 300)}`,
});

/** Something of a document was lost although the rest was read: what is missing may have been the warning. */
export const readInPart = (report: string, reader: string, finding: string): Wake => ({
  code: 'read-in-part',
  sentence: `A report (${report}, read as ${reader.split('/')[0]}) was read in part only: ${cut(finding, 300)}`,
});

/** Standing advice on whole countries, read for the first time in one document: nothing rose. */
export function firstReading(views: readonly AlertView[]): Wake {
  const named = views.slice(0, mostNamed).map(({ advice, alert }) => {
    const number = advice?.parts.findIndex(isStanding) ?? -1;
    const level = advice?.parts[number]?.level;
    return `${theirs(alert.infos[number]?.areas[0]?.areaDesc ?? '')} (${level ? `level ${level.value} of 4` : 'no level stated'})`;
  });
  const more = views.length > mostNamed ? ` and ${views.length - mostNamed} more` : '';
  const [first] = views;
  const office = theirs(first?.alert.infos[0]?.senderName ?? first?.alert.sender ?? '');
  return {
    code: 'baseline',
    sentence: `Standing advice of ${office} was read for the first time: ${named.join(', ')}${more}. It is no change that we know of, so nobody was told of it.`,
  };
}

export const lateRevision = (view: AlertView, count: number): Wake => ({
  code: 'late',
  sentence: `${people(count)} ${count === 1 ? 'has' : 'have'} been told of a later revision already, so they are not told of ${nameOf(view)}. It is in force beside it: is that meant?`,
});

/** Whoever was told of a danger that this may be about still counts it as standing. */
export const unansweredClear = (view: AlertView): Wake => ({
  code: 'all-clear',
  sentence: `An all-clear came in, ${nameOf(view)}, and nobody was told of it: it ends nothing that anybody here was told of. Look whether a warning still stands that it is about.`,
});

const asks: Readonly<Partial<Record<Instruction, string>>> = {
  leave: 'leave',
  shelter: 'take shelter',
  avoid: 'stay away',
};

/** A later notice of an office beside one that stands. A whole all-clear is one case however it is asked about. */
export function contrary(view: AlertView, { standing, part }: Contrary): Wake {
  const isClear = view.alert.infos.every((info) => instructionOf(info) === 'all-clear');
  const asked = part.instructions.flatMap(({ value }) => asks[value] ?? [])[0] ?? 'act';
  return {
    code: isClear ? 'all-clear' : 'contrary',
    sentence: `A later word of the same office, ${nameOf(view)}, neither ends nor repeats ${nameOf(standing)}, which tells people to ${asked}. Whoever was told of that one counts it as standing: look how the two go together.`,
  };
}

/** An all-clear that is followed by words which ask nothing may be taken back by them. */
export const afterClear = (view: AlertView): Wake => ({
  code: 'contrary',
  sentence: `${nameOf(view)} follows an all-clear of the same office and is none itself. Look whether the warning that the all-clear ended holds again.`,
});

export const endsNothing = (view: AlertView): Wake => ({
  code: 'ends-nothing',
  sentence: `The ${view.alert.msgType.toLowerCase()} of ${nameOf(view)} was confirmed and ends nothing that is known here: what it names has not come in, or was sent later. Whatever it should end still counts.`,
});

/**
 * Places of the desk's own that an alert warns of: whoever is on their way there may have to be turned back. They are not named: a wake is
 * kept and sent in the clear, and beside the alert a name says where a place is.
 */
export function placesInside(view: AlertView, inside: readonly PlaceInside[]): Wake {
  const sure = inside.filter(({ isSure }) => isSure).length;
  const count = (number: number): string => (number === 1 ? '1 place' : `${number} places`);
  const may = inside.length - sure;
  const band = 'the issuer names it by code, and the boundary known here is not exact enough to tell';
  const said =
    sure === 0
      ? `${count(may)} of this desk may lie in an area of ${nameOf(view)}: ${band}.`
      : `${count(sure)} of this desk ${sure === 1 ? 'lies' : 'lie'} in an area of ${nameOf(view)}.${may === 0 ? '' : ` ${count(may)} more may lie in it: ${band}.`}`;
  const it = inside.length === 1 ? 'it' : 'them';
  return {
    code: 'places',
    sentence: `${said} The page of the alert names ${it} to operators. Look who is there or on the way to ${it}.`,
  };
}

/** A commit that can't be decided must not hold up the ones behind it. */
export const undecided = (seq: number, subjects: readonly string[]): Wake => ({
  code: 'undecided',
  sentence: `Commit ${seq} (${cut(subjects.join(', '), 120)}) could not be decided, again and again; that is a bug, and the log says more. Nobody is told because of it: look at it and tell them by hand.`,
});

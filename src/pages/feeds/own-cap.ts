/**
 * CAP 1.2 of the desk's own: of words that did not come as CAP (an embassy's notice, a travel advice) or that CAP can't say in their
 * issuer's name (a time of sending that is none), and of everything in a drill. Its sender is the desk, because nobody may speak CAP in a government's name; who said it stands in senderName, source and note.
 * Docs: docs/decisions/0010-feeds.md.
 */
import type { CapAlert, CapArea, CapInfo, Reference, Stamp } from '../../core/cap/model.ts';
import { nameKey, referenceTo } from '../../core/cap/revisions/name.ts';
import type { AlertView } from '../../core/model.ts';
import { formatInstant, type Instant, second } from '../../core/time/time.ts';
import { beginOf } from '../../picture/anchor/time.ts';
import { exerciseNote, madeAnew, madeOf, notReal, ourCircle, readBy } from '../strings/feeds.ts';
import { isPublic } from './published.ts';
import { rated } from './rated.ts';

export interface Author {
  readonly deskName: string;
  /** What the desk is called as a sender of CAP; no white space, comma, `<` or `&`. */
  readonly sender: string;
  readonly isDrill: boolean;
}

/** Revisions come after each other by whole seconds, as CAP writes them. */
const secondOf = (view: AlertView): number => Math.floor(beginOf(view) / second);

/**
 * `earlier`: the alerts that it names as an Update or Cancel and that go out in the desk's own name, as far as the desk has them. Its
 * identifier is the alert's id here.
 */
export function ownCap(view: AlertView, earlier: readonly AlertView[], author: Author): CapAlert {
  const { alert, advice } = view;
  const { deskName, sender, isDrill } = author;
  // References that name nothing stay behind too.
  const { unread: _, ...said } = rated(alert);
  const issuer =
    advice?.office ?? alert.infos.find(({ senderName }) => senderName !== null)?.senderName ?? alert.sender;
  const isTheirs = advice === null && !isDrill;
  // What was never passed on can't be referred to.
  const own = earlier
    .filter((one) => isPublic(one) && secondOf(one) <= secondOf(view))
    .map((one) => ({
      name: nameKey(referenceTo(one.alert)),
      reference: { sender, identifier: one.id, sent: stampOf(beginOf(one)).text },
    }));
  // A message of theirs names others as they are called where they were passed on so.
  const named = (theirs: Reference): readonly Reference[] => {
    const name = nameKey(theirs);
    const ours = own.filter((one) => one.name === name).map(({ reference }) => reference);
    return ours.length > 0 ? ours : [theirs];
  };
  const references = isTheirs ? alert.references.flatMap(named) : own.map(({ reference }) => reference);
  return {
    ...said,
    version: '1.2',
    identifier: view.id,
    sender,
    sent: stampOf(beginOf(view)),
    status: isDrill ? 'Exercise' : alert.status,
    // An Update of what nobody was ever given is their first word.
    msgType: alert.msgType === 'Update' && references.length === 0 ? 'Alert' : alert.msgType,
    source: `${issuer}: ${alert.identifier}, ${alert.sender}`,
    codes: [],
    note: isDrill ? exerciseNote(deskName) : (isTheirs ? madeAnew : madeOf)(issuer, deskName),
    references,
    infos: said.infos.map((info) => ownInfo(info, view, author, issuer)),
    extra: [],
    at: {},
  };
}

function ownInfo(info: CapInfo, { advice }: AlertView, { deskName, isDrill }: Author, issuer: string): CapInfo {
  // A map or a phone may show any of them alone.
  const marked = (words: string): string => (isDrill ? notReal + words : words);
  return {
    ...info,
    event: marked(info.event),
    effective: info.effective?.at == null ? null : stampOf(info.effective.at),
    onset: info.onset?.at == null ? null : stampOf(info.onset.at),
    // A part of a second is given to the warning, not taken from it.
    expires: info.expires?.at == null ? null : stampOf(Math.ceil(info.expires.at / second) * second),
    senderName: marked(readBy(info.senderName ?? issuer, deskName)),
    headline: marked(info.headline ?? info.event),
    description: info.description === null ? null : marked(info.description),
    instruction: info.instruction === null ? null : marked(info.instruction),
    web: info.web !== null && /^https?:\/\/\S+$/i.test(info.web) ? info.web : null,
    resources: info.resources.map((resource) => ({ ...resource, extra: [] })),
    areas: info.areas.map((area) => ownArea(area, advice !== null, deskName)),
    extra: [],
  };
}

/** Where an issuer only named a place, the circle around it is ours, and is called that wherever it goes. */
const ownArea = (area: CapArea, isOurs: boolean, deskName: string): CapArea => ({
  ...area,
  areaDesc: isOurs && area.circles.length > 0 ? ourCircle(area.areaDesc, deskName) : area.areaDesc,
  extra: [],
});

/** CAP 1.2, 3.3.2: whole seconds, UTC as `-00:00`. */
const stampOf = (at: Instant): Stamp => {
  const whole = Math.floor(at / second) * second;
  return { text: `${formatInstant(whole).slice(0, 19)}-00:00`, at: whole };
};

/** What is doubtful in the life of a chain, each as a finding at the reference that raises it. Codes: rules/chain.ts. */
import { type Finding, Findings } from '../../finding.ts';
import { endOf } from '../meaning.ts';
import type { CapAlert, Reference } from '../model.ts';
import { clip } from '../xml/tree.ts';
import { isWarning, type Linked } from './chains.ts';
import { nameKey, referenceTo, wholeSecond } from './name.ts';

/** By sender and identifier: all that bear both. */
export type Namesakes = ReadonlyMap<string, readonly CapAlert[]>;

const bothOf = ({ sender, identifier }: Pick<Reference, 'sender' | 'identifier'>): string => `${sender}\n${identifier}`;

export const namesakesOf = (alerts: readonly CapAlert[]): Namesakes => Map.groupBy(alerts, bothOf);

export function doubtsOf(linked: Linked, namesakes: Namesakes): readonly Finding[] {
  const doubts = new Doubts();
  for (const { by, reference } of linked.unknown) doubts.unknown(by, reference, namesakes.get(bothOf(reference)) ?? []);
  for (const { by, to, fails } of linked.links) {
    if (fails === 'sender') doubts.stranger(by, to);
    if (fails === 'order') doubts.order(by, to);
  }
  sameNames(linked, doubts);
  reused(linked, namesakes, doubts);
  leftStanding(linked, doubts);
  return doubts.list();
}

/** Copies were taken out before: two that bear one name here say different things. */
function sameNames({ alerts }: Linked, doubts: Doubts): void {
  const byName = Map.groupBy(alerts, (alert) => nameKey(referenceTo(alert)));
  for (const [, [first, ...others]] of byName) if (first) for (const other of others) doubts.sameName(other);
}

/** An identifier that comes again with a later `sent` and names nothing was meant as an update, or is a mistake. */
function reused({ alerts }: Linked, namesakes: Namesakes, doubts: Doubts): void {
  for (const alert of alerts) {
    const first = alert.sent.at === null ? null : wholeSecond(alert.sent.at);
    const earlier = (namesakes.get(bothOf(alert)) ?? []).find(({ sent }) => first !== null && (sent.at ?? 0) < first);
    const names = earlier && alert.references.some((one) => bothOf(one) === bothOf(alert));
    if (earlier && !names) doubts.reused(alert, earlier);
  }
}

/** What stands although its issuer may think that it does not. */
function leftStanding({ alerts, links }: Linked, doubts: Doubts): void {
  const ended = new Set(links.filter(({ isEnd }) => isEnd).map(({ to }) => to));
  const standing = alerts.filter((alert) => isWarning(alert) && !ended.has(alert));
  const cancel = alerts.findLast(({ msgType }) => msgType === 'Cancel');
  const newest = standing.at(-1);
  if (!newest) return;
  const isOlder = (newest.sent.at ?? Number.NEGATIVE_INFINITY) <= (cancel?.sent.at ?? Number.NEGATIVE_INFINITY);
  if (cancel && isOlder) {
    const left = standing.findLast((alert) => outlasts(alert, cancel));
    if (left) doubts.inPart(cancel, left);
    return;
  }
  for (const beside of standing.slice(0, -1))
    if (sharesOrigin(newest, beside) && outlasts(beside, newest)) doubts.fork(newest, beside);
}

/** Whether it had not ended by itself when the other was sent. */
const outlasts = (alert: CapAlert, { sent }: CapAlert): boolean =>
  (endOf(alert) ?? Number.POSITIVE_INFINITY) > (sent.at ?? Number.NEGATIVE_INFINITY);

/** Whether both are updates of one alert. */
function sharesOrigin(one: CapAlert, other: CapAlert): boolean {
  if (one.msgType !== 'Update' || other.msgType !== 'Update') return false;
  const named = new Set(one.references.map(nameKey));
  return other.references.some((reference) => named.has(nameKey(reference)));
}

class Doubts {
  readonly #findings = new Findings();

  list(): readonly Finding[] {
    return this.#findings.list();
  }

  #add(severity: 'warning' | 'info', code: string, alert: CapAlert, path: string, message: string): void {
    const where = { path: `/alert/${path}`, ...(alert.at[path] ?? alert.at['']) };
    this.#findings.add(severity, `cap.chain.${code}`, message, where);
  }

  unknown(by: CapAlert, reference: Reference, namesakes: readonly CapAlert[]): void {
    const [other] = namesakes;
    if (other) {
      const message = `“${clip(by.identifier)}” names “${clip(reference.identifier)}” as sent at ${clip(reference.sent)}; the one that is known was sent at ${clip(other.sent.text)}, so it is not ended. Ask the issuer which is meant.`;
      this.#add('warning', 'sent-differs', by, 'references', message);
      return;
    }
    const message = `“${clip(by.identifier)}” names “${clip(reference.identifier)}” of ${clip(reference.sent)}, which is not among these alerts.`;
    this.#add('info', 'unknown-reference', by, 'references', message);
  }

  stranger(by: CapAlert, to: CapAlert): void {
    const what = by.sender === to.sender ? `its status is ${clip(by.status)}` : `it comes from ${clip(by.sender)}`;
    const message = `${by.msgType} “${clip(by.identifier)}” names “${clip(to.identifier)}” but may not end it: ${what}. A person has to look.`;
    this.#add('warning', 'may-not-end', by, 'references', message);
  }

  order(by: CapAlert, to: CapAlert): void {
    const why =
      by.sent.at === null
        ? `when it was sent can't be read (“${clip(by.sent.text)}”), so nobody can say that it came later, and it ends nothing`
        : `it was not sent after that (${clip(by.sent.text)}), so it ends nothing`;
    const message = `${by.msgType} “${clip(by.identifier)}” names “${clip(to.identifier)}”, but ${why}. Ask the issuer.`;
    this.#add('warning', 'not-later', by, 'references', message);
  }

  sameName(other: CapAlert): void {
    const message = `Two alerts bear the name “${clip(other.identifier)}” of ${clip(other.sent.text)} and say different things; both are kept. Ask the issuer which one holds.`;
    this.#add('warning', 'same-name', other, 'identifier', message);
  }

  reused(alert: CapAlert, earlier: CapAlert): void {
    const message = `“${clip(alert.identifier)}” of ${clip(alert.sent.text)} bears the identifier of one sent at ${clip(earlier.sent.text)} and does not name it, so that one is not ended. An update needs an identifier of its own and a reference.`;
    this.#add('warning', 'identifier-reused', alert, 'identifier', message);
  }

  inPart(cancel: CapAlert, standing: CapAlert): void {
    const message = `Cancel “${clip(cancel.identifier)}” does not name “${clip(standing.identifier)}” of the same chain, and so does not end it. Ask the issuer whether it is meant.`;
    this.#add('warning', 'cancel-in-part', cancel, 'references', message);
  }

  fork(newest: CapAlert, beside: CapAlert): void {
    const message = `“${clip(newest.identifier)}” does not end “${clip(beside.identifier)}”: both follow one alert and neither names the other. Ask the issuer which one holds.`;
    this.#add('warning', 'fork', newest, 'references', message);
  }
}

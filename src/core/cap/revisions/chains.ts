/** Which alerts belong together, and which one ends which. */
import { parseInstant } from '../../time/time.ts';
import type { CapAlert, Reference, Stamp } from '../model.ts';
import { nameKey, rankOf, referenceTo, wholeSecond } from './name.ts';

/** One reference of an alert to one that is known. */
export interface Link {
  readonly by: CapAlert;
  readonly to: CapAlert;
  /** It ends what it names: an Update or Cancel that may, sent later. */
  readonly isEnd: boolean;
  /** Why it does not, though it is an Update or Cancel of a warning. */
  readonly fails: 'sender' | 'order' | null;
}

/** One chain: its alerts in order, each once, and what ties them. */
export interface Linked {
  /** Warnings, updates and cancels. */
  readonly alerts: readonly CapAlert[];
  /** Ack and Error that name one of them; or one of these that names nothing known, alone. */
  readonly answers: readonly CapAlert[];
  /** All that name one of its alerts, from inside the chain and from outside, in order. */
  readonly links: readonly Link[];
  /** What its alerts name and nobody gave. */
  readonly unknown: readonly { readonly by: CapAlert; readonly reference: Reference }[];
}

/**
 * Of the alerts that bear one name and say different things so many can be ended by it, in their order; the others stand, and have a
 * finding. Real senders give a name to two at most, by mistake.
 */
const mostNamesakes = 20;

type MayEnd = (by: CapAlert, ended: CapAlert) => boolean;

const isEnder = ({ msgType }: CapAlert): boolean => msgType === 'Update' || msgType === 'Cancel';
const isAnswer = ({ msgType }: CapAlert): boolean => msgType === 'Ack' || msgType === 'Error';
/** What an Update or Cancel can end. A message type that CAP does not define warns all the same. */
export const isWarning = (alert: CapAlert): boolean => alert.msgType !== 'Cancel' && !isAnswer(alert);

/** Every alert stands in one chain; an answer in each that it names. `alerts` are in order, each once. */
export function chainsOf(alerts: readonly CapAlert[], mayEnd: MayEnd): Linked[] {
  const byName = Map.groupBy(alerts, keyOf);
  const groups = new Groups();
  const links: Link[] = [];
  const unknown: { readonly by: CapAlert; readonly reference: Reference }[] = [];
  for (const by of alerts.filter((alert) => !isAnswer(alert))) {
    const own = keyOf(by);
    for (const [name, reference] of namedBy(by)) {
      const known = byName.get(name);
      if (!known) unknown.push({ by, reference });
      for (const to of (known ?? []).slice(0, mostNamesakes)) links.push(linkOf(by, to, mayEnd));
      // What a stranger names stays a chain of its own.
      if (known ? known.slice(0, mostNamesakes).some((to) => mayEnd(by, to)) : reference.sender === by.sender)
        groups.join(own, name);
    }
  }
  const chainOf = (alert: CapAlert): string => groups.root(keyOf(alert));
  const [answers, others] = [alerts.filter(isAnswer), alerts.filter((alert) => !isAnswer(alert))];
  const linksTo = Map.groupBy(links, ({ to }) => chainOf(to));
  const unknownOf = Map.groupBy(unknown, ({ by }) => chainOf(by));
  const answersTo = new Map<string, CapAlert[]>();
  const alone: Linked[] = [];
  for (const answer of answers) {
    const named = [...namedBy(answer).keys()].flatMap((name) => byName.get(name) ?? []);
    const chains = new Set(named.filter((alert) => !isAnswer(alert)).map(chainOf));
    for (const chain of chains) {
      const before = answersTo.get(chain);
      if (before) before.push(answer);
      else answersTo.set(chain, [answer]);
    }
    if (chains.size === 0) alone.push({ alerts: [], answers: [answer], links: [], unknown: unknownIn(answer) });
  }
  const chains = [...Map.groupBy(others, chainOf)].map(([chain, own]) => ({
    alerts: own,
    answers: answersTo.get(chain) ?? [],
    links: linksTo.get(chain) ?? [],
    unknown: unknownOf.get(chain) ?? [],
  }));
  return [...chains, ...alone];
}

const keyOf = (alert: CapAlert): string => nameKey(referenceTo(alert));

/** What an alert names beside itself, each once. */
function namedBy(alert: CapAlert): Map<string, Reference> {
  const named = new Map(alert.references.map((reference) => [nameKey(reference), reference]));
  named.delete(keyOf(alert));
  return named;
}

const unknownIn = (by: CapAlert): Linked['unknown'] =>
  [...namedBy(by).values()].map((reference) => ({ by, reference }));

function linkOf(by: CapAlert, to: CapAlert, mayEnd: MayEnd): Link {
  if (!isEnder(by) || !isWarning(to)) return { by, to, isEnd: false, fails: null };
  const fails = !mayEnd(by, to) ? 'sender' : isLater(by, to) ? null : 'order';
  return { by, to, isEnd: fails === null, fails };
}

/**
 * Only what was sent later ends what was sent earlier, so that no two end each other. Of one second a Cancel comes after an Update and that
 * after an Alert; of one kind the one that names, if the other names none of that second.
 */
function isLater(by: CapAlert, to: CapAlert): boolean {
  if (by.sent.at === null) return false;
  const [at, other] = [orderOf(by), orderOf(to)];
  if (at !== other) return at > other;
  const isNamed = (sent: string): boolean => wholeSecond(parseInstant(sent) ?? Number.NaN) === at;
  return rankOf(by) > rankOf(to) || (rankOf(by) === rankOf(to) && !to.references.some(({ sent }) => isNamed(sent)));
}

/** By the second: CAP has no parts of one, and a copy may have lost them. What can't be read comes before all others. */
const orderOf = ({ sent }: CapAlert): number => (sent.at === null ? Number.NEGATIVE_INFINITY : wholeSecond(sent.at));

/** In the order they were sent, and the same for any order of arrival; of copies one. */
export function inOrder(given: readonly CapAlert[]): CapAlert[] {
  const byName = Map.groupBy(new Set(given), keyOf);
  const named = [...byName].flatMap(([name, alerts]) => {
    // Words are compared only where a name is borne twice: they may be long.
    if (alerts.length === 1) return alerts.map((alert) => ({ name, words: '', alert }));
    // Of copies that write a moment in several ways it is the same one, however they came.
    const written = alerts.map((alert) => ({ alert, text: textOf(alert) })).sort((a, b) => compare(b.text, a.text));
    const byWords = new Map(written.map(({ alert }) => [wordsOf(alert), alert]));
    return [...byWords].map(([words, alert]) => ({ name, words, alert }));
  });
  return named
    .sort(
      (a, b) =>
        compare(orderOf(a.alert), orderOf(b.alert)) ||
        rankOf(a.alert) - rankOf(b.alert) ||
        compare(a.name, b.name) ||
        compare(a.words, b.words),
    )
    .map(({ alert }) => alert);
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const textOf = ({ at: _, ...said }: CapAlert): string => JSON.stringify(said);

/** All that an alert says, however it writes its moments; without what its name has said, and where it stands in its source. */
function wordsOf({ at: _, version: __, sent: ___, ...said }: CapAlert): string {
  const infos = said.infos.map((info) => ({
    ...info,
    effective: momentOf(info.effective),
    onset: momentOf(info.onset),
    expires: momentOf(info.expires),
  }));
  return JSON.stringify({ ...said, infos, references: said.references.map(nameKey) });
}

const momentOf = (stamp: Stamp | null): string | number | null =>
  stamp === null || stamp.at === null ? (stamp?.text ?? null) : wholeSecond(stamp.at);

/** Names that are tied to each other, directly or through others. */
class Groups {
  readonly #parent = new Map<string, string>();

  root(name: string): string {
    let root = name;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    // Shortens the way for the next question.
    for (let at = name; at !== root; ) {
      const up = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    this.#parent.set(this.root(a), this.root(b));
  }
}

/** Facts → alert revisions as of (valid, recorded). Pure: the same facts and the same question, the same answer. */
import { rankOf, wholeSecond } from '../core/cap/revisions/name.ts';
import { type AlertBody, type Fact, type FactOf, isFact, type ResolvedCode } from '../core/fact.ts';
import type { ResolvedArea } from '../core/geo/geocodes/areas.ts';
import type { Resolved, Unresolved } from '../core/geo/geocodes/geocodes.ts';
import type { Shape } from '../core/geo/shape.ts';
import { type AlertState, type AlertView, mayTell, type Space } from '../core/model.ts';
import type { AsOf } from '../core/time/time.ts';

/** What the facts say of alerts, grouped for looking up. */
interface Known {
  readonly space: Space;
  readonly alerts: ReadonlyMap<string, Fact<AlertBody>>;
  /** The latest word on each alert's trust. */
  readonly trust: ReadonlyMap<string, FactOf<'trust'>>;
  /** By name key: who references it and how. */
  readonly references: ReadonlyMap<string, readonly FactOf<'referenced'>[]>;
  /** The latest word on what each alert's geocodes stand for. */
  readonly resolved: ReadonlyMap<string, FactOf<'resolved'>>;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/**
 * All alerts of `facts` (in recorded order) that were known at `asOf.seq`, as they stood at `asOf.valid`.
 * An Update or Cancel ends what it references only once it may tell people itself and is Actual; until then it stands as a claim. In a
 * drill space every status counts as Actual: that space is an exercise as a whole. `shapes`, by hash, are those of resolved geocodes.
 */
export function alertsOf(
  facts: readonly Fact[],
  asOf: AsOf,
  space: Space = 'live',
  shapes: ReadonlyMap<string, Shape> = new Map(),
): AlertView[] {
  const known = group(
    facts.filter((fact) => fact.recorded.seq <= asOf.seq),
    space,
    shapes,
  );
  return [...known.alerts].map(([id, fact]) => viewOf(id, fact, known, asOf));
}

function group(facts: readonly Fact[], space: Space, shapes: Known['shapes']): Known {
  const alerts = new Map<string, Fact<AlertBody>>();
  const trust = new Map<string, FactOf<'trust'>>();
  const references = new Map<string, FactOf<'referenced'>[]>();
  const resolved = new Map<string, FactOf<'resolved'>>();
  for (const fact of facts) {
    if (isFact(fact, 'alert')) alerts.set(fact.subject, fact);
    else if (isFact(fact, 'trust')) trust.set(fact.subject, fact);
    else if (isFact(fact, 'resolved')) resolved.set(fact.subject, fact);
    else if (isFact(fact, 'referenced')) references.set(fact.subject, [...(references.get(fact.subject) ?? []), fact]);
  }
  return { space, alerts, trust, references, resolved, shapes };
}

function viewOf(id: string, fact: Fact<AlertBody>, known: Known, asOf: AsOf): AlertView {
  const { alert, advice, report, situations } = fact.body;
  const vouched = known.trust.get(id);
  const claims = (known.references.get(fact.body.name) ?? []).filter((claim) => claim.body.by !== id);
  const effective = claims.filter((claim) => mayEnd(claim.body.by, fact, known));
  // A cancel outweighs an update, whatever came first.
  const ending = effective.find((claim) => claim.body.how === 'cancelled') ?? effective.at(-1);
  return {
    id,
    report,
    alert,
    advice: advice ?? null,
    resolved: (known.resolved.get(id)?.body.areas ?? []).map((area) => withShapes(area, known.shapes)),
    trust: vouched?.body.trust ?? fact.body.trust,
    confirmedBy: vouched?.body.by ?? null,
    confirmedAt: vouched?.recorded.at ?? null,
    state: stateOf(fact, known.space, ending?.body.how ?? null, asOf),
    situation: situations[0] ?? fact.body.name,
    situations,
    endedBy: ending?.body.by ?? null,
    enders: effective.map((claim) => claim.body.by),
    claimedEndedBy: claims.filter((claim) => !effective.includes(claim)).map((claim) => claim.body.by),
    recorded: fact.recorded,
  };
}

/** A shape that is lost leaves its code unresolved, and the desk hears of it. */
function withShapes({ resolved, ...area }: ResolvedArea<ResolvedCode>, shapes: Known['shapes']): ResolvedArea {
  const found = resolved.map(({ shape: hash, ...code }): Resolved | Unresolved => {
    const shape = shapes.get(hash);
    const why = `The shape of ${code.code} is lost from the database; restore a backup.`;
    return shape ? { ...code, kind: 'resolved', shape } : { ...code, kind: 'unresolved', why };
  });
  return {
    ...area,
    resolved: found.filter((each) => each.kind === 'resolved'),
    unresolved: [...area.unresolved, ...found.filter((each) => each.kind === 'unresolved')],
  };
}

/**
 * A stranger's Cancel must not silence a warning, nor an Exercise a real one. An operator may vouch for any; a signature or an
 * origin speaks only for its own sender. Only a later revision ends an earlier one, so that no two can end each other.
 */
function mayEnd(by: string, ended: Fact<AlertBody>, known: Known): boolean {
  const ender = known.alerts.get(by);
  if (!ender) return false;
  const trust = known.trust.get(by)?.body.trust ?? ender.body.trust;
  const sameSender = ender.body.alert.sender === ended.body.alert.sender;
  const sameStatus = known.space === 'drill' || ender.body.alert.status === ended.body.alert.status;
  return (
    sameStatus &&
    mayTell(trust) &&
    (trust === 'operator' || sameSender) &&
    isLater(revisionOf(ender), revisionOf(ended))
  );
}

const revisionOf = ({ body, recorded }: Fact<AlertBody>): Revision => ({ alert: body.alert, recorded });

/** Later by its own sent, which is never later than we knew it; at the same second a Cancel comes after an Update, that after an Alert, then what was recorded later. */
export function isLater(one: Revision, other: Revision): boolean {
  const [a, b] = [orderOf(one), orderOf(other)];
  const first = a.findIndex((value, i) => value !== b[i]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}

type Revision = Pick<AlertView, 'alert' | 'recorded'>;

const orderOf = ({ alert, recorded }: Revision): number[] => [
  wholeSecond(Math.min(alert.sent.at ?? recorded.at, recorded.at)),
  rankOf(alert),
  recorded.seq,
];

function stateOf(
  fact: Fact<AlertBody>,
  space: Space,
  ended: 'cancelled' | 'superseded' | null,
  asOf: AsOf,
): AlertState {
  const { status, msgType } = fact.body.alert;
  if (status !== 'Actual' && space === 'live') return 'not-actual';
  if (msgType !== 'Alert' && msgType !== 'Update') return 'not-a-warning';
  if (ended) return ended;
  return fact.interval.to !== null && fact.interval.to <= asOf.valid ? 'expired' : 'in-force';
}

/** Where what is said does not agree: a belittling or a denial against what it is about, opposite orders, the two ends of one estimate. */
import type { Claim, Disagreement, Estimate, Warning } from '../../../core/text/reading.ts';
import type { Layers } from '../../claims/claims.ts';
import { hasTwoEnds } from '../../words/numbers.ts';
import { opposedOrders } from './orders.ts';

export function disagreementsOf(layers: Layers, { claims, warnings, estimates }: Read): Disagreement[] {
  const spoken = claims.flatMap(({ id, contradicts, stance }): Disagreement[] =>
    contradicts === null ? [] : [{ between: [contradicts, id], about: stance === 'plays-down' ? 'gravity' : 'fact' }],
  );
  const wide = estimates
    .filter(hasTwoEnds)
    .map(({ id }): Disagreement => ({ between: [`${id}.min`, `${id}.max`], about: 'number' }));
  return [...spoken, ...opposedOrders(layers, claims, warnings), ...wide];
}

interface Read {
  readonly claims: readonly Claim[];
  readonly warnings: readonly Warning[];
  readonly estimates: readonly Estimate[];
}

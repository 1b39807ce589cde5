/** Where what is said does not agree: a belittling or a denial against what it is about, and the two ends of one estimate. */
import type { Claim, Disagreement, Estimate } from '../../../core/text/reading.ts';

export function disagreementsOf(claims: readonly Claim[], estimates: readonly Estimate[]): Disagreement[] {
  const spoken = claims.flatMap(({ id, contradicts, stance }): Disagreement[] =>
    contradicts === null ? [] : [{ between: [contradicts, id], about: stance === 'plays-down' ? 'gravity' : 'fact' }],
  );
  const wide = estimates
    .filter(({ min, max }) => min !== max)
    .map(({ id }): Disagreement => ({ between: [`${id}.min`, `${id}.max`], about: 'number' }));
  return [...spoken, ...wide];
}

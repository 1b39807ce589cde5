/** Where sources disagree: voices facing each other over a rule, same size, no verdict and no average. */
import type { JSX } from 'preact';
import type { Cite, Situation, SituationEstimate } from '../../core/situation.ts';
import { Cites, type Numbered } from '../parts/cited.tsx';
import { calm, clipped } from '../parts/shown-text.ts';
import { capital } from '../strings/en.ts';
import { disagreementText, estimateText } from '../strings/picture.ts';

interface VersusProps {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

export function Versus({ situation, numbered }: VersusProps): JSX.Element | null {
  const { disagreements, estimates } = situation;
  const ranges = estimates.filter(isRange);
  if (disagreements.length + ranges.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-d">
      <h2 id="h-d">Where sources disagree</h2>
      <p class="lede">Both sides as they put it. This desk gives no verdict and takes no average.</p>
      {disagreements.map(({ about, sides }) => (
        <div class="versus">
          <h3>{disagreementText[about] ?? `${capital(about)}?`}</h3>
          <div class="sides">
            {sides.map(({ speaker, cite }) => (
              <Voice who={speaker ?? 'The text itself'} cite={cite} numbered={numbered} />
            ))}
          </div>
          {documentsOf(sides.map((side) => side.cite)) === 1 ? (
            <p class="note">All of it as one document has it.</p>
          ) : null}
        </div>
      ))}
      {ranges.map((estimate) => (
        <Range estimate={estimate} numbered={numbered} />
      ))}
    </section>
  );
}

/** An estimate with two ends, or with one that it leaves open. */
export const isRange = ({ min, max }: SituationEstimate): boolean => min !== max;

const documentsOf = (cites: readonly Cite[]): number => new Set(cites.map(({ report }) => report)).size;

function Voice({
  who,
  cite,
  numbered,
}: {
  readonly who: string;
  readonly cite: Cite;
  readonly numbered: Numbered;
}): JSX.Element {
  return (
    <div>
      <p class="who">{capital(calm(clipped(who, 80)))}</p>
      <p class={cite.text.length > 60 ? 'big theirs long' : 'big theirs'} dir="auto">
        “{calm(clipped(cite.text, 240))}”<Cites numbered={numbered} cites={[cite]} />
      </p>
    </div>
  );
}

/** A range in one source favours neither end. */
function Range({
  estimate,
  numbered,
}: {
  readonly estimate: SituationEstimate;
  readonly numbered: Numbered;
}): JSX.Element {
  return (
    <div class="versus">
      <h3>How many {calm(clipped(estimate.of, 60))}?</h3>
      <p class="big theirs" dir="auto">
        “{calm(clipped(estimate.cite.text, 200))}”<Cites numbered={numbered} cites={[estimate.cite]} />
      </p>
      <p class="note">
        {capital(estimateText(estimate.min, estimate.max))},{' '}
        {estimate.source === null ? 'whose estimate is not told' : `by ${calm(clipped(estimate.source, 80))}`}. One
        source, one range: it does not favour either end.
      </p>
    </div>
  );
}

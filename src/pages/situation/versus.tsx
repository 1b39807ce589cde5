/** Where sources disagree: voices facing each other over a rule, same size, no verdict and no average. */
import type { JSX } from 'preact';
import type { Cite, Side, Situation, SituationEstimate } from '../../core/situation.ts';
import { hasTwoEnds } from '../../read/words/numbers.ts';
import { Cites, isCoded, type Numbered, Words, withBeside } from '../parts/cited.tsx';
import { inMarks, isolated } from '../parts/shown-text.ts';
import { capital } from '../strings/en.ts';
import { asOfText, disagreementText, estimateText } from '../strings/picture.ts';

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
      {facing(disagreements).map(({ about, sides }) => (
        <div class="versus">
          <h3>{disagreementText[about] ?? `${capital(about)}?`}</h3>
          <div class="sides">
            {sides.map((side) => (
              <div>
                {side.map(({ speaker, cite }) => (
                  <Voice who={speaker ?? 'The text itself'} cite={cite} numbered={numbered} />
                ))}
              </div>
            ))}
          </div>
          {documentsOf(sides.flat().map((side) => side.cite)) === 1 ? (
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

/** One question with all who stand on each side of it. */
interface Facing {
  readonly about: string;
  readonly sides: readonly (readonly Side[])[];
}

const isSame = (a: Side | undefined, b: Side | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.speaker === b.speaker &&
  a.cite.report === b.cite.report &&
  a.cite.start < b.cite.end &&
  b.cite.start < a.cite.end;

/** Those who deny the same words stand together against them, and so do those whom the same words deny. */
export function facing(disagreements: Situation['disagreements']): readonly Facing[] {
  const found: Facing[] = [];
  for (const { about, sides } of disagreements) {
    const shared = (one: Facing): number =>
      sides.length === 2 && one.sides.length === 2
        ? one.sides.findIndex((side, n) => side.every((each) => isSame(each, sides[n])))
        : -1;
    const at = found.findIndex((one) => one.about === about && shared(one) >= 0);
    const one = found[at];
    if (one === undefined) found.push({ about, sides: sides.map((side) => [side]) });
    else found[at] = { about, sides: one.sides.map((side, n) => joined(side, sides[n], n === shared(one))) };
  }
  return found;
}

const joined = (side: readonly Side[], more: Side | undefined, isShared: boolean): readonly Side[] =>
  isShared || more === undefined || side.some((one) => isSame(one, more)) ? side : [...side, more];

/** An estimate with two ends, be one of them no figure. */
export const isRange = ({ min, max, cite }: SituationEstimate): boolean => hasTwoEnds({ min, max, text: cite.text });

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
    <>
      <p class="who">{capital(isolated(who, 80))}</p>
      <p class={cite.text.length > 60 ? 'big theirs long' : 'big theirs'} dir="auto">
        <Big cite={cite} max={240} numbered={numbered} />
      </p>
    </>
  );
}

/** The marks are part of the line, which a code does not have. */
function Big({
  cite,
  max,
  numbered,
}: {
  readonly cite: Cite;
  readonly max: number;
  readonly numbered: Numbered;
}): JSX.Element {
  return (
    <>
      {isCoded(cite) ? <Words cite={cite} max={max} /> : inMarks(cite.text, max)}
      <Cites numbered={numbered} cites={withBeside(numbered, [cite])} />
    </>
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
      <h3>How many {isolated(estimate.of, 60)}?</h3>
      <p class="big theirs" dir="auto">
        <Big cite={estimate.cite} max={200} numbered={numbered} />
      </p>
      <p class="note">
        {capital(estimateText(estimate, estimate.cite.text))}
        {asOfText(estimate.asOf)},{' '}
        {estimate.source === null ? 'whose estimate is not told' : `by ${isolated(estimate.source, 80)}`}. One source,
        one range: it does not favour either end.
      </p>
    </div>
  );
}

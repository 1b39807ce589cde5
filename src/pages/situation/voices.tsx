/** Who else says what of the danger: officials, experts, witnesses as reports have them. On the situation's page and in its brief alike. */
import type { JSX } from 'preact';
import type { Cite, Situation, SituationClaim } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { type Numbered, Quoted } from '../parts/cited.tsx';
import { isolated } from '../parts/shown-text.ts';
import { Tag, When } from '../parts/words.tsx';
import { capital } from '../strings/en.ts';
import { stanceText } from '../strings/picture.ts';

const overlap = (a: Cite, b: Cite): boolean => a.report === b.report && a.start < b.end && b.start < a.end;

/** Newest first: what somebody who is named says of the danger; what belittles or denies it stands apart, and so does what takes an event back. */
export const spokenOf = ({ claims }: Situation): readonly SituationClaim[] =>
  claims.filter(({ speaker, stance }) => speaker !== null && stance !== 'plays-down' && stance !== 'denies');

export const belittlersOf = ({ claims, events }: Situation): readonly SituationClaim[] =>
  claims.filter(
    ({ stance, cite }) =>
      (stance === 'plays-down' || stance === 'denies') &&
      !events.some(({ withdrawnBy }) => withdrawnBy !== null && overlap(withdrawnBy, cite)),
  );

/** Its words were taken back: the situation says by whom. */
const isTakenBack = ({ events }: Situation, { cite }: SituationClaim): boolean =>
  events.some(({ status, cites }) => status === 'withdrawn' && cites.some((one) => overlap(one, cite)));

/** One sentence: who, when it was reported, and their words. */
export function Spoken({
  claim,
  situation,
  numbered,
  near,
  verb = 'says',
}: {
  readonly claim: SituationClaim;
  readonly situation: Situation;
  readonly numbered: Numbered;
  readonly near: Instant;
  readonly verb?: string;
}): JSX.Element {
  return (
    <>
      {isTakenBack(situation, claim) ? (
        <>
          <Tag kind="dash">withdrawn since</Tag>{' '}
        </>
      ) : null}
      {claim.speaker === null ? 'The text' : capital(isolated(claim.speaker, 60))} {verb}, reported{' '}
      <When at={claim.at} near={near} />: <Quoted numbered={numbered} cite={claim.cite} max={260} whole />
    </>
  );
}

export const verbOf = ({ stance }: SituationClaim): string =>
  stance === 'plays-down' || stance === 'denies' ? stanceText[stance] : 'says';

const shown = 12;

export function Voices({
  situation,
  numbered,
  near,
}: {
  readonly situation: Situation;
  readonly numbered: Numbered;
  readonly near: Instant;
}): JSX.Element | null {
  const claims = spokenOf(situation);
  if (claims.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-s">
      <h2 id="h-s">What is said of it</h2>
      <p class="lede">
        By people and offices that reports name, newest report first; the hour is the report’s. None of it is an
        instruction.
      </p>
      <ul class="plain">
        {claims.slice(0, shown).map((claim) => (
          <li>
            <Spoken claim={claim} situation={situation} numbered={numbered} near={near} />
          </li>
        ))}
      </ul>
      {claims.length > shown ? <p class="quiet">{claims.length - shown} more stand in the sources below.</p> : null}
    </section>
  );
}

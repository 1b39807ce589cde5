/** Who else says what of the danger: officials, experts, witnesses as reports have them. On the situation's page and in its brief alike. */
import type { JSX } from 'preact';
import type { Cite, Situation, SituationClaim } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { Cites, type Numbered, Quoted } from '../parts/cited.tsx';
import { isolated } from '../parts/shown-text.ts';
import { Tag, When } from '../parts/words.tsx';
import { capital } from '../strings/en.ts';
import { stanceText } from '../strings/picture.ts';

const overlap = (a: Cite, b: Cite): boolean => a.report === b.report && a.start < b.end && b.start < a.end;

const isAgainst = ({ stance }: SituationClaim): boolean => stance === 'plays-down' || stance === 'denies';

/** Newest first: what somebody who is named says of the danger; what belittles or denies it stands apart, and so does what takes an event back. */
export const spokenOf = ({ claims }: Situation): readonly SituationClaim[] =>
  claims.filter((claim) => claim.speaker !== null && !isAgainst(claim));

export const belittlersOf = ({ claims, events }: Situation): readonly SituationClaim[] => {
  const withdrawing = events.flatMap(({ withdrawnBy, takenBack }) => [
    ...(withdrawnBy === null ? [] : [withdrawnBy]),
    ...takenBack.map((one) => one.withdrawnBy),
  ]);
  return claims.filter((claim) => isAgainst(claim) && !withdrawing.some((one) => overlap(one, claim.cite)));
};

/** The same, and what plays it down once that faces nobody any more: a disagreement lapses, what was said stays. */
export function saidOf(situation: Situation): readonly SituationClaim[] {
  const facing = situation.disagreements.flatMap(({ sides }) => sides.map(({ cite }) => cite));
  const left = belittlersOf(situation).filter(({ cite }) => !facing.some((one) => overlap(one, cite)));
  const said = new Set([...spokenOf(situation), ...left]);
  return situation.claims.filter((claim) => said.has(claim));
}

/** That words were taken back, or a part of them, and which words took them back. */
export function takenBack(
  { events }: Situation,
  cite: Cite,
): { readonly text: string; readonly by: readonly Cite[] } | null {
  const tells = (cites: readonly Cite[]): boolean => cites.some((one) => overlap(one, cite));
  const by = events.flatMap(({ status, cites, withdrawnBy, takenBack: parts }) => [
    ...(status === 'withdrawn' && withdrawnBy !== null && tells(cites) ? [withdrawnBy] : []),
    ...parts.flatMap((part) => (tells([part.cite]) ? [part.withdrawnBy] : [])),
  ]);
  if (by.length === 0) return null;
  const stands = events.some(({ status, cites }) => status !== 'withdrawn' && tells(cites));
  return { text: stands ? 'partly withdrawn since' : 'withdrawn since', by };
}

/** The mark of words that were taken back, with the numbers of those that took them back; nothing beside words that stand. */
export function BackMark({
  situation,
  cite,
  numbered,
}: {
  readonly situation: Situation;
  readonly cite: Cite;
  readonly numbered: Numbered;
}): JSX.Element | null {
  const back = takenBack(situation, cite);
  return back === null ? null : (
    <>
      <Tag kind="dash">{back.text}</Tag>
      <Cites numbered={numbered} cites={back.by} />{' '}
    </>
  );
}

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
      <BackMark situation={situation} cite={claim.cite} numbered={numbered} />
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
  const claims = saidOf(situation);
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
            <Spoken claim={claim} situation={situation} numbered={numbered} near={near} verb={verbOf(claim)} />
          </li>
        ))}
      </ul>
      {claims.length > shown ? <p class="quiet">{claims.length - shown} more stand in the sources below.</p> : null}
    </section>
  );
}

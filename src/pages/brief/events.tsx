/** The questions of the brief about what happened, what is counted, what is not known, how long it lasts and who is behind it. */
import type { JSX } from 'preact';
import { Cites, Quoted, Said, Words, withBeside } from '../parts/cited.tsx';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Theirs, When } from '../parts/words.tsx';
import { behindIn, behindTitle, relatedIn, relatedTitle } from '../situation/behind.tsx';
import { Count, FirstReported, noneStated, PartsTakenBack, saying, statedTime } from '../situation/happened.tsx';
import { codedText } from '../situation/where/edges.ts';
import { unplacedIn } from '../situation/where/unplaced.tsx';
import { Named, NotTold, NotToldBy } from '../situation/words.tsx';
import { capital } from '../strings/en.ts';
import { asOfText, dayText, estimateText, eventStatus, eventText } from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';
import { Missing, type Part, Question } from './question.tsx';

export function WhatHappened({ data: { situation, readings }, numbered, near }: Part): JSX.Element {
  return (
    <Question ask="What has happened?">
      {situation.events.length === 0 ? <Missing>Nothing of this kind is reported to this desk.</Missing> : null}
      {situation.events.map((event) => {
        const time = statedTime(event, readings);
        return (
          <li>
            <Said numbered={numbered} cites={withBeside(numbered, event.cites.length > 0 ? event.cites : [event.cite])}>
              {calm(clipped(eventText(event), 120))}
              {event.status !== 'threatened' ? '' : `, ${eventStatus[event.status]}`}:{' '}
              <Words cite={event.cite} max={160} />
              {saying(event.speaker)}, <FirstReported event={event} near={near} />
              {time === null ? '; when it happened is not stated' : '; when it happened, as stated: '}
              {time === null ? null : <Theirs text={time.text} max={40} />}
            </Said>
            {event.withdrawnBy === null
              ? '.'
              : `, and ${event.status === 'denied' ? 'denied' : 'withdrawn since'}${event.withdrawnSpeaker === null ? '' : ` by ${isolated(event.withdrawnSpeaker, 60)}`}: `}
            {event.withdrawnBy === null ? null : (
              <Quoted numbered={numbered} cite={event.withdrawnBy} max={160} whole />
            )}
            <PartsTakenBack event={event} numbered={numbered} />
          </li>
        );
      })}
    </Question>
  );
}

/** Counts of the dead and hurt stand side by side, each with whose it is; none is added to another. */
export function WhatFigures({ data: { situation }, numbered, near }: Part): JSX.Element | null {
  const { estimates, casualties } = situation;
  if (estimates.length + casualties.length === 0) return null;
  return (
    <Question ask="What figures are given?">
      {casualties.map((count) => (
        <li>
          Dead and hurt: <Count count={count} situation={situation} numbered={numbered} near={near} />
        </li>
      ))}
      {estimates.map(({ of, source, asOf, cite, ...one }) => (
        <li>
          <Said numbered={numbered} cites={withBeside(numbered, [cite])}>
            {capital(isolated(of, 60))}: {estimateText(one, cite.text)}
            {asOfText(asOf)}
            {source === null ? '' : `, by ${isolated(source, 80)}`}: <Words cite={cite} max={160} />
          </Said>
        </li>
      ))}
    </Question>
  );
}

export function WhatIsNotKnown({ data: { situation }, numbered, near }: Part): JSX.Element {
  const unplaced = unplacedIn(situation);
  return (
    <Question ask="What is not known?">
      {unplaced.map((sentence) => (
        <Missing>{sentence}</Missing>
      ))}
      {situation.unknowns.length + unplaced.length === 0 ? <Missing>{noneStated}</Missing> : null}
      {situation.unknowns.map((unknown) => (
        <Missing>
          <NotTold situation={situation} unknown={unknown} /> <NotToldBy unknown={unknown} near={near} />
          <Cites numbered={numbered} cites={unknown.cite === null ? [] : withBeside(numbered, [unknown.cite])} />
        </Missing>
      ))}
    </Question>
  );
}

/** Whose boundary stands for an area that is named by code. Nothing where none does: what is drawn stands on the page with its map. */
export function WhoseBoundary({ data: { situation } }: Part): JSX.Element | null {
  if (situation.place.coded === undefined) return null;
  return (
    <Question ask="Whose boundary is it?">
      {codedText(situation.place).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </Question>
  );
}

export function UntilWhen({ data: { situation }, numbered }: Part): JSX.Element {
  const { issuers, deadlines } = situation;
  const ending = issuers.filter(({ expires }) => expires !== null);
  return (
    <Question ask="Until when?">
      {ending.length === 0 ? <Missing>No issuer states an end.</Missing> : null}
      {ending.map((word) => (
        <li>
          <Said numbered={numbered} cites={[word.expiresCite ?? word.words]}>
            The warning of <Named situation={situation} issuer={word.issuer} /> ends <When at={word.expires ?? 0} />.
          </Said>
        </li>
      ))}
      {deadlines.map(({ value, what, holder, cites }) => (
        <li>
          <Said numbered={numbered} cites={withBeside(numbered, cites)}>
            {calm(clipped(dayText(value), 40))} is a deadline of something else: {isolated(what, 100)}
            {holder === null ? '' : ` (${calm(clipped(countryName(holder), 60))})`}. That is no end of the warning.
          </Said>
        </li>
      ))}
    </Question>
  );
}

export function WhoIsBehind({ data: { situation, readings }, numbered, near }: Part): JSX.Element | null {
  const items = behindIn({ situation, readings, numbered, near });
  return items.length === 0 ? null : <Question ask={`${behindTitle}?`}>{items}</Question>;
}

export function HowRelated({ data: { situation, readings }, numbered }: Part): JSX.Element | null {
  const items = relatedIn({ situation, readings, numbered });
  return items.length === 0 ? null : <Question ask={`${relatedTitle}?`}>{items}</Question>;
}

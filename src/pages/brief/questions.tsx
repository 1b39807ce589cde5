/** The questions of the brief, each answered by templates over the picture. A sentence without a source does not show, unless it says what is missing. */

import type { ComponentChildren, JSX } from 'preact';
import { mayTell, type Trust } from '../../core/model.ts';
import type { IssuerWord } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { Cites, type Numbered, Quoted, Said, Words, withBeside } from '../parts/cited.tsx';
import { relationsOf } from '../parts/passages.ts';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Theirs, When } from '../parts/words.tsx';
import type { SituationData } from '../situation/data.ts';
import { statedTime } from '../situation/happened.tsx';
import { belittlersOf, Spoken, spokenOf, verbOf } from '../situation/voices.tsx';
import { Named, NotTold as NotToldText } from '../situation/words.tsx';
import { capital, doWord, trustTag } from '../strings/en.ts';
import {
  adviceText,
  audienceText,
  dayText,
  estimateText,
  eventStatus,
  eventText,
  relationSentence,
  scopeText,
  trendText,
} from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';

interface Part {
  readonly data: SituationData;
  readonly numbered: Numbered;
  /** The moment of the page, beside which times are written. */
  readonly near: Instant;
}

function Question({ ask, children }: { readonly ask: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <section class="qa">
      <h2>{ask}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** What is missing needs no source; nothing else goes without one. */
const Missing = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <li class="missing">{children}</li>
);

/** On paper too: what nobody of the desk has confirmed may be forged, and what a report says of a warning is not the warning. */
const unvouched = (trust: Trust): string => (mayTell(trust) ? '' : ` (${trustTag[trust]})`);

export function OfWhat({ data: { situation }, numbered }: Part): JSX.Element {
  const { issuers } = situation;
  return (
    <Question ask="What is warned of?">
      {issuers.length === 0 ? <Missing>No issuer was heard.</Missing> : null}
      {issuers.map(({ issuer, danger, words, trust }) => (
        <li>
          <Named situation={situation} issuer={issuer} />
          {unvouched(trust)}: <Quoted numbered={numbered} cite={danger ?? words} max={260} />
        </li>
      ))}
    </Question>
  );
}

export function WhoWarns({ data: { situation }, numbered }: Part): JSX.Element {
  const { issuers } = situation;
  return (
    <Question ask="Who warns whom, to do what?">
      {issuers.length === 0 ? <Missing>No issuer was heard.</Missing> : null}
      {issuers.map((word) => {
        const told = toldBy(word);
        return (
          <li>
            <Said numbered={numbered} cites={[...told.map(({ cite }) => cite), word.audienceCite]}>
              <b>
                <Named situation={situation} issuer={word.issuer} />
                {word.issuer.length === 2 ? `, ${countryName(word.issuer)}` : ''}
              </b>
              {word.audience === null ? '' : ` to ${lower(audienceText(word.audience))}`}
              {unvouched(word.trust)}:{' '}
              {told.map(({ instruction, cite }, n) => (
                <>
                  {n > 0 ? ' ' : ''}
                  {instruction === null ? '' : `(${doWord[instruction]}) `}
                  <Words cite={cite} max={260} />
                </>
              ))}
            </Said>
          </li>
        );
      })}
    </Question>
  );
}
/** All that an issuer tells people to do, each sentence once; without an instruction its own words. */
function toldBy({ instructions: list, instructionCites, words }: IssuerWord) {
  const told = list.flatMap((instruction, n) => {
    const cite = instructionCites[n];
    // A response type of CAP is a code; its own words say what it means.
    const said = cite?.zone.includes('responseType') ? words : cite;
    return said && instruction !== 'prepare' && instruction !== 'monitor' ? [{ instruction, cite: said }] : [];
  });
  const once = told.filter((one, n) => told.findIndex(({ cite }) => cite.start === one.cite.start) === n);
  return once.length > 0 ? once : [{ instruction: null, cite: words }];
}

const lower = (text: string): string => isolated(text.charAt(0).toLowerCase() + text.slice(1), 80);

export function HowGrave({ data: { situation }, numbered }: Part): JSX.Element {
  const { issuers, trend, level, severity } = situation;
  const own = issuers.some((one) => one.level !== null && one.issuer === level?.issuer);
  return (
    <Question ask="How grave is it, and does it get worse?">
      {issuers.map((word) =>
        word.level !== null && word.levelCite !== null ? (
          <li>
            <Said numbered={numbered} cites={[word.levelCite]}>
              <Named situation={situation} issuer={word.issuer} />: {lower(adviceText(word.level))}
              {word.scope === null ? '' : `, ${scopeText[word.scope]}`}, read from{' '}
              <Words cite={word.levelCite} max={80} />.
            </Said>
          </li>
        ) : word.severity === null ? (
          <Missing>
            <Named situation={situation} issuer={word.issuer} /> states no level.
          </Missing>
        ) : null,
      )}
      {severity === null ? null : (
        <li>
          <Named situation={situation} issuer={severity.issuer} /> calls its severity{' '}
          <Quoted numbered={numbered} cite={severity.cite} max={40} />.
        </li>
      )}
      {level === null || own ? null : (
        <li>
          <Said numbered={numbered} cites={[level.cite]}>
            Around it stands {lower(adviceText(level.value))}, {scopeText[level.scope]}, of{' '}
            <Named situation={situation} issuer={level.issuer} />.
          </Said>
        </li>
      )}
      {trend === null ? (
        <Missing>No trend was stated in the last 48 hours.</Missing>
      ) : (
        <li>
          {trend.speaker === null ? 'The text' : capital(isolated(trend.speaker, 60))} speaks of{' '}
          <Quoted numbered={numbered} cite={trend.cite} max={120} whole />, read as{' '}
          {trendText[trend.value].toLowerCase()}.
        </li>
      )}
    </Question>
  );
}

/** Beside the issuers: what officials and others are reported to say of the danger. */
export function WhatIsSaid({ data: { situation }, numbered, near }: Part): JSX.Element | null {
  const claims = spokenOf(situation);
  if (claims.length === 0) return null;
  return (
    <Question ask="What else is said of the danger?">
      {claims.map((claim) => (
        <li>
          <Spoken claim={claim} situation={situation} numbered={numbered} near={near} />
        </li>
      ))}
    </Question>
  );
}

export function PlaysDown({ data: { situation }, numbered, near }: Part): JSX.Element {
  const against = belittlersOf(situation);
  return (
    <Question ask="Who plays it down?">
      {against.length === 0 ? <Missing>Nobody who was heard.</Missing> : null}
      {against.map((claim) => (
        <li>
          <Spoken claim={claim} situation={situation} numbered={numbered} near={near} verb={verbOf(claim)} />
        </li>
      ))}
    </Question>
  );
}

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
              {event.speaker === null ? '' : `, says ${isolated(event.speaker, 60)}`}; first{' '}
              {event.status === 'threatened' ? eventStatus.threatened : eventStatus.happened}{' '}
              <When at={event.at} near={near} />
              {time === null ? '; when it happened is not stated' : '; when it happened, as stated: '}
              {time === null ? null : <Theirs text={time.text} max={40} />}
            </Said>
            {event.withdrawnBy === null
              ? '.'
              : `, and ${event.status === 'denied' ? 'denied' : 'withdrawn since'}${event.withdrawnSpeaker === null ? '' : ` by ${isolated(event.withdrawnSpeaker, 60)}`}: `}
            {event.withdrawnBy === null ? null : (
              <Quoted numbered={numbered} cite={event.withdrawnBy} max={160} whole />
            )}
          </li>
        );
      })}
    </Question>
  );
}

export function Figures({ data: { situation }, numbered }: Part): JSX.Element | null {
  if (situation.estimates.length === 0) return null;
  return (
    <Question ask="What figures are given?">
      {situation.estimates.map(({ of, source, cite, ...one }) => (
        <li>
          <Said numbered={numbered} cites={withBeside(numbered, [cite])}>
            {capital(isolated(of, 60))}: {estimateText(one, cite.text)}
            {source === null ? '' : `, by ${isolated(source, 80)}`}: <Words cite={cite} max={160} />
          </Said>
        </li>
      ))}
    </Question>
  );
}

export function NotKnown({ data: { situation }, numbered }: Part): JSX.Element {
  return (
    <Question ask="What is not known?">
      {situation.unknowns.length === 0 ? (
        <Missing>Nothing that a source says is unknown, and nothing we find missing.</Missing>
      ) : null}
      {situation.unknowns.map((unknown) => (
        <Missing>
          <NotToldText situation={situation} unknown={unknown} />
          <Cites numbered={numbered} cites={[unknown.cite]} />
        </Missing>
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

export function WhoIsBehind({ data, numbered }: Part): JSX.Element | null {
  const relations = relationsOf(data.situation, data.readings);
  if (relations.length === 0) return null;
  return (
    <Question ask="Who is behind it, as its sources tell it?">
      {relations.map(({ relation, cite }) => (
        <li>
          <Said numbered={numbered} cites={withBeside(numbered, [cite])}>
            {relationSentence(relation)}
          </Said>
        </li>
      ))}
    </Question>
  );
}

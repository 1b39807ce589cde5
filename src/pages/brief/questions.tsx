/** The questions of the brief, each answered by templates over the picture. A sentence without a source does not show, unless it says what is missing. */

import type { JSX } from 'preact';
import { mayTell, type Trust } from '../../core/model.ts';
import type { IssuerWord } from '../../core/situation.ts';
import { Quoted, Said, Words } from '../parts/cited.tsx';
import { isolated } from '../parts/shown-text.ts';
import { BackMark, belittlersOf, Spoken, spokenOf, verbOf } from '../situation/voices.tsx';
import { Named } from '../situation/words.tsx';
import { capital, doWord, trustTag } from '../strings/en.ts';
import { adviceText, audienceText, scopeText, trendText } from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';
import { Missing, type Part, Question } from './question.tsx';

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
          {unvouched(trust)}: <BackMark situation={situation} cite={danger ?? words} numbered={numbered} />
          <Quoted numbered={numbered} cite={danger ?? words} max={260} />
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
                  <BackMark situation={situation} cite={cite} numbered={numbered} />
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

/** One situation on the picture: sign and word, what to do, who says so in their own words, whom it concerns, where sources differ. */
import type { JSX } from 'preact';
import { adviceFamily } from '../../core/hazard.ts';
import { mayTell } from '../../core/model.ts';
import type { IssuerWord, Situation } from '../../core/situation.ts';
import { at, type Moment } from '../layout.tsx';
import { ExerciseMark } from '../parts/around.tsx';
import { Cites, type Numbered, Quoted, Said, Words } from '../parts/cited.tsx';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Sign } from '../parts/sign.tsx';
import { Tag } from '../parts/words.tsx';
import { IssuerName, Named, NewMark, Office, SituationTitle, TrendMark, UntilText } from '../situation/words.tsx';
import { capital, plural, trustTag } from '../strings/en.ts';
import {
  adviceText,
  disagreementText,
  doNow,
  eventStatus,
  eventText,
  gravityOf,
  insideText,
  noLevel,
  scopeText,
  severityFigure,
  toldText,
  unvouchedOrder,
  unvouchedSentence,
} from '../strings/picture.ts';
import type { SituationRow } from './data.ts';
import type { NumberedSituation } from './refs.tsx';

interface RowProps {
  readonly row: SituationRow & NumberedSituation;
  readonly moment: Moment;
  /** The worst: drawn large, with every issuer. */
  readonly first: boolean;
}

/** Issuers quoted on a row; the rest is counted. */
const voices = { first: 6, other: 2 } as const;

export function Row({ row, moment, first }: RowProps): JSX.Element {
  const { situation, numbered, concerned } = row;
  const path = `/situations/${situation.id}`;
  const gravity = gravityOf(situation);
  return (
    <li>
      <Sign level={gravity.figure} look="live" />
      <div class="body">
        <div class="head">
          <h3>
            <a href={at(path, moment)}>
              <SituationTitle situation={situation} />
            </a>
          </h3>
          <p class="state">
            <b>
              <ExerciseMark />
              {gravity.text}
              {gravity.context ? ' around it' : ''}
            </b>
            <TrendMark situation={situation} />
            <span>
              <UntilText situation={situation} />
            </span>
            <NewMark situation={situation} now={moment.valid} />
            <Vouched situation={situation} />
          </p>
        </div>
        <Do situation={situation} numbered={numbered} />
        <Voices situation={situation} numbered={numbered} most={first ? voices.first : voices.other} />
        <p class="meta">
          <b>{insideText(concerned, situation.place)}</b> {toldText(concerned, situation.family === adviceFamily)}
        </p>
        <Happened situation={situation} numbered={numbered} />
        <Differs situation={situation} numbered={numbered} />
      </div>
    </li>
  );
}

interface Part {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

/** Nobody of this desk vouches for any of it: then nobody was told, and a person has to look. */
function Vouched({ situation }: { readonly situation: Situation }): JSX.Element | null {
  if (situation.issuers.some(({ trust }) => mayTell(trust))) return null;
  const [word] = situation.issuers;
  return <Tag kind="dash">{word === undefined ? 'no issuer heard' : trustTag[word.trust]}</Tag>;
}

/** The strongest instruction, with who gives it; the sentence it stands in is quoted below. */
function Do({ situation, numbered }: Part): JSX.Element | null {
  const { instruction, issuers } = situation;
  const order = unvouchedOrder(situation);
  if (instruction === null)
    return <p class="quiet">{order === null ? 'No instruction stated.' : unvouchedSentence(order)}</p>;
  // A word of a machine format is no sentence, and what is quoted below is not quoted twice.
  const below = issuers.some(
    ({ words }) => words.start === instruction.cite.start && words.report === instruction.cite.report,
  );
  const quoted = !below && instruction.cite.text.includes(' ');
  return (
    <p class="do">
      <ExerciseMark />
      <Said numbered={numbered} cites={[instruction.cite]}>
        {doNow(instruction.value, instruction.immediate, instruction.at)}, says{' '}
        <Named situation={situation} issuer={instruction.issuer} />
        {quoted ? ': ' : '.'}
        {quoted ? <Words cite={instruction.cite} max={200} /> : null}
      </Said>
    </p>
  );
}

function Voices({ situation, numbered, most }: Part & { readonly most: number }): JSX.Element | null {
  const { issuers } = situation;
  if (issuers.length === 0) return null;
  const left = issuers.length - most;
  return (
    <ul class="voices">
      {issuers.slice(0, most).map((word) => (
        <li>
          <Sign level={figureOf(word)} look="live" />
          <span class="who">
            <IssuerName word={word} />
            <small>
              <Office word={word} />
            </small>
            <small>{levelText(word)}</small>
          </span>
          <p>
            <Quoted numbered={numbered} cite={word.words} max={260} />
          </p>
        </li>
      ))}
      {left > 0 ? <li class="more">And {plural(left, 'word', 'words')} more, on its own page.</li> : null}
    </ul>
  );
}

/** The figure an issuer's own word bears: its advice, else its severity. */
export const figureOf = ({ level, severity }: IssuerWord): 0 | 1 | 2 | 3 | 4 =>
  level ?? (severity === null ? 0 : severityFigure(severity.text));

function levelText({ level, scope, severity }: IssuerWord): string {
  if (level !== null) return `${adviceText(level)}${scope === null ? '' : `, ${scopeText[scope]}`}`;
  return severity === null ? noLevel : `Severity ${calm(clipped(severity.text, 20)).toLowerCase()}`;
}

function Happened({ situation, numbered }: Part): JSX.Element | null {
  const told = situation.events.filter(({ status }) => status !== 'threatened').slice(0, 3);
  if (told.length === 0) return null;
  return (
    <ul class="meta events">
      {told.map((event) => (
        <li>
          <Said numbered={numbered} cites={[event.withdrawnBy ?? event.cite]}>
            <Tag kind={event.status === 'happened' ? 'solid' : 'dash'}>{eventStatus[event.status]}</Tag>{' '}
            {calm(clipped(eventText(event), 120))}.
          </Said>
        </li>
      ))}
    </ul>
  );
}

function Differs({ situation, numbered }: Part): JSX.Element | null {
  const { disagreements } = situation;
  if (disagreements.length === 0) return null;
  return (
    <>
      {disagreements.slice(0, 2).map(({ about, sides }) => (
        <p class="meta">
          <b>Sources disagree.</b> {disagreementText[about] ?? `${capital(about)}?`}{' '}
          {sides.map(({ speaker, cite }, n) => (
            <>
              {n > 0 ? '; ' : ''}
              {speaker === null ? 'the text itself' : isolated(speaker, 60)}: <Words cite={cite} max={90} />
              <Cites numbered={numbered} cites={[cite]} />
            </>
          ))}
          .
        </p>
      ))}
    </>
  );
}

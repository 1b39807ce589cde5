/** The head of a situation: what to do with its citations, then level, trend, until when, and your people, each with its reason. */
import type { JSX } from 'preact';
import { adviceFamily } from '../../core/hazard.ts';
import type { Cite, IssuerWord, Situation, SituationInstruction } from '../../core/situation.ts';
import { at, type Moment } from '../layout.tsx';
import { ExerciseMark, H1 } from '../parts/around.tsx';
import { Cites, type Numbered, Quoted, Said, Words, withBeside } from '../parts/cited.tsx';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Sign } from '../parts/sign.tsx';
import { When } from '../parts/words.tsx';
import { count } from '../strings/en.ts';
import {
  adviceText,
  audienceText,
  dayText,
  doNow,
  gravityOf,
  insideText,
  scopeText,
  toldText,
  unvouchedOrder,
  unvouchedSentence,
} from '../strings/picture.ts';
import type { SituationData } from './data.ts';
import { Named, NewMark, SituationTitle, TrendMark, titleCites, UntilText } from './words.tsx';

interface Part {
  readonly data: SituationData;
  readonly numbered: Numbered;
}

export function Mast({ data, numbered, moment }: Part & { readonly moment: Moment }): JSX.Element {
  const { situation } = data;
  return (
    <div class="mast">
      <Sign level={gravityOf(situation).figure} look="live" />
      <div class="txt">
        <H1>
          <SituationTitle situation={situation} max={90} />
          <span class="cites">
            <Cites numbered={numbered} cites={titleCites(situation)} />
          </span>
        </H1>
        <p class="state">
          <State situation={situation} numbered={numbered} />
          <NewMark situation={situation} now={moment.valid} />
        </p>
        <Do situation={situation} numbered={numbered} />
        <p class="state noprint">
          <a href={at(`/situations/${situation.id}/brief`, moment)}>Questions and answers, to print</a>
        </p>
      </div>
    </div>
  );
}

interface OfSituation {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

/** How grave, whether it rises, until when: three words by three voices, each with its own number. */
export function State({ situation, numbered }: OfSituation): JSX.Element {
  const { level, severity, trend, issuers } = situation;
  const { text, context } = gravityOf(situation);
  const isLevel = level !== null && text === adviceText(level.value);
  return (
    <>
      <span>
        <b>
          <ExerciseMark />
          {text}
          {context ? ' around it' : ''}
        </b>
        <Cites numbered={numbered} cites={[isLevel ? level.cite : severity?.cite]} />
      </span>
      <span>
        <TrendMark situation={situation} />
        <Cites numbered={numbered} cites={[trend?.cite]} />
      </span>
      <span>
        <UntilText situation={situation} />
        <Cites numbered={numbered} cites={issuers.map(({ expiresCite }) => expiresCite)} />
      </span>
    </>
  );
}

/** The strongest instruction in the issuer's own sentence, with its condition; then who else says the same. */
function Do({ situation, numbered }: OfSituation): JSX.Element {
  const { instruction, issuers } = situation;
  const order = unvouchedOrder(situation);
  if (instruction === null)
    return (
      <p class="do">
        {order !== null
          ? unvouchedSentence(order)
          : `${issuers.length === 0 ? 'No issuer was heard' : 'No issuer states an instruction that can be ranked'}.`}
      </p>
    );
  const words = sentenceOf(situation, instruction);
  // What else they tell people, and what others do: in their own sentences, since each has its own condition.
  const isSame = (a: Cite, b: Cite): boolean => a.report === b.report && a.start === b.start;
  const more = issuers
    .flatMap(({ issuer, instructions, instructionCites }) =>
      instructions.flatMap((value, n) => {
        const cite = instructionCites[n];
        return cite && !isSame(cite, words) && cite.text.includes(' ') && value !== 'prepare' && value !== 'monitor'
          ? [{ issuer, cite, own: issuer === instruction.issuer }]
          : [];
      }),
    )
    .filter(({ cite }, n, all) => all.findIndex((one) => isSame(one.cite, cite)) === n)
    .sort((a, b) => Number(b.own) - Number(a.own))
    .slice(0, 5);
  return (
    <>
      <Strongest situation={situation} instruction={instruction} numbered={numbered} />
      {[...Map.groupBy(more, ({ issuer }) => issuer)].map(([issuer, sentences]) => (
        <p class="also">
          <Named situation={situation} issuer={issuer} />:
          {sentences.map(({ cite }) => (
            <>
              {' '}
              <Quoted numbered={numbered} cite={cite} max={400} />
            </>
          ))}
        </p>
      ))}
    </>
  );
}

/** One sentence: what to do, where it is said of a part, to whom, and by whom, in the issuer's own words with their condition. */
export function Strongest({
  situation,
  instruction,
  numbered,
}: OfSituation & { readonly instruction: SituationInstruction }): JSX.Element {
  const { value, immediate, at: places, issuer, cite } = instruction;
  const own = speakerOf(situation, instruction);
  const words = sentenceOf(situation, instruction);
  return (
    <p class="do">
      <ExerciseMark />
      <Said numbered={numbered} cites={[cite, words, own?.audienceCite]}>
        {doNow(value, immediate, places)}, says <Named situation={situation} issuer={issuer} />
        {own?.audience ? ` to ${isolated(small(audienceText(own.audience)), 80)}` : ''}
        {words === cite ? ': ' : '. '}
        <Words cite={words} max={320} />
      </Said>
    </p>
  );
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A word of a machine format is no sentence: then the issuer's own sentence stands beside ours. */
const sentenceOf = (situation: Situation, instruction: SituationInstruction): Cite => {
  const { cite } = instruction;
  return cite.text.includes(' ') ? cite : (speakerOf(situation, instruction)?.words ?? cite);
};

/** The word that the instruction stands in: an issuer may warn of two things here. */
function speakerOf({ issuers }: Situation, { issuer, cite }: SituationInstruction): IssuerWord | undefined {
  const own = issuers.filter((one) => one.issuer === issuer);
  return (
    own.find(({ instructionCites }) => instructionCites.includes(cite)) ??
    own.find(({ report }) => report === cite.report) ??
    own[0]
  );
}

export function Facts({ data, numbered }: Part): JSX.Element {
  return (
    <dl class="facts">
      <Level data={data} numbered={numbered} />
      <TrendFact data={data} numbered={numbered} />
      <Until data={data} numbered={numbered} />
      <People data={data} numbered={numbered} />
    </dl>
  );
}

function Level({ data, numbered }: Part): JSX.Element {
  const { level, severity } = data.situation;
  const gravity = gravityOf(data.situation);
  return (
    <div>
      <dt>Level</dt>
      <dd>
        <ExerciseMark />
        {gravity.text}
        {gravity.context ? ' around it' : ''}
        {level === null ? null : (
          <small>
            The highest advice that covers the place is {level.value}, of{' '}
            <Named situation={data.situation} issuer={level.issuer} />, {scopeText[level.scope]}:{' '}
            <Quoted numbered={numbered} cite={level.cite} max={80} />
          </small>
        )}
        {severity === null ? null : (
          <small>
            Severity, says <Named situation={data.situation} issuer={severity.issuer} />:{' '}
            <Quoted numbered={numbered} cite={severity.cite} max={40} />
          </small>
        )}
        {level === null && severity === null ? <small>By nobody who was heard.</small> : null}
        <small>
          <a href="#levels">Who says what</a>
        </small>
      </dd>
    </div>
  );
}

function TrendFact({ data, numbered }: Part): JSX.Element {
  const { trend } = data.situation;
  return (
    <div>
      <dt>Trend</dt>
      <dd>
        <TrendMark situation={data.situation} />
        {trend === null ? (
          <small>None was stated in the last 48 hours.</small>
        ) : (
          <small>
            {trend.speaker === null ? 'The text says' : isolated(trend.speaker, 60)}:{' '}
            <Quoted numbered={numbered} cite={trend.cite} max={90} whole />. Nobody else is taken to say so.
          </small>
        )}
      </dd>
    </div>
  );
}

function Until({ data, numbered }: Part): JSX.Element {
  const { issuers, deadlines } = data.situation;
  const ending = issuers.filter(({ expires }) => expires !== null);
  const speakers = new Set(issuers.map(({ issuer }) => issuer)).size;
  return (
    <div>
      <dt>Until</dt>
      <dd>
        {ending.length === 0 ? (
          'No end stated'
        ) : ending.length === issuers.length ? (
          <When at={Math.max(...ending.map(({ expires }) => expires ?? 0))} />
        ) : (
          'No end stated by all'
        )}
        <small>
          {issuers.length === 0
            ? 'No issuer was heard.'
            : ending.length === 0
              ? speakers === 1
                ? 'Its issuer gives none.'
                : `None of its ${count(speakers)} issuers gives one.`
              : ending.map((one, n) => (
                  <>
                    {n > 0 ? '; ' : ''}
                    <Named situation={data.situation} issuer={one.issuer} />: <When at={one.expires ?? 0} />
                    <Cites numbered={numbered} cites={[one.expiresCite]} />
                  </>
                ))}
        </small>
        {deadlines.slice(0, 1).map((deadline) => (
          <small>
            <a href="#lapses">{calm(clipped(dayText(deadline.value), 40))}</a> ends something else, not the warning.
            <Cites numbered={numbered} cites={withBeside(numbered, deadline.cites.slice(0, 1))} />
          </small>
        ))}
      </dd>
    </div>
  );
}

function People({ data }: Part): JSX.Element {
  const { concerned, situation } = data;
  return (
    <div>
      <dt>
        <ExerciseMark />
        Your people
      </dt>
      <dd>
        {insideText(concerned, situation.place)}
        <small>
          {toldText(concerned, situation.family === adviceFamily)} <a href="#told">Who and why</a>
        </small>
      </dd>
    </div>
  );
}

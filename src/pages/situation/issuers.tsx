/** Who warns, in their own words: one article for each issuer, like beside like, the newest first; unrated ones as tall as rated ones. */
import type { JSX } from 'preact';
import { mayTell } from '../../core/model.ts';
import type { Cite, IssuerWord, Situation } from '../../core/situation.ts';
import { type Instant, parseInstant } from '../../core/time/time.ts';
import { at, type Moment } from '../layout.tsx';
import { ExerciseMark } from '../parts/around.tsx';
import { Cites, isCoded, type Numbered, Quoted, Words } from '../parts/cited.tsx';
import { statesHour } from '../parts/clock-text.ts';
import { calm, clipped, inMarks, isolated } from '../parts/shown-text.ts';
import { Sign } from '../parts/sign.tsx';
import { Tag, When, WhyTrusted } from '../parts/words.tsx';
import { figureOf } from '../picture/row.tsx';
import { capital, doWord, plural, severityText, trustTag } from '../strings/en.ts';
import { adviceText, audienceText, noLevel, scopeText, severityFigure } from '../strings/picture.ts';
import type { SituationData } from './data.ts';
import { noticeOf } from './notice.ts';
import { Stated } from './sources.tsx';
import { BackMark } from './voices.tsx';
import { IssuerName, Office, placeCitesOf, placesText } from './words.tsx';

interface IssuersProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly moment: Moment;
}

export function Issuers({ data, numbered, moment }: IssuersProps): JSX.Element {
  const { issuers } = data.situation;
  // One may warn of two things here, each in a word of its own.
  const speakers = new Set(issuers.map(({ issuer }) => issuer)).size;
  return (
    <section class="sec" id="levels" aria-labelledby="h-l">
      <h2 id="h-l">Who warns, in their own words</h2>
      <p class="lede">
        {issuers.length === 0
          ? 'No issuer was heard; what is known of it is only reported.'
          : `${capital(plural(speakers, 'issuer', 'issuers'))}, the newest word first. A warning to some is shown to all: the danger does not ask for a passport.`}
      </p>
      <div class="warners">
        {issuers.map((word, n) => (
          <Warner
            word={word}
            situation={data.situation}
            n={n}
            numbered={numbered}
            sent={data.alerts.some((view) => view.id === word.alert && view.advice === null)}
            notice={noticeOf(word, data.situation, data)}
            published={data.readings.find((one) => one.report === word.report)?.publishedAt ?? null}
            moment={moment}
          />
        ))}
      </div>
    </section>
  );
}

interface WarnerProps {
  readonly word: IssuerWord;
  readonly n: number;
  readonly numbered: Numbered;
  readonly situation: Situation;
  /** All that its notice says of the danger. */
  readonly notice: readonly Cite[];
  /** It is an alert in CAP, which states when it was sent. */
  readonly sent: boolean;
  /** As its document states the hour; null when it does not. */
  readonly published: Instant | null;
  readonly moment: Moment;
}

function Warner({ word, n, situation, notice, numbered, sent, published, moment }: WarnerProps): JSX.Element {
  return (
    <article class="warner" aria-labelledby={`i-${n}`}>
      <header>
        <Sign level={figureOf(word)} look="live" />
        <div>
          <h3 id={`i-${n}`}>
            <IssuerName word={word} />
          </h3>
          <p>
            <HowRead word={word} numbered={numbered} />
            <br />
            <Office word={word} />
          </p>
        </div>
      </header>
      <div>
        <blockquote class="theirs">
          {quotesOf(word).map((cite) => (
            <p dir="auto">
              <BackMark situation={situation} cite={cite} numbered={numbered} />
              {isCoded(cite) ? <Words cite={cite} max={80} /> : inMarks(cite.text, 600)}
              <Cites numbered={numbered} cites={[cite]} />
            </p>
          ))}
        </blockquote>
        <Further sentences={furtherOf(word, notice, numbered)} situation={situation} numbered={numbered} />
      </div>
      <dl class="pairs">
        <dt>Where</dt>
        <dd>
          {word.places.length === 0
            ? 'No place named'
            : calm(clipped(placesText(word.places, situation.place.country), 400))}
          <Cites numbered={numbered} cites={word.places.length === 0 ? [] : placeCitesOf(word)} />
        </dd>
        <dt>To whom</dt>
        <dd>
          {word.audience === null ? 'Not stated' : isolated(audienceText(word.audience), 90)}
          <Cites numbered={numbered} cites={[word.audienceCite]} />
        </dd>
        <dt>Do</dt>
        <dd>
          {word.instructions.length === 0
            ? 'No instruction stated'
            : word.instructions.map((instruction, i) => (
                <>
                  {i === 0 ? capital(doWord[instruction]) : `, ${doWord[instruction]}`}
                  <Cites numbered={numbered} cites={[word.instructionCites[i]]} />
                </>
              ))}
        </dd>
        <dt>Until</dt>
        <dd>
          {word.expires === null ? 'Not stated' : <When at={word.expires} />}
          <Cites numbered={numbered} cites={[word.expiresCite]} />
        </dd>
        <dt>Issued</dt>
        <dd>
          <Issued word={word} numbered={numbered} sent={sent} published={published} />
        </dd>
        <dt>Known here</dt>
        <dd>
          <When at={word.knownAt} />
        </dd>
      </dl>
      <p class="why">
        {mayTell(word.trust) ? capital(trustTag[word.trust]) : <Tag kind="dash">{trustTag[word.trust]}</Tag>}.{' '}
        <WhyTrusted trust={word.trust} /> <a href={at(`/reports/${word.report}`, moment)}>Its whole text</a>
        {word.alert === null ? null : (
          <>
            . <a href={at(`/alerts/${word.alert}`, moment)}>The alert, and who was told</a>
          </>
        )}
        {word.earlier.length === 0 ? null : (
          <>
            . Took the place of{' '}
            {word.earlier.slice(0, 3).map((id, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <a href={at(`/alerts/${id}`, moment)}>{i === 0 ? 'its earlier word' : 'the one before'}</a>
              </>
            ))}
            .
          </>
        )}
      </p>
    </article>
  );
}

/** As its issuer states it. A time that is written for machines is shown as people read times. */
function Issued({
  word,
  numbered,
  sent,
  published,
}: Pick<WarnerProps, 'word' | 'numbered' | 'sent' | 'published'>): JSX.Element {
  const { issued, issuedAt } = word;
  if (issued === null)
    return sent ? (
      <When at={issuedAt} />
    ) : (
      <>
        Day not stated; came <When at={issuedAt} />
      </>
    );
  const time = published ?? parseInstant(issued.text);
  if (time !== null) return <Stated at={time} issued={issued} numbered={numbered} />;
  return (
    <>
      <Quoted numbered={numbered} cite={issued} max={60} />
      {statesHour(issued.text) ? '' : ', hour not stated'}
    </>
  );
}

/** How its figure was read, with the words it was read from. */
function HowRead({ word, numbered }: { readonly word: IssuerWord; readonly numbered: Numbered }): JSX.Element {
  const { level, levelCite, severity, scope } = word;
  if (level !== null)
    return (
      <>
        <b>
          <ExerciseMark />
          {adviceText(level)}
        </b>
        {scope === null ? '' : ` ${scopeText[scope]}`}
        {levelCite === null ? null : (
          <>
            , read from <Quoted numbered={numbered} cite={levelCite} max={60} />
          </>
        )}
      </>
    );
  if (severity !== null)
    return (
      <>
        <b>
          <ExerciseMark />
          {severityText(severityFigure(severity.text))}
        </b>
        , read from <Quoted numbered={numbered} cite={severity} max={30} />
      </>
    );
  return (
    <>
      <b>
        <ExerciseMark />
        {noLevel}
      </b>{' '}
      in its word
    </>
  );
}

/** The sentence that says most, then those of other instructions, three at most; then the one that names the danger. Each once. */
function quotesOf(word: IssuerWord): Cite[] {
  const once = (cites: readonly Cite[]): Cite[] => [...new Map(cites.map((cite) => [cite.text, cite])).values()];
  // A word of a machine format (`Evacuate`) is no sentence to quote; it stands under “Do”.
  const told = once([word.words, ...word.instructionCites.filter(({ text }) => text.includes(' '))]);
  return once([...told.slice(0, 3), ...(word.danger === null ? [] : [word.danger])]);
}

const furtherShown = 20;

/** What stands in its notice beside the sentences quoted above, in the order of the text. */
const furtherOf = (word: IssuerWord, notice: readonly Cite[], { passages }: Numbered): readonly Cite[] => {
  const quoted = quotesOf(word);
  const isQuoted = (cite: Cite): boolean => quoted.some(({ start, end }) => start <= cite.start && cite.end <= end);
  return notice.filter((cite) => passages.of(cite) !== null && !isQuoted(cite));
};

function Further({
  sentences,
  situation,
  numbered,
}: {
  readonly sentences: readonly Cite[];
  readonly situation: Situation;
  readonly numbered: Numbered;
}): JSX.Element | null {
  const left = sentences.length - furtherShown;
  return sentences.length === 0 ? null : (
    <p class="further">
      It also says:{' '}
      {sentences.slice(0, furtherShown).map((cite) => (
        <>
          <BackMark situation={situation} cite={cite} numbered={numbered} />
          <Quoted numbered={numbered} cite={cite} max={600} />{' '}
        </>
      ))}
      {left > 0 ? `${capital(plural(left, 'sentence more stands', 'sentences more stand'))} in its whole text.` : ''}
    </p>
  );
}

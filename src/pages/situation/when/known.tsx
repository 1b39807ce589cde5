/** What was known when, as a list in words: each word of an issuer, each report, each wave of notices, in the order it came here. */
import type { JSX } from 'preact';
import type { Instant } from '../../../core/time/time.ts';
import { at, type Moment } from '../../layout.tsx';
import { Cites, type Numbered, Words } from '../../parts/cited.tsx';
import { LogTime, Tag, Theirs } from '../../parts/words.tsx';
import { capital, doWord, kindTag, people, plural } from '../../strings/en.ts';
import { adviceText, noLevel } from '../../strings/picture.ts';
import type { SituationData } from '../data.ts';
import { Named } from '../words.tsx';

interface KnownProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly moment: Moment;
}

/** The newest entries shown; older ones are counted. */
const most = 40;

interface Entry {
  readonly at: Instant;
  readonly text: JSX.Element;
}

export function Known({ data, numbered, moment }: KnownProps): JSX.Element {
  const entries = [
    ...ofIssuers(data, numbered),
    ...ofEarlier(data, moment),
    ...ofReports(data, moment),
    ...ofTelling(data),
  ]
    .filter((entry) => entry.at <= moment.valid)
    .sort((a, b) => a.at - b.at);
  const left = entries.length - most;
  return (
    <>
      {left > 0 ? <p class="quiet">{capital(plural(left, 'older entry', 'older entries'))} not shown here.</p> : null}
      <ol class="log wide known">
        {entries.slice(-most).map((entry) => (
          <li>
            <LogTime at={entry.at} near={moment.valid} />
            <p>{entry.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

const ofIssuers = ({ situation }: SituationData, numbered: Numbered): Entry[] =>
  situation.issuers.map((word) => {
    const strongest = word.instructions[0];
    return {
      at: word.knownAt,
      text: (
        <>
          <b>
            <Named situation={situation} issuer={word.issuer} />
          </b>
          : {strongest === undefined ? 'no instruction stated' : doWord[strongest]}.{' '}
          {word.level === null ? (word.severity === null ? `${noLevel}.` : '') : `${adviceText(word.level)}.`}{' '}
          <Words cite={word.words} max={160} />
          <Cites
            numbered={numbered}
            cites={[word.words, strongest ? word.instructionCites[0] : null, word.levelCite]}
          />
        </>
      ),
    };
  });

/** Words that a later one of the same issuer took the place of. */
function ofEarlier({ situation, alerts }: SituationData, moment: Moment): Entry[] {
  const views = new Map(alerts.map((view) => [view.id, view]));
  return situation.issuers.flatMap((word) =>
    word.earlier.flatMap((id): Entry[] => {
      const view = views.get(id);
      if (!view) return [];
      return [
        {
          at: view.recorded.at,
          text: (
            <>
              <b>
                <Named situation={situation} issuer={word.issuer} />
              </b>
              : <a href={at(`/alerts/${id}`, moment)}>an earlier word</a>, whose place was taken since.
            </>
          ),
        },
      ];
    }),
  );
}

function ofReports({ situation, readings, alerts }: SituationData, moment: Moment): Entry[] {
  const warned = new Set(alerts.map(({ report }) => report));
  return readings
    .filter(({ report }) => situation.reports.includes(report) && !warned.has(report))
    .map((reading) => {
      const claims = situation.claims.filter(({ cite }) => cite.report === reading.report).length;
      return {
        at: reading.fetchedAt,
        text: (
          <>
            Read:{' '}
            <a href={at(`/reports/${reading.report}`, moment)}>
              {reading.title === null ? reading.report : <Theirs text={reading.title} max={110} />}
            </a>
            {reading.publisher === null ? null : (
              <>
                , <Theirs text={reading.publisher} max={60} />
              </>
            )}
            {claims > 0 ? `; ${plural(claims, 'statement in it bears', 'statements in it bear')} on this` : ''}.
          </>
        ),
      };
    });
}

/** One entry for each wave of notices: same alert, same kind, same minute. */
function ofTelling({ notices, situation }: SituationData): Entry[] {
  const waves = new Map<
    string,
    { at: Instant; kind: (typeof notices)[number]['kind']; people: Set<string>; alert: string | null }
  >();
  for (const { madeAt, kind, person, alert } of notices) {
    const key = `${alert} ${kind} ${Math.floor(madeAt / 60_000)}`;
    const wave = waves.get(key) ?? { at: madeAt, kind, people: new Set<string>(), alert };
    wave.people.add(person);
    waves.set(key, wave);
  }
  return [...waves.values()].map(({ at: time, kind, people: told, alert }) => {
    const issuer = situation.issuers.find((word) => word.alert === alert);
    return {
      at: time,
      text: (
        <>
          <Tag>{kindTag[kind]}</Tag> {capital(people(told.size))} told
          {issuer === undefined ? null : (
            <>
              {' '}
              of the word of <Named situation={situation} issuer={issuer.issuer} />
            </>
          )}
          . <a href="#told">Who and why</a>
        </>
      ),
    };
  });
}

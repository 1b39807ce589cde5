/** What was known when, as a list in words: each word of an issuer, each report, each wave of notices, in the order it came here. */
import type { JSX } from 'preact';
import type { NoticeKind, NoticeView } from '../../../core/model.ts';
import type { Instant } from '../../../core/time/time.ts';
import { letterOf } from '../../alert/told.tsx';
import { at, type Moment } from '../../layout.tsx';
import { Cites, type Numbered, Words } from '../../parts/cited.tsx';
import { leadOf } from '../../parts/rank.ts';
import { LogTime, Tag, Theirs } from '../../parts/words.tsx';
import { capital, doWord, inOneLetter, kindTag, people, plural } from '../../strings/en.ts';
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
    ...ofTelling(data, moment),
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

/** What went to one person at once: a notice, or the notices of one letter that are about this danger. */
interface Message {
  readonly at: Instant;
  readonly person: string;
  readonly kinds: readonly NoticeKind[];
  /** Sorted. */
  readonly alerts: readonly string[];
  /** In one letter with more than these. */
  readonly isShared: boolean;
}

function messageOf([first, ...others]: readonly [NoticeView, ...NoticeView[]]): Message {
  const all = [first, ...others];
  return {
    at: first.madeAt,
    person: first.person,
    kinds: [...new Set(all.map(({ kind }) => kind))].toSorted(),
    alerts: [...new Set(all.flatMap(({ alert }) => alert ?? []))].toSorted(),
    isShared: letterOf(first) !== null,
  };
}

/** One entry for each wave of messages: of the same alerts, of the same kind, in the same minute. */
function ofTelling(data: SituationData, moment: Moment): Entry[] {
  const messages = [...Map.groupBy(data.notices, (notice) => letterOf(notice) ?? notice.id).values()].map((own) =>
    messageOf(own as [NoticeView, ...NoticeView[]]),
  );
  const waves = Map.groupBy(messages, ({ at: time, kinds, alerts, isShared }) =>
    JSON.stringify([alerts, kinds, isShared, Math.floor(time / 60_000)]),
  );
  return [...waves.values()].flatMap((wave): Entry[] => {
    const [first] = wave;
    if (!first) return [];
    const told = new Set(wave.map(({ person }) => person)).size;
    const { alerts, isShared } = first;
    return [
      {
        at: first.at,
        text: (
          <>
            {first.kinds.map((kind) => (
              <>
                <Tag>{kindTag[kind]}</Tag>{' '}
              </>
            ))}
            {capital(people(told))} told of{' '}
            {alerts.map((alert, n) => (
              <>
                {n === 0 ? '' : n === alerts.length - 1 ? ' and ' : ', '}
                <Subject alert={alert} data={data} moment={moment} />
              </>
            ))}
            {isShared ? `, ${told === 1 ? '' : 'each '}${alerts.length > 1 ? 'in one letter' : inOneLetter(0)}` : ''}.{' '}
            <a href="#told">Who and why</a>
          </>
        ),
      },
    ];
  });
}

/** The alert that a notice is of: by who speaks in it, else by its own words. */
function Subject({
  alert,
  data: { situation, alerts },
  moment,
}: {
  readonly alert: string;
  readonly data: SituationData;
  readonly moment: Moment;
}): JSX.Element {
  const word = situation.issuers.find((one) => one.alert === alert || one.earlier.includes(alert));
  const view = alerts.find(({ id }) => id === alert);
  const info = view && leadOf(view.alert)?.info;
  return (
    <a href={at(`/alerts/${alert}`, moment)}>
      {word !== undefined ? (
        <>
          {word.alert === alert ? 'the word' : 'an earlier word'} of{' '}
          <Named situation={situation} issuer={word.issuer} />
        </>
      ) : info ? (
        <Theirs text={info.headline ?? info.event} language={info.language} max={70} />
      ) : (
        alert
      )}
    </a>
  );
}

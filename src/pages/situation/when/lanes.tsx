/** What was known when: a lane for each issuer, one for what was only reported, one for this desk; below, the same as a list in words. */
import type { JSX } from 'preact';
import type { IssuerWord } from '../../../core/situation.ts';
import { day, type Instant } from '../../../core/time/time.ts';
import type { Moment } from '../../layout.tsx';
import { useExercise } from '../../parts/around.tsx';
import type { Numbered } from '../../parts/cited.tsx';
import { type Wall, wallMark, wallOffset } from '../../parts/clock-text.ts';
import { When } from '../../parts/words.tsx';
import { capital, doWord, plural } from '../../strings/en.ts';
import { severityFigure } from '../../strings/picture.ts';
import type { SituationData } from '../data.ts';
import { IssuerName } from '../words.tsx';
import { type Axis, axisOf, stepText } from './axis.ts';
import { Known } from './known.tsx';

interface LanesProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly moment: Moment;
}

/** A stretch during which one word of an issuer was known here and in force. */
interface Held {
  readonly from: Instant;
  readonly to: Instant;
  readonly figure: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
}

interface Lane {
  readonly word: IssuerWord;
  /** From when its issuer dates it, or sent it, until it was known here. */
  readonly said: readonly [Instant, Instant] | null;
  readonly held: readonly Held[];
}

function lanesOf({ situation, alerts }: SituationData, now: Instant): Lane[] {
  const views = new Map(alerts.map((view) => [view.id, view]));
  return [...situation.issuers]
    .sort((a, b) => a.knownAt - b.knownAt)
    .map((word) => {
      const own = [...word.earlier, word.alert].flatMap((id) => (id === null ? [] : (views.get(id) ?? [])));
      const starts = own.map((view) => view.recorded.at).filter((time) => time < word.knownAt);
      const older = [...new Set(starts)]
        .sort((a, b) => a - b)
        .map(
          (from, n, all): Held => ({
            from,
            to: all[n + 1] ?? word.knownAt,
            figure: 0,
            text: 'earlier word',
          }),
        );
      const last = { from: word.knownAt, to: Math.min(now, word.expires ?? now), ...wordOf(word) };
      const first = older[0]?.from ?? word.knownAt;
      const dated = Math.min(word.issuedAt, first);
      return { word, said: dated < first ? [dated, first] : null, held: [...older, last] };
    });
}

function wordOf({ level, severity, instructions }: IssuerWord): { figure: Held['figure']; text: string } {
  const figure = level ?? (severity === null ? 0 : severityFigure(severity.text));
  const strongest = instructions[0];
  return {
    figure,
    text: `${figure === 0 ? 'no level' : figure}${strongest === undefined ? '' : `: ${doWord[strongest]}`}`,
  };
}

export function Lanes({ data, numbered, moment }: LanesProps): JSX.Element {
  const wall = useExercise();
  const now = moment.valid;
  const lanes = lanesOf(data, now);
  const told = data.notices.map(({ madeAt }) => madeAt).filter((time) => time <= now);
  const reports = reportTimes(data, now);
  const warned = lanes.flatMap(({ said, held }) => [said?.[0] ?? [], held[0]?.from ?? []].flat());
  const axis = axisOf(warned, [...reports, ...told], now, wall === null ? 0 : wallOffset(now, wall));
  const before = reports.filter((time) => time < axis.from).length;
  return (
    <section class="sec" id="when" aria-labelledby="h-w">
      <h2 id="h-w">What was known when</h2>
      <p class="lede">
        {wall === null ? 'Times in UTC.' : `By the clock in ${wall.place}; the list below has UTC beside it.`} Before a
        bar this desk did not know; what comes after now is not known by anybody. Drawn from <When at={axis.from} /> on,
        a line every {stepText(axis.step)}.
        {before === 0
          ? ''
          : ` ${capital(plural(before, 'earlier report stands', 'earlier reports stand'))} in the list only.`}
      </p>
      <div class="lanes">
        {lanes.map((lane) => (
          <LaneRow lane={lane} axis={axis} now={now} />
        ))}
        <PointRow
          name="Reports"
          small="news, statements"
          times={reports.filter((time) => time >= axis.from)}
          axis={axis}
          now={now}
        />
        <PointRow
          name="This desk"
          small="people told"
          times={told.filter((time) => time >= axis.from)}
          axis={axis}
          now={now}
          square
        />
        <div class="axis">
          <span />
          <svg width="100%" height="38" aria-hidden="true">
            {axis.ticks
              .filter((tick) => (tick - axis.from) / (axis.to - axis.from) < 0.9)
              .map((tick, n, all) => (
                <Mark at={tick} before={all[n - 1]} axis={axis} wall={wall} />
              ))}
          </svg>
        </div>
      </div>
      <p class="key">
        <span>
          <i class="k1" />
          dated or sent by its issuer, not yet known here
        </span>
        <span>
          <i class="k2" />
          known here, in force
        </span>
        <span>
          <i class="k4" />
          in force, no level stated
        </span>
        <span>
          <i class="k3" />
          after the moment of this page
        </span>
      </p>
      <Travel data={data} moment={moment} />
      <Known data={data} numbered={numbered} moment={moment} />
    </section>
  );
}

interface MarkProps {
  readonly at: Instant;
  /** The line before it. */
  readonly before: Instant | undefined;
  readonly axis: Axis;
  readonly wall: Wall | null;
}

/** The hour, and below it the day where it is another than at the line before, so that it can be read on a phone. */
function Mark({ at: time, before, axis, wall }: MarkProps): JSX.Element {
  const [date, clock] = wallMark(time, wall).split(', ');
  const isSameDay = before !== undefined && wallMark(before, wall).split(', ')[0] === date;
  const lines = axis.step >= day ? [date] : isSameDay ? [clock] : [clock, date];
  return (
    <>
      {lines.map((line, n) => (
        <text x={axis.share(time)} y={15 + n * 16} dx="3">
          {line}
        </text>
      ))}
    </>
  );
}

const reportTimes = ({ situation, readings, alerts }: SituationData, now: Instant): Instant[] => {
  const warned = new Set(alerts.map(({ report }) => report));
  const own = new Set(situation.reports);
  return readings
    .filter(({ report, fetchedAt }) => own.has(report) && !warned.has(report) && fetchedAt <= now)
    .map(({ fetchedAt }) => fetchedAt);
};

interface RowProps {
  readonly axis: Axis;
  readonly now: Instant;
}

function LaneRow({ lane, axis, now }: RowProps & { readonly lane: Lane }): JSX.Element {
  const wide = (from: Instant, to: Instant): string => `${(((to - from) / (axis.to - axis.from)) * 100).toFixed(2)}%`;
  return (
    <div class="lane">
      <div>
        <IssuerName word={lane.word} />
      </div>
      <svg class="track" width="100%" height="44" aria-hidden="true">
        <Ground axis={axis} now={now} />
        {lane.said === null ? null : (
          <line class="said" x1={axis.share(lane.said[0])} x2={axis.share(lane.said[1])} y1="22" y2="22" />
        )}
        {lane.held.map(({ from, to, figure, text }) => (
          <svg x={axis.share(from)} y="9" width={wide(from, to)} height="26" aria-hidden="true">
            <rect class={`held h${figure}`} width="100%" height="26" />
            <text class={`h${figure}`} x="7" y="18">
              {text}
            </text>
          </svg>
        ))}
      </svg>
    </div>
  );
}

interface PointRowProps extends RowProps {
  readonly name: string;
  readonly small: string;
  readonly times: readonly Instant[];
  readonly square?: boolean;
}

function PointRow({ name, small, times, square = false, axis, now }: PointRowProps): JSX.Element {
  const shares = [...new Set(times.map(axis.share))];
  return (
    <div class="lane">
      <div>
        {name} <small>{small}</small>
      </div>
      <svg class="track" width="100%" height="44" aria-hidden="true">
        <Ground axis={axis} now={now} />
        {shares.map((x) =>
          square ? (
            <svg x={x} y="22" overflow="visible" aria-hidden="true">
              <path class="pt" d="M-7 0 0-7 7 0 0 7Z" />
            </svg>
          ) : (
            <circle class="pt" cx={x} cy="22" r="6" />
          ),
        )}
      </svg>
    </div>
  );
}

/** Lines for the ticks, and hatching over what comes after now. */
function Ground({ axis, now }: RowProps): JSX.Element {
  return (
    <>
      {axis.ticks.map((tick) => (
        <line class="tick" x1={axis.share(tick)} x2={axis.share(tick)} y1="0" y2="44" />
      ))}
      <rect class="coming" x={axis.share(now)} width="100%" height="44" fill="url(#later)" />
      <line class="here" x1={axis.share(now)} x2={axis.share(now)} y1="0" y2="44" />
    </>
  );
}

/** A plain form to any other time; in a replay the strip on top of the page has one already. */
function Travel({ data, moment }: { readonly data: SituationData; readonly moment: Moment }): JSX.Element | null {
  if (useExercise() !== null) return null;
  return (
    <form class="ask noprint" method="get" action={`/situations/${data.situation.id}`}>
      <label for="when-at">This page as it stood, and as it was known, at (UTC)</label>
      <div class="row">
        <input id="when-at" name="at" type="text" autocomplete="off" required value={`${isoMinute(moment.valid)}Z`} />
        <button class="btn" type="submit">
          Show
        </button>
      </div>
    </form>
  );
}
const isoMinute = (time: Instant): string => new Date(time).toISOString().slice(0, 16);

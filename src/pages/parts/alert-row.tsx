/** One warning on a list: sign and word, what it is in its issuer's words, what to do, where, until when, who says so, who was told. */
import type { JSX } from 'preact';
import type { CapAlert, CapInfo } from '../../core/cap/model.ts';
import type { AlertView } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { at, type Moment } from '../layout.tsx';
import { capital, doWord, notRealWord, people, stateTag, trustTag } from '../strings/en.ts';
import { figureOfAlert } from '../strings/picture.ts';
import { ExerciseMark } from './around.tsx';
import { gapText } from './clock-text.ts';
import { isConfirmed, type Lead, leadOf } from './rank.ts';
import { Sign, type SignLook } from './sign.tsx';
import { Stated, Tag, Theirs } from './words.tsx';

export const lookOf = (view: AlertView): SignLook =>
  view.state === 'in-force' ? 'live' : view.state === 'not-actual' ? 'not-real' : 'ended';

interface RowProps {
  readonly view: AlertView;
  readonly told: number;
  readonly moment: Moment;
}

export function AlertRow({ view, told, moment }: RowProps): JSX.Element {
  const lead = leadOf(view.alert);
  const info = lead?.info;
  const language = info?.language ?? null;
  return (
    <li>
      <Sign level={figureOfAlert(view).figure} look={lookOf(view)} />
      <div class="body">
        <div class="head">
          <h3>
            <a href={at(`/alerts/${view.id}`, moment)}>
              <Theirs text={info?.headline ?? info?.event ?? view.alert.identifier} language={language} max={140} />
            </a>
          </h3>
          <p class="state">
            <b>
              <ExerciseMark />
              {figureOfAlert(view).text}
            </b>
            <Until lead={lead} now={moment.valid} />
            <Marks view={view} />
          </p>
        </div>
        {info && lead ? <Do lead={lead} live={view.state === 'in-force'} /> : null}
        <p class="meta">
          {info?.areas[0] ? (
            <>
              <Theirs text={info.areas[0].areaDesc} language={language} max={110} />
              {info.areas.length > 1 ? ` and ${info.areas.length - 1} more` : ''}.{' '}
            </>
          ) : (
            <>
              Where: <AreaName alert={view.alert} info={info} max={110} />.{' '}
            </>
          )}
          Says <Theirs text={info?.senderName ?? view.alert.sender} language={language} max={70} />.{' '}
          <b>{told === 0 ? 'None of your people told.' : `${capital(people(told))} of yours told.`}</b>
        </p>
      </div>
    </li>
  );
}

/** Our word for the instruction, then theirs; of an ended warning only theirs, and not as something to do. */
function Do({ lead, live }: { readonly lead: Lead; readonly live: boolean }): JSX.Element | null {
  const words = lead.info.instruction;
  if (!live)
    return words === null ? null : (
      <p class="was">
        <Theirs text={words} language={lead.info.language} max={110} />
      </p>
    );
  return (
    <p class="do">
      <ExerciseMark />
      {capital(doWord[lead.instruction ?? 'none'])}
      {words === null ? (
        '.'
      ) : (
        <>
          : <Theirs text={words} language={lead.info.language} max={200} />
        </>
      )}
    </p>
  );
}

export function Until({ lead, now }: { readonly lead: Lead | null; readonly now: Instant }): JSX.Element {
  const expires = lead?.info.expires ?? null;
  if (expires === null) return <span>No end stated</span>;
  const gap = expires.at === null ? '' : `, ${gapText(expires.at, now)}`;
  return (
    <span>
      Until <Stated stamp={expires} />
      {gap}
    </span>
  );
}

/** State and trust in one word each: solid where something holds, dashed where something is missing. */
export function Marks({ view }: { readonly view: AlertView }): JSX.Element {
  const claimed = view.claimedEndedBy.length > 0;
  return (
    <>
      {view.state === 'not-actual' ? (
        <Tag kind="solid">{notRealWord(view.alert.status)}, not real</Tag>
      ) : view.state === 'in-force' ? null : (
        <Tag kind="dash">{stateTag[view.state]}</Tag>
      )}
      <Tag kind={isConfirmed(view) ? '' : 'dash'}>{trustTag[view.trust]}</Tag>
      {claimed && view.state === 'in-force' ? <Tag kind="dash">end claimed, not confirmed</Tag> : null}
    </>
  );
}

interface AreaNameProps {
  readonly alert: CapAlert;
  readonly info: CapInfo | undefined;
  /** Characters. */
  readonly max: number;
}

/** By the info that leads, and never as if nothing were named when another info names something: `area Hill road`, `no area named`, `an area named for a part of it only: Hill road`. */
export function AreaName({ alert, info, max }: AreaNameProps): JSX.Element {
  const other = alert.infos.find(({ areas }) => areas.length > 0);
  const by = info !== undefined && info.areas.length > 0 ? info : other;
  const area = by?.areas[0]?.areaDesc;
  if (area === undefined) return <>no area named</>;
  return (
    <>
      {by === info ? 'area ' : 'an area named for a part of it only: '}
      <Theirs text={area} language={by?.language ?? null} max={max} />
    </>
  );
}

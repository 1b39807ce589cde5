/** What ended an alert, or claims to; and of which others it speaks itself. */
import type { JSX } from 'preact';
import type { CapAlert, Reference } from '../../core/cap/model.ts';
import type { AlertView } from '../../core/model.ts';
import { parseInstant } from '../../core/time/time.ts';
import { at, type Moment } from '../layout.tsx';
import { leadOf } from '../parts/rank.ts';
import { Cite, type Source, Theirs } from '../parts/words.tsx';
import { capital } from '../strings/en.ts';

interface EndingProps {
  readonly view: AlertView;
  /** Alerts it may refer to; those it does are linked. */
  readonly known: readonly AlertView[];
  readonly moment: Moment;
  readonly source: Source;
}

/** What ended it, or claims to; what it is when it never was a warning. */
export function Ending({ view, known, moment, source }: EndingProps): JSX.Element | null {
  const { state, endedBy } = view;
  const speaks = /^(Update|Cancel)$/.test(view.alert.msgType) && view.alert.references.length > 0;
  const by = endedBy === null ? null : <a href={at(`/alerts/${endedBy}`, moment)}>What ended it</a>;
  const claims = view.claimedEndedBy;
  const sentence =
    state === 'expired' ? (
      <>
        <b>This warning has expired.</b> Its issuer set that time. Nobody is told of it any more.
      </>
    ) : state === 'cancelled' ? (
      <>
        <b>Withdrawn by its issuer.</b> Whoever was told of it is told so. {by}.
      </>
    ) : state === 'superseded' ? (
      <>
        <b>A later revision took its place.</b> {by}.
      </>
    ) : state === 'not-a-warning' ? (
      <>
        <b>Not a warning by itself.</b> Its type is <Theirs text={view.alert.msgType} max={30} />
        <Cite source={source} path="msgType" />: it speaks of another one.
      </>
    ) : state === 'not-actual' ? (
      <>
        <b>Not real.</b> Its status is <Theirs text={view.alert.status} max={30} />
        <Cite source={source} path="status" />. Nobody is told of it.
      </>
    ) : null;
  if (sentence === null && claims.length === 0 && !speaks) return null;
  return (
    <div class="state-box">
      {sentence === null ? null : <p>{sentence}</p>}
      {claims.length === 0 ? null : (
        <p>
          <b>
            {claims.length === 1 ? 'A document claims' : `${capital(String(claims.length))} documents claim`} to end or
            replace it.
          </b>{' '}
          Nobody has confirmed that, so it has no effect:{' '}
          {claims.map((id, n) => (
            <>
              {n > 0 ? ', ' : ''}
              <a href={at(`/alerts/${id}`, moment)}>{id}</a>
            </>
          ))}
          .
        </p>
      )}
      {speaks ? <SpeaksOf alert={view.alert} known={known} moment={moment} source={source} /> : null}
    </div>
  );
}

/** The others stand with their whole triplet at the foot of the page. */
const referencesShown = 5;

interface SpeaksProps {
  readonly alert: CapAlert;
  readonly known: readonly AlertView[];
  readonly moment: Moment;
  readonly source: Source;
}

function SpeaksOf({ alert, known, moment, source }: SpeaksProps): JSX.Element {
  const more = alert.references.length - referencesShown;
  return (
    <p>
      It says that it {alert.msgType === 'Cancel' ? 'cancels' : 'updates'}{' '}
      {alert.references.slice(0, referencesShown).map((reference, n) => {
        const view = known.find((one) => isNamed(one.alert, reference));
        return (
          <>
            {n > 0 ? '; ' : ''}
            {view === undefined ? (
              <Theirs text={reference.identifier} max={80} />
            ) : (
              <a href={at(`/alerts/${view.id}`, moment)}>
                <AlertName view={view} />
              </a>
            )}
            , from <Theirs text={reference.sender} max={80} />
          </>
        );
      })}
      {more > 0 ? `; and ${more} more` : ''}
      <Cite source={source} path="references" />.
    </p>
  );
}

const isNamed = (alert: CapAlert, { sender, identifier, sent }: Reference): boolean =>
  alert.sender === sender &&
  alert.identifier === identifier &&
  (alert.sent.text === sent || (alert.sent.at !== null && alert.sent.at === parseInstant(sent)));

/** An alert in its issuer's words, as a link to it. */
export function AlertName({ view }: { readonly view: AlertView }): JSX.Element {
  const info = leadOf(view.alert)?.info;
  return (
    <Theirs text={info?.headline ?? info?.event ?? view.alert.identifier} language={info?.language ?? null} max={140} />
  );
}

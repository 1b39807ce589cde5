/** Before a person puts their name to a warning: what confirming it would do, counted, and which warnings it would end. */
import type { JSX } from 'preact';
import type { AlertView, Rehearsal } from '../../core/model.ts';
import { AreaName } from '../parts/alert-row.tsx';
import { type Lead, leadOf } from '../parts/rank.ts';
import { Theirs } from '../parts/words.tsx';
import { capital, confirmDoes, count, people, plural, wouldHear } from '../strings/en.ts';
import { reasonText } from '../strings/reasons.ts';
import { AlertName } from './ending.tsx';

interface ConfirmProps {
  readonly view: AlertView;
  readonly lead: Lead | null;
  /** null when it is too much to count. */
  readonly rehearsal: Rehearsal | null;
  readonly operator: string | null;
}

const kinds = ['alert', 'update', 'left', 'cancel'] as const;

export function ConfirmBox({ view, lead, rehearsal, operator }: ConfirmProps): JSX.Element {
  return (
    <section class="state-box" aria-labelledby="h-c">
      <h2 id="h-c" class="small-h">
        Not confirmed: nobody is told
      </h2>
      <p>
        Status <Theirs text={view.alert.status} max={30} />, type <Theirs text={view.alert.msgType} max={30} />,{' '}
        <AreaName alert={view.alert} info={lead?.info} max={80} />.
      </p>
      {rehearsal === null && operator === null ? (
        <p>Whom confirming it would tell, and which warnings it would end, is counted for an operator who signs in.</p>
      ) : rehearsal === null ? (
        <p>
          <b>What confirming it would do can’t be counted here:</b> there are too many people and points to compare.
          Confirming it may tell people, and may end the warnings it refers to.
        </p>
      ) : (
        <>
          <Words rehearsal={rehearsal} />
          {rehearsal.ends.length === 0 ? null : <Ends view={view} ends={rehearsal.ends} />}
        </>
      )}
      {operator === null ? (
        <p>
          An operator can confirm it: <a href={`/sign-in?next=/alerts/${view.id}`}>sign in</a>, or run{' '}
          <code>tocsin confirm {view.id}</code>.
        </p>
      ) : (
        <form method="post" action={`/alerts/${view.id}/confirm`} class="btns">
          <button class="btn main" type="submit">
            Confirm as {operator}
            {rehearsal === null ? '' : `: ${confirmDoes(toldBy(rehearsal), rehearsal.ends.length)}`}
          </button>
        </form>
      )}
    </section>
  );
}

const toldBy = ({ words }: Rehearsal): number => kinds.reduce((sum, kind) => sum + words[kind], 0);

function Words({ rehearsal }: { readonly rehearsal: Rehearsal }): JSX.Element {
  const { words, held } = rehearsal;
  if (toldBy(rehearsal) === 0)
    return (
      <p>
        Confirming it would tell <b>nobody</b> at this moment.{held[0] === undefined ? '' : ` ${reasonText(held[0])}`}
      </p>
    );
  return (
    <p>
      If it is confirmed at this moment,{' '}
      {kinds
        .filter((kind) => words[kind] > 0)
        .map((kind, n) => (
          <>
            {n > 0 ? '; ' : ''}
            <b>{people(words[kind])}</b> {wouldHear[kind]}
          </>
        ))}
      .
    </p>
  );
}

interface EndsProps {
  readonly view: AlertView;
  readonly ends: readonly AlertView[];
}

/** Shown by name, the rest counted. */
const endsShown = 20;

function Ends({ view, ends }: EndsProps): JSX.Element {
  const own = view.alert.sender;
  const others = [...new Set(ends.map((one) => one.alert.sender))].filter((sender) => sender !== own);
  const more = ends.length - endsShown;
  return (
    <>
      <p>
        It would end <b>{plural(ends.length, 'warning', 'warnings')} in force</b>:
      </p>
      <ul class="ends">
        {ends.slice(0, endsShown).map((one) => (
          <Ended view={one} />
        ))}
        {more > 0 ? <li>{capital(count(more))} more.</li> : null}
      </ul>
      {others.length === 0 ? null : (
        <p>
          <b>
            It comes from <Theirs text={own} max={80} />, {ends.length === 1 ? 'the warning' : 'warnings'} it would end
            from{' '}
            {others.slice(0, endsShown).map((sender, n) => (
              <>
                {n > 0 ? ', ' : ''}
                <Theirs text={sender} max={80} />
              </>
            ))}
            .
          </b>
        </p>
      )}
    </>
  );
}

function Ended({ view }: { readonly view: AlertView }): JSX.Element {
  return (
    <li>
      <a href={`/alerts/${view.id}`}>
        <AlertName view={view} />
      </a>
      , <AreaName alert={view.alert} info={leadOf(view.alert)?.info} max={110} />, from{' '}
      <Theirs text={view.alert.sender} max={80} />.
    </li>
  );
}

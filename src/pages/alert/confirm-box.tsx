/** Before a person puts their name to a warning: what confirming it would do, counted. */
import type { JSX } from 'preact';
import type { AlertView, Match } from '../../core/model.ts';
import type { Lead } from '../parts/rank.ts';
import { Theirs } from '../parts/words.tsx';
import { people } from '../strings/en.ts';
import { reasonText } from '../strings/reasons.ts';

interface ConfirmProps {
  readonly view: AlertView;
  readonly lead: Lead | null;
  readonly ifConfirmed: readonly Match[];
  readonly operator: string | null;
}

export function ConfirmBox({ view, lead, ifConfirmed, operator }: ConfirmProps): JSX.Element {
  const reached = ifConfirmed.filter((match) => match.tell).length;
  const held = ifConfirmed.find((match) => match.show && !match.tell)?.why.find((reason) => reason.code !== 'inside');
  const area = lead?.info.areas[0]?.areaDesc;
  return (
    <section class="state-box" aria-labelledby="h-c">
      <h2 id="h-c" class="small-h">
        Not confirmed: nobody is told
      </h2>
      <p>
        Status <Theirs text={view.alert.status} max={30} />
        {area === undefined ? (
          ', no area named'
        ) : (
          <>
            , area <Theirs text={area} language={lead?.info.language ?? null} max={80} />
          </>
        )}
        . Confirming it would tell <b>{reached === 0 ? 'nobody' : people(reached)}</b> at this moment
        {held === undefined ? '.' : `: ${reasonText(held)}`}
      </p>
      {operator === null ? (
        <p>
          An operator can confirm it: <a href={`/sign-in?next=/alerts/${view.id}`}>sign in</a>, or run{' '}
          <code>tocsin confirm {view.id}</code>.
        </p>
      ) : (
        <form method="post" action={`/alerts/${view.id}/confirm`} class="btns">
          <button class="btn main" type="submit">
            Confirm as {operator}: tell {reached === 0 ? 'nobody' : people(reached)}
          </button>
        </form>
      )}
    </section>
  );
}

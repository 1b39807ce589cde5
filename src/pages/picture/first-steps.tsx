/** What stands where no warning does: whether anybody was heard, and what somebody does on a desk that heard nobody. */
import type { ComponentChildren, JSX } from 'preact';
import { type emptyText, emptyTexts } from '../strings/en.ts';

interface NothingProps {
  readonly text: ReturnType<typeof emptyText>;
  readonly children?: ComponentChildren;
}

export function Nothing({ text, children }: NothingProps): JSX.Element {
  return (
    <div class="state-box">
      <p>
        <b>{text.first}</b> {text.next}
      </p>
      {children}
      {text === emptyTexts.firstDay || text === emptyTexts.unknown ? <FirstSteps /> : null}
    </div>
  );
}

function FirstSteps(): JSX.Element {
  return (
    <dl class="pairs wide">
      <dt>A warning</dt>
      <dd>
        <code>POST /api/v1/reports?source=cap-file</code> with the file as the body
      </dd>
      <dt>People</dt>
      <dd>
        <code>./run watch import list.csv</code>
      </dd>
      <dt>Yourself</dt>
      <dd>
        <code>./run token add NAME</code>, then <a href="/sign-in">sign in</a>
      </dd>
    </dl>
  );
}

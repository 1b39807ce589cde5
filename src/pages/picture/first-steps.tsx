/** What somebody does on a desk on which nothing has happened yet. */
import type { JSX } from 'preact';

export function FirstSteps(): JSX.Element {
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

/** Where an alert comes from: its document, and how its issuer names it. */
import type { JSX } from 'preact';
import { Cite, type Source, Stated, Theirs, Unknown, When } from '../parts/words.tsx';
import type { AlertData } from './data.ts';

export function Identity({ data, source }: { readonly data: AlertData; readonly source: Source }): JSX.Element {
  const { view, report } = data;
  const { alert } = view;
  const optional = [
    ['Scope', 'scope', alert.scope],
    ['Restriction', 'restriction', alert.restriction],
    ['Source', 'source', alert.source],
    ['Note', 'note', alert.note],
    ['Incidents', 'incidents', alert.incidents],
  ] as const;
  return (
    <section class="sec" aria-labelledby="h-i">
      <h2 id="h-i">Where this comes from</h2>
      <dl class="pairs wide">
        <dt>Document</dt>
        <dd>
          <a href={source.page}>{view.report}</a>, known here since <When at={view.recorded.at} />
          {report === null ? null : (
            <>
              , through {report.source}
              {report.by === null ? null : <>, handed in by {report.by}</>}
            </>
          )}
        </dd>
        <dt>Identifier</dt>
        <dd>
          <Theirs text={alert.identifier} />
          <Cite source={source} path="identifier" />
        </dd>
        <dt>Sender</dt>
        <dd>
          <Theirs text={alert.sender} />
          <Cite source={source} path="sender" />
        </dd>
        <dt>Sent</dt>
        <dd>
          <Stated stamp={alert.sent} />
          <Cite source={source} path="sent" />
        </dd>
        <dt>Status, type</dt>
        <dd>
          <Theirs text={alert.status} />
          <Cite source={source} path="status" /> <Theirs text={alert.msgType} />
          <Cite source={source} path="msgType" />
        </dd>
        {optional.map(([name, path, text]) =>
          text === null || text === '' ? null : (
            <>
              <dt>{name}</dt>
              <dd>
                <Theirs text={text} />
                <Cite source={source} path={path} />
              </dd>
            </>
          ),
        )}
        {alert.references.length === 0 ? null : (
          <>
            <dt>Refers to</dt>
            <dd>
              {alert.references.map((one) => (
                <p>
                  <Theirs text={`${one.identifier}, sent ${one.sent}`} />
                </p>
              ))}
              <Cite source={source} path="references" />
            </dd>
          </>
        )}
      </dl>
      {alert.sent.at === null ? <Unknown>When it was sent. What stands there can’t be read as a time.</Unknown> : null}
    </section>
  );
}

/** Where an alert comes from: its document, and how its issuer names it. */
import type { JSX } from 'preact';
import { Cite, type Source, Stands, Stated, Theirs, Unknown, When } from '../parts/words.tsx';
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
          <Stands source={source} path="identifier" text={alert.identifier} />
        </dd>
        <dt>Sender</dt>
        <dd>
          <Stands source={source} path="sender" text={alert.sender} />
        </dd>
        <dt>Sent</dt>
        <dd>
          <Stated stamp={alert.sent} />
          <Cite source={source} path="sent" />
        </dd>
        <dt>Status, type</dt>
        <dd>
          <Stands source={source} path="status" text={alert.status} />{' '}
          <Stands source={source} path="msgType" text={alert.msgType} />
        </dd>
        {optional.map(([name, path, text]) =>
          text === null || text === '' ? null : (
            <>
              <dt>{name}</dt>
              <dd>
                <Stands source={source} path={path} text={text} />
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
      {source.words === null ? null : (
        <p class="note">
          What stands here without quotation marks is this desk’s own: a notice in prose states no identifier, status or
          type.
        </p>
      )}
      {alert.sent.at === null ? <Unknown>When it was sent. What stands there can’t be read as a time.</Unknown> : null}
    </section>
  );
}

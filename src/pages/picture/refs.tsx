/** For paper: what the numbers on the picture lead to. Each situation counts its documents for itself, so each has a list of its own. */
import type { JSX } from 'preact';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { type Numbered, Words } from '../parts/cited.tsx';
import { leadOf } from '../parts/rank.ts';
import { Theirs, When } from '../parts/words.tsx';
import { SituationTitle } from '../situation/words.tsx';
import { type Name, NameOf, nameOf, publisherOf } from './heard.tsx';

export interface NumberedSituation {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

interface RefsProps {
  readonly of: readonly NumberedSituation[];
  readonly readings: readonly ReadingView[];
  readonly alerts: readonly AlertView[];
}

/** Stands last on the page: only then is it known which numbers stand on it. */
export function Refs({ of, readings, alerts }: RefsProps): JSX.Element {
  return (
    <section class="refs onpaper" aria-labelledby="h-refs">
      <h2 id="h-refs">What the numbers lead to</h2>
      <p>A number is a document, a letter a passage in it. Each situation numbers its own documents.</p>
      {of.map((one) => (
        <Documents one={one} readings={readings} alerts={alerts} />
      ))}
    </section>
  );
}

function Documents({
  one: { situation, numbered },
  readings,
  alerts,
}: Pick<RefsProps, 'readings' | 'alerts'> & { readonly one: NumberedSituation }): JSX.Element | null {
  const cited = numbered.passages.origins.flatMap(({ report, number, passages }) => {
    const own = passages.filter(({ label }) => numbered.used?.has(label));
    return own.length === 0 ? [] : [{ report, number, passages: own }];
  });
  if (cited.length === 0) return null;
  return (
    <>
      <h3 class="small-h">
        <SituationTitle situation={situation} max={90} />
      </h3>
      <ol class="plain">
        {cited.map(({ report, number, passages }) => (
          <li>
            <b>{number}</b>{' '}
            <Document
              report={report}
              reading={readings.find((reading) => reading.report === report)}
              view={alerts.find((view) => view.report === report && situation.alerts.includes(view.id))}
            />{' '}
            {passages.map(({ label, cite }) => (
              <>
                <b>{label}</b> <Words cite={cite} max={200} />{' '}
              </>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

interface DocumentProps {
  readonly report: string;
  readonly reading: ReadingView | undefined;
  /** Its warning of this danger, when it is one: a document may hold several. */
  readonly view: AlertView | undefined;
}

function Document({ report, reading, view }: DocumentProps): JSX.Element {
  const lead = view && leadOf(view.alert)?.info;
  const name: Name | null = view ? nameOf(view) : reading ? publisherOf(reading) : null;
  const title = lead?.headline ?? lead?.event ?? reading?.title ?? null;
  const came = reading?.fetchedAt ?? view?.recorded.at;
  return (
    <>
      {name === null ? null : (
        <>
          <NameOf name={name} max={60} />.{' '}
        </>
      )}
      {title === null ? `Document ${report}` : <Theirs text={title} max={110} />}
      {came === undefined ? null : (
        <>
          , came <When at={came} />
        </>
      )}
      :
    </>
  );
}

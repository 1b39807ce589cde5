/** What the desk itself was told to look at: one of a kind in full, those like it folded beneath, all of them on a page of their own. */
import type { JSX } from 'preact';
import type { AlertView, Notice } from '../../core/model.ts';
import { at, type Dated, type Moment, page } from '../layout.tsx';
import { H1 } from '../parts/around.tsx';
import { leadOf } from '../parts/rank.ts';
import { calm } from '../parts/shown-text.ts';
import { LogTime, Tag, Theirs, When } from '../parts/words.tsx';
import { capital, count, plural } from '../strings/en.ts';
import { dangerOf } from '../strings/situations.ts';

/** So many of the newest are looked at where they are grouped. */
export const mostWakes = 200;

/** Others' words within a sentence of ours, in the marks that decide/ puts around them; the last may have been cut. */
const quotation = /\u2068?(?:“([^“”]*)(?:”|$)|«([^«»]*)(?:»|$))\u2069?/g;

/** However many are named in a row, each with a remark of ours. */
const named = /“”(?: \([^)]*\))?(?:(?:,| and) “”(?: \([^)]*\))?)*/g;

/** The sentence without what is others’ and without figures: what is left says of which kind it is. */
const kindOf = ({ sentence }: Notice): string =>
  (sentence ?? '').replace(quotation, '“”').replace(named, '“”').replace(/\d+/g, '0');

/** Wakes that say the same of different things, newest first. */
interface Kind {
  readonly newest: Notice;
  readonly older: readonly Notice[];
}

/** What is urgent first, then what woke the desk last. */
export function kindsOf(wakes: readonly Notice[]): Kind[] {
  const byKind = Map.groupBy(wakes, kindOf);
  return [...byKind.values()]
    .flatMap(([newest, ...older]) => (newest === undefined ? [] : [{ newest, older }]))
    .sort((a, b) => Number(b.newest.urgent) - Number(a.newest.urgent) || b.newest.madeAt - a.newest.madeAt);
}

interface WakesProps {
  /** Newest first; as many as `mostWakes`. */
  readonly wakes: readonly Notice[];
  readonly alerts: readonly AlertView[];
  readonly moment: Moment;
}

export function Wakes({ wakes, alerts, moment }: WakesProps): JSX.Element {
  const kinds = kindsOf(wakes);
  return (
    <section aria-labelledby="h-w">
      <h2 id="h-w">What needs a person</h2>
      {wakes.length === 0 ? (
        <p class="quiet">Nothing has woken the desk.</p>
      ) : (
        <>
          <ol class="log one">
            {kinds.map(({ newest, older }) => (
              <li>
                <Sentence wake={newest} alerts={alerts} moment={moment} />
                <Older older={older} alerts={alerts} moment={moment} />
              </li>
            ))}
          </ol>
          <p>
            <a class="far" href={at('/notices/desk', moment)}>
              {wakes.length < mostWakes ? `${capital(plural(wakes.length, 'notice', 'notices'))}` : 'All notices'} to
              the desk, one by one
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function Older({
  older,
  alerts,
  moment,
}: {
  readonly older: readonly Notice[];
  readonly alerts: readonly AlertView[];
  readonly moment: Moment;
}): JSX.Element | null {
  const oldest = older.at(-1);
  if (oldest === undefined) return null;
  return (
    <details>
      <summary>
        {capital(count(older.length))} more of this kind, since <When at={oldest.madeAt} near={moment.valid} />
      </summary>
      <ol>
        {older.map((wake) => (
          <li>
            <Sentence wake={wake} alerts={alerts} moment={moment} />
          </li>
        ))}
      </ol>
    </details>
  );
}

interface SentenceProps {
  readonly wake: Notice;
  readonly alerts: readonly AlertView[];
  readonly moment: Moment;
}

function Sentence({ wake, alerts, moment }: SentenceProps): JSX.Element {
  return (
    <p>
      <LogTime at={wake.madeAt} near={moment.valid} /> <Tag kind="dash">wake</Tag>{' '}
      <InTwoVoices sentence={wake.sentence ?? ''} />{' '}
      {wake.alert === null ? null : <ToAlert id={wake.alert} alerts={alerts} moment={moment} />}
    </p>
  );
}

/** A sentence of ours with others' words in it: these in serif, within the quotation marks that it has. */
export function InTwoVoices({ sentence }: { readonly sentence: string }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let from = 0;
  for (const found of sentence.matchAll(quotation)) {
    const [whole, english, turned] = found;
    parts.push(calm(sentence.slice(from, found.index)));
    parts.push(<Theirs text={english ?? turned ?? ''} language={turned === undefined ? null : 'ar'} />);
    from = found.index + whole.length;
  }
  return (
    <>
      {parts}
      {calm(sentence.slice(from))}
    </>
  );
}

/** Names its alert, so that a list of such links can be told apart: by its danger and the start of its id. */
function ToAlert({
  id,
  alerts,
  moment,
}: {
  readonly id: string;
  readonly alerts: readonly AlertView[];
  readonly moment: Moment;
}): JSX.Element {
  const view = alerts.find((one) => one.id === id);
  const lead = view ? leadOf(view.alert) : null;
  const info = lead?.info;
  const part = lead === null ? undefined : view?.advice?.parts[lead.index];
  const ours = part ? dangerOf(part) : null;
  return (
    <a href={at(`/alerts/${id}`, moment)}>
      {info === undefined ? (
        'Alert'
      ) : ours !== null ? (
        `Alert, ${ours},`
      ) : (
        <>
          Alert <Theirs text={info.event} language={info.language} max={60} />,
        </>
      )}{' '}
      {id.slice(0, 10)}…
    </a>
  );
}

export interface WakesData {
  /** Newest first. */
  readonly wakes: readonly Notice[];
  /** The alerts they speak of, as far as they are at hand. */
  readonly alerts: readonly AlertView[];
  /** Query that leads to the next older ones, or null. */
  readonly older: string | null;
}

/** Every one of them, newest first. */
export function wakesPage(surround: Dated, { wakes, alerts, older }: WakesData): string {
  const title = wakes.length === 0 ? 'Nothing has woken the desk' : 'What woke the desk';
  const { moment } = surround;
  return page({
    surround,
    title,
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/notices', moment)}>Notices</a> <span aria-hidden="true">/</span> To the desk
        </nav>
        <div class="top">
          <H1>{title}</H1>
          <p class="counts">
            {wakes.length === 0
              ? 'Each is one sentence that a person has to look at; it names nobody of the watch list.'
              : `${capital(count(wakes.length))} on this page, newest first. One that asked for a confirmation goes when it is given.`}
          </p>
        </div>
        {wakes.length === 0 ? null : (
          <ol class="log one wide">
            {wakes.map((wake) => (
              <li>
                <Sentence wake={wake} alerts={alerts} moment={moment} />
              </li>
            ))}
          </ol>
        )}
        {older === null ? null : (
          <p class="btns">
            <a class="btn" href={older}>
              Older notices
            </a>
          </p>
        )}
      </>
    ),
  });
}

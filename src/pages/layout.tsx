/** What stands around every page: bar, strips, landmarks, foot. One response, no script. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatInstant, type Instant } from '../core/time/time.ts';
import type { Exercise } from './exercise.ts';
import { exerciseMark, InExercise } from './parts/around.tsx';
import { Bell, Patterns } from './parts/sign.tsx';
import { When } from './parts/words.tsx';
import { About, Story } from './replay/story.tsx';
import { listening, nothingRecorded, notRealBand, replayBand } from './strings/en.ts';
import { feedNames } from './strings/feeds.ts';

/** The moment a page shows. */
export interface Moment {
  readonly valid: Instant;
  readonly seq: number;
  /** When the commit `seq` was recorded. */
  readonly at: Instant;
  readonly isPast: boolean;
  /** What was heard after this is not shown: the moment, and no later than the next commit. */
  readonly heardUntil: Instant;
}

/** What every page knows of its surroundings. */
export interface Surround {
  readonly deskName: string;
  /** Name of the operator who is signed in, or null. */
  readonly operator: string | null;
  /** Set when this desk replays a story: then every page of it is an exercise. */
  readonly exercise: Exercise | null;
  /** Path of the page without its query, such as `/people`. */
  readonly path: string;
  /** null on pages that show nothing of the picture: signing in, errors. */
  readonly moment: Moment | null;
  /** Path of the style sheet. */
  readonly stylesheet: string;
  /** Path of the bell that stands for the desk in a browser's tab. */
  readonly icon: string | null;
  /** Path of what runs in the browser; null when it was not built. Every page is whole without it. */
  readonly script: string | null;
  /** Path of the country outlines, for the map that moves. */
  readonly borders: string | null;
  /** Paths of fonts to fetch early. */
  readonly fonts: readonly string[];
}

/** The surroundings of a page that shows the picture at some moment. */
export type Dated = Surround & { readonly moment: Moment };

interface LayoutProps {
  readonly surround: Surround;
  readonly title: string;
  /** A CAP status other than Actual turns the whole page into something that can't be taken for a live one. */
  readonly notReal?: string;
  readonly children: ComponentChildren;
}

/** Until when what a page knows had come: to its very moment, or only to an earlier commit. */
const knownAt = ({ valid, at, heardUntil }: Moment): Instant => (heardUntil < valid ? at : valid);

/** A path, with or without a query, that keeps looking at the same moment. */
export const at = (path: string, moment: Moment | null): string =>
  moment?.isPast
    ? `${path}${path.includes('?') ? '&' : '?'}valid=${formatInstant(moment.valid)}&seq=${moment.seq}`
    : path;

/** The whole document. */
export function page(props: LayoutProps): string {
  return `<!doctype html>${renderToString(
    <InExercise.Provider value={props.surround.exercise}>
      <Layout {...props} />
    </InExercise.Provider>,
  )}`;
}

interface Place {
  readonly path: string;
  readonly name: string;
  /** Pages that belong under it. */
  readonly under: string;
}

const places: readonly Place[] = [
  { path: '/', name: 'Picture', under: '/situations/' },
  { path: '/alerts', name: 'Alerts', under: '/alerts/' },
  { path: '/people', name: 'People', under: '/people/' },
  { path: '/places', name: 'Places', under: '/places/' },
  { path: '/notices', name: 'Notices', under: '/notices/' },
];
/** What programs and feed readers may follow. */
export const feeds = [
  { path: '/feeds/alerts.atom', type: 'application/atom+xml', name: feedNames.atom },
  { path: '/feeds/alerts.rss', type: 'application/rss+xml', name: feedNames.rss },
  { path: '/feeds/alerts.geojson', type: 'application/geo+json', name: feedNames.geojson },
] as const;

const inbox: Place = { path: '/inbox', name: 'Inbox', under: '/inbox/' };

function Layout({ surround, title, notReal, children }: LayoutProps): JSX.Element {
  const { exercise, moment } = surround;
  const kind = exercise !== null ? 'drill replay' : notReal !== undefined ? 'drill' : undefined;
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${exercise === null ? '' : exerciseMark}${title} – ${surround.deskName}`}</title>
        <meta name="color-scheme" content="light dark" />
        {surround.fonts.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {surround.icon === null ? null : <link rel="icon" href={surround.icon} type="image/svg+xml" />}
        <link rel="stylesheet" href={surround.stylesheet} />
        {feeds.map(({ path, type, name }) => (
          <link
            rel="alternate"
            type={type}
            href={at(path, moment)}
            title={`${exercise === null ? '' : exerciseMark}${name}`}
          />
        ))}
        {surround.script === null ? null : <script type="module" src={surround.script} />}
      </head>
      <body class={kind}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <Patterns />
        {kind === undefined ? null : (
          <section class="drillband" aria-label="Not real">
            <p>{exercise === null ? notRealBand(notReal ?? '') : replayBand(notReal)}</p>
          </section>
        )}
        <Bar surround={surround} />
        {moment === null ? null : exercise !== null ? (
          <Story path={surround.path} now={moment.valid} known={knownAt(moment)} exercise={exercise} />
        ) : moment.isPast ? (
          <Past path={surround.path} moment={moment} />
        ) : null}
        <main id="main" class="wrap">
          {children}
        </main>
        <Foot surround={surround} />
      </body>
    </html>
  );
}

function Bar({ surround }: { readonly surround: Surround }): JSX.Element {
  const { deskName, operator, path, moment, exercise } = surround;
  return (
    <header class="bar">
      <div class="wrap">
        <a class="mark" href={at('/', moment)}>
          <Bell />
          Tocsin
        </a>
        <span class="desk">{deskName}</span>
        <nav aria-label="Desk">
          <ul>
            {(exercise === null ? places : [...places, inbox]).map((place) => (
              <li>
                <a
                  href={at(place.path, moment)}
                  aria-current={place.path === path ? 'page' : path.startsWith(place.under) ? 'true' : undefined}
                >
                  {place.name}
                </a>
              </li>
            ))}
            {operator === null ? (
              <li>
                <a href="/sign-in" aria-current={path === '/sign-in' ? 'page' : undefined}>
                  Sign in
                </a>
              </li>
            ) : (
              <li>
                <form method="post" action="/sign-out">
                  <button type="submit">Sign out {operator}</button>
                </form>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Past({ path, moment }: { readonly path: string; readonly moment: Moment }): JSX.Element {
  return (
    <section class="asof" aria-label="The moment this page shows">
      <div class="wrap">
        <p>
          <b>You are looking at the past:</b> <When at={moment.valid} />
          <span class="quiet">
            {moment.seq === 0 ? (
              ', when nothing had been recorded here.'
            ) : (
              <>
                , as it was known at <When at={moment.at} />.
              </>
            )}
          </span>
        </p>
        <div class="go">
          <a href={path}>Go to now</a>
        </div>
      </div>
    </section>
  );
}

function Foot({ surround }: { readonly surround: Surround }): JSX.Element {
  const { moment, exercise } = surround;
  return (
    <footer class="foot wrap">
      <p>
        A mark such as <span class="cite">2b</span> leads to the words a statement was read from: the number is a
        document, the letter a passage in it, so that the same number is one voice. <span class="cite">L12</span> leads
        to a line. Words in quotation marks are their authors’, all others are this desk’s.
      </p>
      {exercise === null ? null : <About exercise={exercise} />}
      <p>{listening}</p>
      {moment === null ? null : moment.seq === 0 ? (
        <p>{nothingRecorded}</p>
      ) : (
        <p>
          Made from facts up to number {moment.seq}, recorded <When at={moment.at} />.{' '}
          <a href={`${surround.path}?valid=${formatInstant(moment.valid)}&seq=${moment.seq}`}>
            This page again, as it is now
          </a>
        </p>
      )}
    </footer>
  );
}

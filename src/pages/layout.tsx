/** What stands around every page: bar, strips, landmarks, foot. One response, no script. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatInstant, type Instant } from '../core/time/time.ts';
import { clockText } from './parts/clock-text.ts';
import { Bell, Patterns } from './parts/sign.tsx';
import { When } from './parts/words.tsx';
import { listening, notRealBand } from './strings/en.ts';

/** The moment a page shows. */
export interface Moment {
  readonly valid: Instant;
  readonly seq: number;
  /** When the commit `seq` was recorded. */
  readonly at: Instant;
  readonly isPast: boolean;
}

/** What every page knows of its surroundings. */
export interface Surround {
  readonly deskName: string;
  /** Name of the operator who is signed in, or null. */
  readonly operator: string | null;
  /** Path of the page without its query, such as `/people`. */
  readonly path: string;
  /** null on pages that show nothing of the picture: signing in, errors. */
  readonly moment: Moment | null;
  /** Path of the style sheet. */
  readonly stylesheet: string;
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

/** A path that keeps looking at the same moment. */
export const at = (path: string, moment: Moment | null): string =>
  moment?.isPast ? `${path}?valid=${formatInstant(moment.valid)}&seq=${moment.seq}` : path;

/** The whole document. */
export function page(props: LayoutProps): string {
  return `<!doctype html>${renderToString(<Layout {...props} />)}`;
}

const places = [
  { path: '/', name: 'Alerts' },
  { path: '/people', name: 'People' },
  { path: '/notices', name: 'Notices' },
] as const;

function Layout({ surround, title, notReal, children }: LayoutProps): JSX.Element {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${surround.deskName}`}</title>
        <meta name="color-scheme" content="light dark" />
        {surround.fonts.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={surround.stylesheet} />
      </head>
      <body class={notReal === undefined ? undefined : 'drill'}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <Patterns />
        {notReal === undefined ? null : (
          <section class="drillband" aria-label="Not real">
            <p>{notRealBand(notReal)}</p>
          </section>
        )}
        <Bar surround={surround} />
        {surround.moment?.isPast ? <Past path={surround.path} moment={surround.moment} /> : null}
        <main id="main" class="wrap">
          {children}
        </main>
        <Foot surround={surround} />
      </body>
    </html>
  );
}

function Bar({ surround }: { readonly surround: Surround }): JSX.Element {
  const { deskName, operator, path, moment } = surround;
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
            {places.map((place) => (
              <li>
                <a href={at(place.path, moment)} aria-current={place.path === path ? 'page' : undefined}>
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
          <span class="quiet">, as it was known at {clockText(moment.at)}.</span>
        </p>
        <div class="go">
          <a href={path}>Go to now</a>
        </div>
      </div>
    </section>
  );
}

function Foot({ surround }: { readonly surround: Surround }): JSX.Element {
  const { moment } = surround;
  return (
    <footer class="foot wrap">
      <p>
        A mark such as <span class="cite">L12</span> leads to that line of the document a statement was read from. Words
        in quotation marks are their authors’, all others are this desk’s.
      </p>
      <p>{listening}</p>
      {moment === null ? null : (
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

/** The drawn map of a page as a file of its own, for mail, print and whoever works without scripts. */
import type { JSX } from 'preact';
import { at, type Moment } from '../../layout.tsx';
import { labelLanguages } from '../labels.ts';

/** `page` is the path beside which `map.svg` stands. Only the names are in the language: what the file says in sentences is in English. */
export function AsFile({ page, moment }: { readonly page: string; readonly moment: Moment }): JSX.Element {
  return (
    <details class="asfile">
      <summary>Map as a file</summary>
      <p>
        An SVG picture, without people. Names of places in{' '}
        {labelLanguages.map(({ tag, name }, n) => (
          <>
            {n === 0 ? '' : ', '}
            <a
              href={at(`${page}/map.svg${n === 0 ? '' : `?lang=${tag}`}`, moment)}
              type="image/svg+xml"
              lang={tag}
              dir="auto"
            >
              {name}
            </a>
          </>
        ))}
        .
      </p>
    </details>
  );
}

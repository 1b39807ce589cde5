/** What is said of an area that its issuer names by codes: whose boundary stands for it here, how exact it is, and what has none. */
import type { JSX } from 'preact';
import type { ResolvedArea } from '../../core/geo/geocodes/areas.ts';
import type { Resolved } from '../../core/geo/geocodes/geocodes.ts';
import { calm, clipped } from '../parts/shown-text.ts';

const said = (text: string, most = 120): string => calm(clipped(text, most));

/** `SAME 048113 (Dallas). Boundary: U.S. Census Bureau, 2017; not drawn by the issuer. Right to about 300 m.` */
export function boundaryText({ scheme, code, name, source, edition, withinMeters }: Resolved): string {
  const exact = withinMeters === undefined ? '' : ` Right to about ${withinMeters} m.`;
  return `${said(`${scheme} ${code}`)} (${said(name)}). Boundary: ${said(source)}, ${said(edition)}; not drawn by the issuer.${exact}`;
}

/** Codes written out; the others are counted. */
const mostShown = 8;

/** Whether, and as far as, codes place an area that has no shape of its own. */
export function ByCode({ coded }: { readonly coded: ResolvedArea | undefined }): JSX.Element {
  const { resolved = [], unresolved = [] } = coded ?? {};
  if (resolved.length === 0 && unresolved.length === 0) return <>. No shape given: nobody is told for it.</>;
  const more = unresolved.length - mostShown;
  const whole = '. No shape given; its codes place it, by boundaries that are not the issuer’s.';
  const part =
    resolved.length > 0
      ? '. No shape given; its codes place a part of it, and nobody is told for the rest.'
      : '. No shape given: nobody is told for it.';
  return (
    <>
      {unresolved.length === 0 ? whole : part}
      {unresolved.length === 0 ? null : (
        <>
          {' '}
          <b>Area unresolved:</b>{' '}
          {unresolved
            .slice(0, mostShown)
            .map(({ scheme, code, why }) => `${said([scheme, code].filter(Boolean).join(' '))}: ${said(why, 240)}`)
            .join(' ')}
          {more > 0 ? ` And ${more} more.` : ''}
        </>
      )}
    </>
  );
}

/** What is said of an area that its issuer names by codes: whose boundary stands for it here, how exact it is, and what has none. */
import type { JSX } from 'preact';
import type { ResolvedArea } from '../../core/geo/geocodes/areas.ts';
import type { Resolved } from '../../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../../core/model.ts';
import { waitingCodes } from '../../match/waiting.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { plural } from '../strings/en.ts';

const said = (text: string, most = 120): string => calm(clipped(text, most));

/** `SAME 048113 (Dallas). Boundary: U.S. Census Bureau, 2017; not drawn by the issuer. Right to about 300 m.` */
export function boundaryText({ scheme, code, name, source, edition, withinMeters }: Resolved): string {
  const exact = withinMeters === undefined ? '' : ` Right to about ${withinMeters} m.`;
  return `${said(`${scheme} ${code}`)} (${said(name)}). Boundary: ${said(source)}, ${said(edition)}; not drawn by the issuer.${exact}`;
}

/** Codes written out; the others are counted. */
const mostShown = 8;

interface ByCodeProps {
  readonly coded: ResolvedArea | undefined;
  /** What is drawn encloses nothing. */
  readonly isPlace?: boolean;
}

/** Whether, and as far as, codes place an area that has no shape of its own. */
export function ByCode({ coded, isPlace = false }: ByCodeProps): JSX.Element {
  const nobody = isPlace ? 'beyond it nobody is told' : 'nobody is told for it';
  const given = isPlace ? '. Only a single point is drawn, which is no area' : '. No shape given';
  const { resolved = [], unresolved = [] } = coded ?? {};
  if (resolved.length === 0 && unresolved.length === 0)
    return (
      <>
        {given}: {nobody}.
      </>
    );
  const more = unresolved.length - mostShown;
  const whole = `${given}; its codes place it, by boundaries that are not the issuer’s.`;
  const part =
    resolved.length > 0
      ? `${given}; its codes place a part of it, and nobody is told for the rest.`
      : `${given}: {nobody}.`;
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

/** Lists of codes that warnings in force wait for. Nothing when there are none. */
export function WaitingCodes({ alerts }: { readonly alerts: readonly AlertView[] }): JSX.Element | null {
  const waiting = waitingCodes(alerts);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="h-u">
      <h2 id="h-u">Areas without a boundary here</h2>
      <p class="quiet">Nobody is told for these. With boundaries (./run geo import) they resolve by themselves.</p>
      <ul>
        {waiting.map(({ scheme, codes, alerts: warnings }) => (
          <li>
            {said(scheme ?? 'Lists that are not known here')}: {plural(codes.length, 'code', 'codes')} in{' '}
            {plural(warnings, 'warning', 'warnings')}
          </li>
        ))}
      </ul>
    </section>
  );
}

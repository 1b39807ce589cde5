/** What the map that moves needs to know of a drawn one: it takes its place where scripts run, and asks for the page's own moment. */
import { formatInstant } from '../../core/time/time.ts';
import type { Dated } from '../layout.tsx';

/** Attributes of a `figure.map`; none where no script was built. `id` is the one situation to show. */
export function liveMap({ script, borders, moment }: Dated, id?: string): Readonly<Record<string, string>> {
  if (script === null || borders === null) return {};
  const query = new URLSearchParams({ valid: formatInstant(moment.valid), seq: String(moment.seq) });
  if (id !== undefined) query.set('id', id);
  return { 'data-live-map': '', 'data-situations': `/api/v1/situations.geojson?${query}` };
}

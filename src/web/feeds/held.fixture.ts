/** A made-up desk that holds given alerts, each the only one in its report. */
import { makeAlert, makeInfo, makeView, stamp } from '../../../test/make.ts';
import { desk } from '../../../test/pages/ask.ts';
import { now } from '../../../test/pages/picture.ts';
import { type CapAlert, write } from '../../core/cap/index.ts';
import type { AlertView, Report } from '../../core/model.ts';
import { hour } from '../../core/time/time.ts';
import type { WebDeps } from '../deps.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const said = ({ at: _, version: __, ...words }: CapAlert): unknown => words;

/** A desk that holds these alerts, each the only one in its report. */
export function holding(held: readonly AlertView[], more: Partial<WebDeps> = {}) {
  return desk({
    alerts: async () => held,
    alert: async (_, id) => held.find((view) => view.id === id) ?? null,
    namedBy: async (_, { alert }) =>
      held.filter((one) => alert.references.some(({ identifier }) => identifier === one.alert.identifier)),
    report: async (id) => ({ id, hash: id }) as Report,
    bytes: async (hash) => {
      const view = held.find(({ report }) => report === hash);
      return view ? bytesOf(write(view.alert)) : null;
    },
    ...more,
  });
}

export const later = stamp('2026-07-29T12:00:00-00:00');
export const warning = (n: number, alert: Partial<CapAlert> = {}, view: Partial<AlertView> = {}): AlertView =>
  makeView({
    id: `a-${n.toString(16).padStart(16, '0')}`,
    report: `r-${n.toString(16).padStart(16, '0')}`,
    alert: makeAlert({
      identifier: `warning-${n}`,
      sent: stamp('2026-07-28T06:00:00-00:00'),
      infos: [makeInfo({ expires: later })],
      ...alert,
    }),
    confirmedAt: now - hour,
    recorded: { seq: n, at: now - 2 * hour },
    ...view,
  });

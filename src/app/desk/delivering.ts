/** What the settings say about deciding and sending. */
import type { Rules } from '../../match/match.ts';
import { createBreaker } from '../../notify/breaker.ts';
import type { Delivering } from '../../notify/deliver.ts';
import type { Config } from '../config.ts';
import { type Log, wordsOf } from '../log.ts';
import { randomFraction } from '../random.ts';
import type { Metrics } from './metrics.ts';
import type { Net } from './net.ts';

export const rulesOf = (config: Config): Rules => ({
  tellHours: config.tellHours,
  positionHours: config.positionHours,
});

/** How the desk itself is woken. */
export const deskChannels = (config: Config): string[] => (config.deskEmail === null ? [] : ['mail']);

export function deliveringOf(
  config: Config,
  parts: { store: Delivering['store']; desk: string; net: Net; metrics: Metrics; log: Log },
): Delivering {
  const { store, desk, net, metrics, log } = parts;
  return {
    store,
    desk,
    deskName: config.deskName,
    rules: rulesOf(config),
    deskAddresses: config.deskEmail === null ? {} : { mail: config.deskEmail },
    deskChannels: deskChannels(config),
    settings: { mail: { from: config.mailFrom } },
    http: net.http,
    smtp: net.smtp,
    breaker: createBreaker(),
    random: randomFraction,
    onBug: (error) => log.error({ error: wordsOf(error) }, 'a notice could not be prepared'),
    observe: metrics.attempted,
  };
}

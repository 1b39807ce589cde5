/** The picture as the routes ask for it: situations, the readings they rest on, and who is concerned. */
import { countryIn, placeById } from '../../../core/geo/gazetteer/gazetteer.ts';
import type { AlertView } from '../../../core/model.ts';
import type { Situation } from '../../../core/situation.ts';
import type { AsOf, Instant } from '../../../core/time/time.ts';
import { peopleIn } from '../../../match/people-in.ts';
import { linesOf } from '../../../picture/anchor/gazetteer.ts';
import { situationsOf } from '../../../picture/situations.ts';
import { alertsAsOf, alertsById, chainsBegun } from '../../../store/as-of.ts';
import { toldOf } from '../../../store/outbox/told.ts';
import { documentOf, readingsAsOf } from '../../../store/readings.ts';
import type { WebDeps } from '../../../web/deps.ts';
import type { DeskParts } from '../parts.ts';

const gazetteer = { placeById, countryIn };

type PictureDeps = Pick<WebDeps, 'alerts' | 'situations' | 'readings' | 'document' | 'peopleIn' | 'toldOf'>;

type Parts = Pick<DeskParts, 'store' | 'desk'> & { readonly config: Pick<DeskParts['config'], 'positionHours'> };

export function pictureDeps({ store, desk, config }: Parts): PictureDeps {
  const readingsOf = (asOf: AsOf, reports: readonly string[]) => readingsAsOf(store.db, desk, asOf, reports);
  const known = lastAnswer(async (asOf) => {
    const alerts = await alertsAsOf(store.db, desk, asOf);
    const reports = alerts.map(({ report }) => report);
    const [begun, readings] = await Promise.all([chainsBegun(store.db, desk, asOf, alerts), readingsOf(asOf, reports)]);
    return { alerts, begun, reports, readings };
  });
  const situations = async (asOf: AsOf): Promise<readonly Situation[]> => {
    const { alerts, begun, readings } = await known(asOf);
    const byId = new Map([...begun, ...alerts].map((view) => [view.id, view]));
    return situationsOf({ alerts: [...byId.values()], readings }, asOf, gazetteer);
  };
  return {
    alerts: async (asOf) => (await known(asOf)).alerts,
    situations,
    async readings(asOf, also = []) {
      const { readings, reports } = await known(asOf);
      const has = new Set(readings.map(({ report }) => report));
      return also.every((report) => has.has(report)) ? readings : readingsOf(asOf, [...reports, ...also]);
    },
    document: (asOf, report) => documentOf(store, desk, asOf, report),
    peopleIn: (situation, valid, people) => peopleIn(situation, valid, people, config.positionHours),
    async toldOf(situation, asOf) {
      const [told, views] = await Promise.all([
        toldOf(store, desk, situation.alerts, asOf.seq),
        alertsById(store.db, desk, asOf, situation.alerts),
      ]);
      const byId = new Map(views.map((view) => [view.id, view]));
      const concerned = told.filter(({ alert, info }) => speaksOf(byId.get(alert), info, situation));
      return [...new Set(concerned.map(({ person }) => person))];
    },
  };
}

/** One page asks several times for what is known at one moment, which never changes afterwards. */
function lastAnswer<T>(ask: (asOf: AsOf) => Promise<T>): (asOf: AsOf) => Promise<T> {
  let last: { readonly valid: Instant; readonly seq: number; readonly answer: Promise<T> } | null = null;
  return (asOf) => {
    const { valid, seq } = asOf;
    if (last?.valid === valid && last.seq === seq) return last.answer;
    const answer = ask(asOf).catch((error: unknown) => {
      last = null;
      throw error;
    });
    last = { valid, seq, answer };
    return answer;
  };
}

/** An advice on a country may hold a warning of a place in it as a part: who was told of that was not told of the country. */
function speaksOf(view: AlertView | undefined, info: number | null, { family, place }: Situation): boolean {
  const part = info === null ? undefined : view?.advice?.parts[info];
  if (!part) return true;
  const at = gazetteer.placeById(part.place);
  const lies = at === null ? [part.place] : linesOf(at, gazetteer).map(({ id }) => id);
  return part.family === family && (place.id === null || lies.includes(place.id));
}

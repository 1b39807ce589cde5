/** The picture as the routes ask for it: situations, the readings they rest on, and who is concerned. */
import { countryIn, placeById } from '../../../core/geo/gazetteer/gazetteer.ts';
import type { AlertView } from '../../../core/model.ts';
import type { Situation } from '../../../core/situation.ts';
import { peopleIn } from '../../../match/people-in.ts';
import { linesOf } from '../../../picture/anchor/gazetteer.ts';
import { situationsOf } from '../../../picture/situations.ts';
import { alertsAsOf, alertsById } from '../../../store/as-of.ts';
import { toldOf } from '../../../store/outbox/told.ts';
import { documentOf, readingsAsOf } from '../../../store/readings.ts';
import type { WebDeps } from '../../../web/deps.ts';
import type { DeskParts } from '../parts.ts';

const gazetteer = { placeById, countryIn };

type PictureDeps = Pick<WebDeps, 'situations' | 'readings' | 'document' | 'peopleIn' | 'toldOf'>;

export function pictureDeps({ store, desk, config }: DeskParts): PictureDeps {
  return {
    async situations(asOf) {
      const [alerts, readings] = await Promise.all([
        alertsAsOf(store.db, desk, asOf),
        readingsAsOf(store.db, desk, asOf),
      ]);
      return situationsOf({ alerts, readings }, asOf, gazetteer);
    },
    readings: (asOf) => readingsAsOf(store.db, desk, asOf),
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

/** An advice on a country may hold a warning of a place in it as a part: who was told of that was not told of the country. */
function speaksOf(view: AlertView | undefined, info: number | null, { family, place }: Situation): boolean {
  const part = info === null ? undefined : view?.advice?.parts[info];
  if (!part) return true;
  const at = gazetteer.placeById(part.place);
  const lies = at === null ? [part.place] : linesOf(at, gazetteer).map(({ id }) => id);
  return part.family === family && (place.id === null || lies.includes(place.id));
}

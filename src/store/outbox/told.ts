/** Who was told of what, as of a commit. */
import { among, type Store } from '../open.ts';

/** A person has a notice about one info of one alert; null for an alert without any, such as a bare Cancel. */
export interface ToldOf {
  readonly person: string;
  readonly alert: string;
  readonly info: number | null;
}

/** Each once, whatever came of the sending. */
export async function toldOf(store: Store, desk: string, alerts: readonly string[], seq: number): Promise<ToldOf[]> {
  if (alerts.length === 0) return [];
  const rows = await store.db
    .selectFrom('notice')
    .select(['person', 'alert', 'info'])
    .distinct()
    .where('desk', '=', desk)
    .where(among('alert', alerts))
    .where('seq', '<=', seq)
    .where('person', '<>', 'desk')
    .orderBy('person')
    .execute();
  return rows.map(({ person, alert, info }) => ({ person, alert: alert ?? '', info }));
}

/** Names of well-known places in the script of those who live there, where no source has them. From general knowledge. */
import type { Entry } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';

/** id|names */
const table = `
AF-KAN|کندهار
AF-KDZ|کندز
AF-KNR|کنړ
AF-URU|ارزگان
UA-32|Київська область,Kyiv Oblast
af-asadabad|اسدآباد,اسعدآباد
af-bagram|بگرام
af-lashkar-gah|لشکرگاه,لښکرګاه
af-tarin-kot|ترینکوت,ترین کوت
af-torkham|تورخم,طورخم,Torkham crossing,Torkham gate
et-gondar|ጎንደር
gn-379003|الأبيض
gn-72968|مأرب
mm-yangon|ရန်ကုန်
sd-el-fasher|الفاشر
sd-khartoum|الخرطوم
tw-taipei|臺北,台北
KDH|میدان هوایی کندهار,میدان هوایی قندهار,د کندهار هوايي ډګر
KRT|مطار الخرطوم
SVO|Аэропорт Шереметьево
`;

const byId = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', names = ''] = line.split('|');
      return [id, names.split(',').filter((name) => name !== '')];
    }),
);

/** Throws where an id of the table is of no entry. */
export function withNativeNames(entries: readonly Entry[]): Entry[] {
  const ids = new Set(entries.map(({ place }) => place.id));
  const unknown = [...byId.keys()].filter((id) => !ids.has(id));
  if (unknown.length > 0) throw new Error(`Names for places that are not there: ${unknown.join(', ')}`);
  return entries.map((entry) => {
    const names = (byId.get(entry.place.id) ?? []).map((text) => ({ text, language: null }));
    return names.length === 0 ? entry : { ...entry, names: [...entry.names, ...names] };
  });
}

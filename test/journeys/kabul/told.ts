/** Who was told of what, as the desk answers it, against the list written by hand. */

type Counts = Readonly<Record<string, number>>;

interface Group {
  readonly roles: Counts;
  readonly instruction?: string;
  readonly area?: string;
  readonly ours?: boolean;
  readonly changes?: readonly string[];
  /** Of people who arrived: the files they were told of, a notice each, and all of a person in one letter. */
  readonly of?: readonly string[];
}

interface Entry {
  /** File of the report they were told of; `at` for people who arrived. */
  readonly report?: string;
  readonly at?: string;
  readonly kind: string;
  readonly groups: readonly Group[];
  readonly wakes: readonly string[];
}

export interface Golden {
  readonly untold: Counts;
  readonly told: readonly Entry[];
}

interface Reason {
  readonly code: string;
  readonly info?: number;
  readonly area?: number;
  readonly ours?: { readonly radiusMeters: number };
}
interface NoticeJson {
  readonly id: string;
  readonly person: string;
  readonly role: string | null;
  readonly alert: string | null;
  readonly info: number | null;
  readonly letter: string | null;
  readonly kind: string;
  readonly madeAt: string;
  readonly why: readonly Reason[];
  readonly changes: readonly string[];
  readonly deliveries: readonly { readonly channel: string; readonly state: string }[];
}
interface AlertJson {
  readonly id: string;
  readonly report: string;
  readonly infos: readonly {
    readonly responseTypes: readonly string[];
    readonly areas: readonly { readonly areaDesc: string }[];
  }[];
}

export interface Told {
  readonly notices: readonly NoticeJson[];
  readonly wakes: readonly { readonly alert: string | null; readonly madeAt: string; readonly sentence: string }[];
  readonly people: readonly { readonly id: string; readonly role: string | null }[];
  readonly alerts: readonly AlertJson[];
  fileOf(report: string): string;
}

/** CAP's response types, strongest first, as the desk words them. */
const instructions: readonly (readonly [string, string])[] = [
  ['Evacuate', 'leave'],
  ['Shelter', 'shelter'],
  ['Avoid', 'avoid'],
  ['Prepare', 'prepare'],
  ['Monitor', 'monitor'],
  ['AllClear', 'all-clear'],
];
const wakeWords: readonly (readonly [string, RegExp])[] = [
  ['unplaced', /can’t place/],
  ['baseline', /first reading|first time|baseline/i],
];

const countBy = (roles: readonly (string | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const role of roles) counts[role ?? ''] = (counts[role ?? ''] ?? 0) + 1;
  return counts;
};
const sorted = (counts: Counts): string =>
  JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));

export function peopleTold({ notices, people }: Told): { untold: Counts } {
  const told = new Set(notices.map(({ person }) => person));
  return { untold: countBy(people.filter(({ id }) => !told.has(id)).map(({ role }) => role)) };
}

/** Each as a sentence; empty when the desk told exactly those listed, exactly so. */
export function toldDifferences(golden: Golden, told: Told): string[] {
  const reportOf = new Map(told.alerts.map(({ id, report }) => [id, told.fileOf(report)]));
  const fileOf = (alert: string | null): string => reportOf.get(alert ?? '') ?? '';
  const arrivals = golden.told.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
  const isArrival = ({ madeAt }: { readonly madeAt: string }): boolean => arrivals.includes(Date.parse(madeAt));
  const taken = new Set<unknown>();
  const found = golden.told.flatMap((entry) => {
    const name = entry.report ?? entry.at ?? '';
    const concerns = (one: { readonly alert: string | null; readonly madeAt: string }): boolean =>
      entry.at === undefined
        ? !isArrival(one) && fileOf(one.alert) === entry.report
        : Date.parse(one.madeAt) === Date.parse(entry.at);
    const notices = told.notices.filter(concerns);
    const wakes = told.wakes.filter(concerns);
    for (const one of [...notices, ...wakes]) taken.add(one);
    const codes = wakes.map(({ sentence }) => wakeWords.find(([, words]) => words.test(sentence))?.[0] ?? sentence);
    return [
      ...entry.groups.flatMap((group) => groupDifferences(name, entry, group, notices, told, fileOf)),
      ...notices
        .filter(({ role }) => !entry.groups.some(({ roles }) => (role ?? '') in roles))
        .map(({ role, kind }) => `${name}: ${role} was told (${kind}) and should not be`),
      ...(sorted(countBy(codes)) === sorted(countBy(entry.wakes))
        ? []
        : [`${name}: the desk is to be woken by ${entry.wakes.join(', ')}; it was by ${codes.join(', ')}`]),
    ];
  });
  const rest = [...told.notices, ...told.wakes].filter((one) => !taken.has(one));
  const odd = rest.map((one) => `nothing listed asks for ${JSON.stringify(one).slice(0, 300)}`);
  return [...new Set([...found, ...odd])];
}

function groupDifferences(
  name: string,
  entry: Entry,
  group: Group,
  notices: readonly NoticeJson[],
  told: Told,
  fileOf: (alert: string | null) => string,
): string[] {
  const own = notices.filter(({ role }) => (role ?? '') in group.roles);
  const of = group.of ?? [null];
  const counts = Object.fromEntries(Object.entries(group.roles).map(([role, count]) => [role, count * of.length]));
  const got = countBy(own.map(({ role }) => role));
  const wrong =
    sorted(got) === sorted(counts) ? [] : [`${name}: ${sorted(counts)} are to be told; ${sorted(got)} were`];
  const files = own
    .map(({ alert }) => fileOf(alert))
    .toSorted()
    .join();
  if (group.of && files !== [...group.of].toSorted().join()) wrong.push(`${name}: told of ${files}`);
  const letters = new Set(own.map(({ person, letter, alert }) => `${person} ${letter ?? alert}`));
  if (group.of && letters.size !== new Set(own.map(({ person }) => person)).size)
    wrong.push(`${name}: one letter each is to go; ${letters.size} went`);
  for (const notice of own) {
    const info = told.alerts.find(({ id }) => id === notice.alert)?.infos[notice.info ?? -1];
    const inside = notice.why.filter(({ code }) => code === 'inside');
    const says: Record<string, unknown> = {
      kind: notice.kind,
      instruction: instructions.find(([type]) => info?.responseTypes.includes(type))?.[1],
      area: [...new Set(inside.map(({ area }) => info?.areas[area ?? -1]?.areaDesc))].join(' + '),
      ours: inside.length > 0 && inside.every(({ ours }) => ours !== undefined),
      changes: notice.changes,
    };
    const { roles: _, of: __, ...wanted } = { kind: entry.kind, ...group };
    for (const [member, value] of Object.entries(wanted))
      if (JSON.stringify(says[member]) !== JSON.stringify(value))
        wrong.push(
          `${name}: ${notice.role}: ${member} is ${JSON.stringify(says[member])} and should be ${JSON.stringify(value)}`,
        );
  }
  return wrong;
}

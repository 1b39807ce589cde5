/** One process of the match benchmark, in plain Node, on the data of one seed. Prints figures as JSON; throws where engines disagree. */
import { loadavg } from 'node:os';
import { createPointIndex } from '../../src/match/index/points.ts';
import { createShapeIndex } from '../../src/match/index/shapes.ts';
import { type Area, type Data, dataOf, randomFrom, type SeedName, seeds } from './data.ts';
import { liveEngines, peopleEngines } from './engines.ts';
import { type Found, type PostGIS, startPostGIS } from './postgis.ts';
import { type Contestant, type Figures, race } from './race.ts';

export interface Built {
  readonly name: string;
  readonly of: 'people' | 'live';
  readonly buildMs: number;
  readonly bytesEach: number;
  /** When all questions were asked: some is worked out only then. */
  readonly bytesAsked: number | null;
}
export interface Measured {
  readonly sha256: string;
  readonly postgis: string | null;
  readonly built: readonly Built[];
  readonly answersEach: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, readonly Figures[]>>;
  readonly live: readonly Figures[];
  /** Microseconds for one change, on average. */
  readonly changes: Readonly<Record<string, number>>;
  readonly loadBefore: number;
  readonly loadAfter: number;
}

const own = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
const sumOf = (ids: readonly number[]): Found => ({ count: ids.length, sum: ids.reduce((sum, id) => sum + id, 0) });

function settled(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

interface Kept<Ask> {
  readonly name: string;
  readonly ask: Ask;
  readonly built: Built;
}

function built<Ask>(
  name: string,
  of: Built['of'],
  count: number,
  build: () => Ask,
  use: (ask: Ask) => void,
): Kept<Ask> {
  const before = settled();
  const begin = performance.now();
  const ask = build();
  const buildMs = performance.now() - begin;
  const bytesEach = (settled() - before) / count;
  use(ask);
  return { name, ask, built: { name, of, buildMs, bytesEach, bytesAsked: (settled() - before) / count } };
}

async function raceOfPeople(
  asks: readonly Kept<(area: Area) => number[]>[],
  areas: readonly Area[],
  postgis: PostGIS | null,
  random: () => number,
): Promise<{ figures: Figures[]; answers: number }> {
  let answers = 0;
  for (const [i, area] of areas.entries()) {
    const [ours = [], ...others] = asks.map(({ ask }) => ask(area).toSorted((a, b) => a - b));
    for (const other of others) mustAgree(`warning ${i}`, ours, other);
    if (postgis) mustAgree(`warning ${i}`, sumOf(ours), await postgis.within(area));
    answers += ours.length;
  }
  const contestants = asks.map(({ name, ask }): Contestant => {
    let asked = areas;
    return {
      name,
      answers: 1,
      questions: areas.length,
      ask: (i) => ask(asked[i] as Area),
      // A warning is new: what we prepare for a ring and keep must be prepared within the measured time.
      renew: () => {
        asked = structuredClone(areas);
      },
      cpuMs: own,
    };
  });
  if (postgis)
    contestants.push({
      name: 'PostGIS',
      answers: 1,
      questions: areas.length,
      ask: (i) => postgis.within(areas[i] as Area),
      cpuMs: () => own() + postgis.cpuMs(),
    });
  return { figures: await race(contestants, random), answers: answers / areas.length };
}

async function raceOfLive(
  asks: readonly Kept<(lon: number, lat: number) => number[]>[],
  { positions }: Data,
  postgis: PostGIS | null,
  random: () => number,
): Promise<{ figures: Figures[]; answers: number }> {
  const count = positions.length / 2;
  const at = (i: number): [number, number] => [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0];
  const all: Found[] = [];
  for (let i = 0; i < count; i++) {
    const [ours = [], ...others] = asks.map(({ ask }) => ask(...at(i)).toSorted((a, b) => a - b));
    for (const other of others) mustAgree(`position ${i}`, ours, other);
    const { count, sum } = sumOf(ours);
    all.push({ count, sum: sum + 7 * i * count });
  }
  const found = { count: sumOf(all.map((one) => one.count)).sum, sum: sumOf(all.map(({ sum }) => sum)).sum };
  if (postgis) mustAgree('all positions', found, await postgis.covering());
  const contestants: Contestant[] = asks.map(({ name, ask }) => ({
    name,
    answers: 1,
    questions: count,
    ask: (i) => ask(...at(i)),
    cpuMs: own,
  }));
  if (postgis)
    contestants.push({
      name: 'PostGIS, one join of all',
      answers: count,
      questions: 1,
      ask: () => postgis.covering(),
      cpuMs: () => own() + postgis.cpuMs(),
    });
  return { figures: await race(contestants, random), answers: found.count / count };
}

function mustAgree(what: string, ours: unknown, other: unknown): void {
  const [one, two] = [JSON.stringify(ours), JSON.stringify(other)];
  if (one !== two) throw new Error(`${what}: ${one.slice(0, 200)} is not ${two.slice(0, 200)}`);
}

/** Coming, moving and going, one by one, in an index that is full and being asked. */
function changesOf({ people, live, warnings }: Data, random: () => number): Record<string, number> {
  const count = people.length / 2;
  const pointOf = (i: number) => ({ lat: people[2 * i + 1] ?? 0, lon: people[2 * i] ?? 0 });
  const points = createPointIndex();
  const shapes = createShapeIndex();
  const timed = (times: number, change: (i: number) => void): number => {
    const begin = performance.now();
    for (let i = 0; i < times; i++) change(i);
    return ((performance.now() - begin) * 1000) / times;
  };
  const anybody = Array.from({ length: 200_000 }, () => Math.floor(random() * count));
  const usual = warnings['200 vertices'];
  return {
    'person, come': timed(count, (i) => points.set(i, pointOf(i))),
    'person, moved': timed(anybody.length - 1, (i) => points.set(anybody[i] ?? 0, pointOf(anybody[i + 1] ?? 0))),
    'person, gone': timed(anybody.length, (i) => points.delete(anybody[i] ?? 0)),
    'warning of any size, come': timed(live.length, (i) => shapes.set(i, (live[i] as Area).shape)),
    'warning of 200 vertices, come': timed(usual.length, (i) => shapes.set(live.length + i, (usual[i] as Area).shape)),
    'warning of any size, gone': timed(live.length, (i) => shapes.delete(i)),
  };
}

async function measure(name: SeedName): Promise<Measured> {
  const loadBefore = loadavg()[0] ?? Number.NaN;
  const data = dataOf(name);
  const random = randomFrom(7);
  const { people, positions, warnings, live } = data;
  const sets = Object.entries(warnings);
  const everyWarning = sets.flatMap(([, areas]) => areas);
  const peopleAsks = peopleEngines.map((engine) =>
    built(
      engine.name,
      'people',
      people.length / 2,
      () => engine.build(people),
      (ask) => {
        for (const area of everyWarning) ask(area);
      },
    ),
  );
  const liveAsks = liveEngines.map((engine) =>
    built(
      engine.name,
      'live',
      live.length,
      () => engine.build(live),
      (ask) => {
        for (let i = 0; i < positions.length; i += 2) ask(positions[i] ?? 0, positions[i + 1] ?? 0);
      },
    ),
  );
  const postgis = await startPostGIS(data);
  try {
    const raced: Record<string, readonly Figures[]> = {};
    const answersEach: Record<string, number> = {};
    for (const [set, areas] of sets) {
      const { figures, answers } = await raceOfPeople(peopleAsks, areas, postgis, random);
      raced[set] = figures;
      answersEach[set] = answers;
    }
    const { figures, answers } = await raceOfLive(liveAsks, data, postgis, random);
    const built = [...peopleAsks, ...liveAsks].map((kept) => kept.built);
    for (const of of postgis ? (['people', 'live'] as const) : [])
      if (postgis)
        built.push({
          name: 'PostGIS',
          of,
          buildMs: postgis.buildMs[of],
          bytesEach: postgis.bytesEach[of],
          bytesAsked: null,
        });
    return {
      sha256: data.sha256,
      postgis: postgis?.version ?? null,
      built,
      answersEach: { ...answersEach, live: answers },
      people: raced,
      live: figures,
      changes: changesOf(data, random),
      loadBefore,
      loadAfter: loadavg()[0] ?? Number.NaN,
    };
  } finally {
    await postgis?.stop();
  }
}

const asked = Object.keys(seeds).find((name) => name === process.argv[2]) as SeedName | undefined;
if (asked) console.log(JSON.stringify(await measure(asked)));

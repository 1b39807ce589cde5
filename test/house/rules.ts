/** The house rules, each a function from a tree of files to what breaks it, in one line with its place. */
import { type Files, type Import, isCode, isTest, type Source, type Use } from './read.ts';

export interface House {
  readonly files: Files;
  readonly sources: readonly Source[];
}
export type Rule = (house: House) => string[];

/** Earliest first. A folder imports from earlier lines and from itself, never from its neighbours on a line. */
const order: readonly (readonly string[])[] = [
  ['core'],
  ['read'],
  ['sources', 'channels'],
  ['picture'],
  ['match'],
  ['pages'],
  ['seal'],
  ['store', 'net'],
  ['decide'],
  ['gather', 'notify', 'publish'],
  ['web', 'desk', 'device'],
  ['app'],
];
const floorOf = (top: string): number => order.findIndex((names) => names.includes(top));
const pure = ['core', 'read', 'sources', 'channels', 'picture', 'match', 'pages'];
/** These run in a browser and see pure folders only. */
const browser = ['desk', 'device'];
const purePackages =
  /^(saxes|htmlparser2|preact|preact-render-to-string|robust-predicates|geographiclib-geodesic|polyclip-ts)(\/|$)/;
/** Folders whose children are plug-ins. */
const plugInFolders = ['sources', 'channels'];

const at = ({ path }: Source, { line, what }: Use): string => `${path}:${line} ${what}`;
/** The uses that break a rule, over all files that it concerns. */
const breaches = <T extends Use>(
  sources: readonly Source[],
  usesOf: (source: Source) => readonly T[],
  breaks: (use: T, source: Source) => boolean,
): string[] =>
  sources.flatMap((source) =>
    usesOf(source)
      .filter((use) => breaks(use, source))
      .map((use) => at(source, use)),
  );
const imports = (source: Source): readonly Import[] => source.imports;
const topOf = (path: string): string => path.split('/')[1] ?? '';

const everythingKnown: Rule = ({ files, sources }) => [
  ...sources
    .filter(({ path, top }) => floorOf(top) < 0 || path.split('/').length < 3)
    .map(({ path }) => `${path} stands in no known folder`),
  ...breaches(sources, imports, ({ to }) => to !== null && !files.has(to)),
  ...breaches(
    sources,
    imports,
    ({ what, to }) =>
      what.startsWith('.') && to === null && !/\.(json|sql\?raw|(css|js|svg)\?(raw|inline)|woff2(\?\w+)?)$/.test(what),
  ),
];

const earlierFoldersOnly: Rule = ({ sources }) =>
  breaches(sources, imports, ({ to }, { top }) => {
    if (to === null || topOf(to) === top) return false;
    return floorOf(topOf(to)) >= floorOf(top) || (browser.includes(top) && !pure.includes(topOf(to)));
  });

const plugInOf = (path: string): string | null => {
  const [, top = '', name, ...rest] = path.split('/');
  return plugInFolders.includes(top) && rest.length > 0 ? `${top}/${name}` : null;
};
const noPlugInToPlugIn: Rule = ({ sources }) =>
  breaches(sources, imports, ({ to }, { path }) => {
    const [from, into] = [plugInOf(path), to === null ? null : plugInOf(to)];
    return from !== null && into !== null && from !== into;
  });

const platform =
  /^(new )?(process|fetch|document|window|navigator|localStorage|crypto|performance|setTimeout|setInterval|setImmediate|globalThis|Buffer|console)\b/;
const pureStaysPure: Rule = ({ sources, files }) => {
  const within = sources.filter(({ top }) => pure.includes(top));
  return [
    ...breaches(within, imports, ({ what }) => !what.startsWith('.') && !purePackages.test(what)),
    ...breaches(
      within,
      (source) => source.free,
      ({ what }) => platform.test(what),
    ),
    ...[...new Set(within.map(({ top }) => `src/${top}/tsconfig.json`))]
      .filter((own) => !files.has(own))
      .map((own) => `${own} is missing`),
  ];
};

/** Watching a process and a lock file is about the machine's own time; a clock that a test turns must not move it. */
const machineTime = /^src\/store\/server\//;
const noClockNoChance: Rule = ({ sources }) =>
  breaches(
    sources.filter(({ path, top }) => top !== 'app' && !machineTime.test(path)),
    (source) => source.free,
    ({ what }) => ['Date.now', 'new Date()', 'Date()', 'Math.random', 'performance.now'].includes(what),
  );

const noCycles: Rule = ({ sources }) => {
  const next = new Map(sources.map(({ path, imports: list }) => [path, list.flatMap(({ to }) => to ?? [])]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
};

const noLongFiles: Rule = ({ files }) =>
  [...files]
    .filter(([path]) => /\.(ts|tsx|sql|css)$/.test(path))
    .map(([path, text]) => ({
      path,
      lines: text.replace(/\n$/, '').split('\n').length,
      most: isTest(path) || path.startsWith('test/') ? 400 : 300,
    }))
    .filter(({ lines, most }) => lines > most)
    .map(({ path, lines, most }) => `${path} has ${lines} lines of at most ${most}`);

const noCrowdedFolders: Rule = ({ files }) => {
  const members = new Map<string, number>();
  for (const path of files.keys())
    if (isCode(path) && !isTest(path)) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      members.set(folder, (members.get(folder) ?? 0) + 1);
    }
  return [...members]
    .filter(([, count]) => count >= 12)
    .map(([folder, count]) => `${folder} has ${count} files; it wants a room more`);
};

const sqlOnlyInStore: Rule = ({ sources }) => {
  const elsewhere = sources.filter(({ top }) => top !== 'store');
  return [
    ...breaches(
      elsewhere,
      imports,
      ({ what, typeOnly }, { top }) => /^(pg|kysely|pg-[\w-]+)(\/|$)/.test(what) && !(typeOnly && top === 'app'),
    ),
    ...breaches(
      elsewhere,
      (source) => source.calls,
      ({ what }) => what === 'sql``',
    ),
  ];
};

const sockets = /^(undici|nodemailer|ws|(node:)?(net|tls|http|https|http2|dgram|dns))(\/|$)/;
const socketsOnlyInNet: Rule = ({ sources }) => {
  const elsewhere = sources.filter(({ top }) => top !== 'net');
  return [
    ...breaches(elsewhere, imports, ({ what, typeOnly }) => sockets.test(what) && !typeOnly),
    ...breaches(
      // In a browser the content policy lets a page speak to its own desk only.
      elsewhere.filter(({ top }) => !browser.includes(top)),
      (source) => source.free,
      ({ what }) => /^(new )?(fetch|WebSocket|EventSource)\b|^globalThis\.fetch/.test(what),
    ),
    ...breaches(
      sources.filter(({ top }) => top !== 'web'),
      imports,
      ({ what }) => what.startsWith('@hono/node-server'),
    ),
  ];
};

/** Facts are only ever added. */
const rewritesFact = /\b(update(\s+only)?|delete\s+from(\s+only)?|truncate(\s+table)?)\s+"?fact\b/i;
const factsOnlyGrow: Rule = ({ sources, files }) => [
  ...breaches(
    sources,
    (source) => source.calls,
    ({ what }) => /^(updateTable|deleteFrom|mergeInto)\(fact\)$/.test(what),
  ),
  ...breaches(
    sources,
    (source) => source.texts,
    ({ what }) => rewritesFact.test(what),
  ),
  ...[...files]
    .filter(([path, text]) => path.endsWith('.sql') && rewritesFact.test(text))
    .map(([path]) => `${path} rewrites facts`),
];

const packagesUsed: Rule = ({ sources, files }) => {
  const { dependencies = {} } = JSON.parse(files.get('package.json') ?? '{}') as {
    dependencies?: Record<string, string>;
  };
  const used = sources.flatMap((source) => source.imports.map(({ what }) => what));
  const idle = Object.keys(dependencies).filter(
    (name) => !used.some((what) => what === name || what.startsWith(`${name}/`)),
  );
  return idle.map((name) => `${name} is a dependency that nothing imports`);
};

const settingsRead: Rule = ({ sources, files }) => {
  const table = files.get('src/app/config.ts') ?? '';
  const names = [...table.matchAll(/^ {2}(\w+): setting\(/gm)].map((match) => match[1] ?? '');
  const read = new Set(sources.filter(({ path }) => path !== 'src/app/config.ts').flatMap((source) => source.settings));
  return names.filter((name) => !read.has(name)).map((name) => `nobody reads config.${name}`);
};

/** Folders where people and machines keep their work; a path in them means nothing to anybody else. */
const machinePath = /(?<![\w.~-])\/(?:(?:home|Users)\/(?!node\b)\w+|work|farm|root|tmp)\//;
const noMachinePaths: Rule = ({ files }) =>
  [...files].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((words, index) => (machinePath.test(words) ? [`${path}:${index + 1} ${words.trim()}`] : [])),
  );

/** By the name each rule has in a failing test. */
export const rules: Readonly<Record<string, Rule>> = {
  'every folder and every relative import is known': everythingKnown,
  'a folder imports only from earlier ones': earlierFoldersOnly,
  'no plug-in imports another': noPlugInToPlugIn,
  'pure folders stay pure': pureStaysPure,
  'the clock and chance are read in app only': noClockNoChance,
  'no cycles': noCycles,
  'no long files': noLongFiles,
  'no crowded folders': noCrowdedFolders,
  'SQL in store only': sqlOnlyInStore,
  'sockets in net only': socketsOnlyInNet,
  'facts only grow': factsOnlyGrow,
  'every package is used': packagesUsed,
  'every setting is read': settingsRead,
  "no path of anybody's machine": noMachinePaths,
};

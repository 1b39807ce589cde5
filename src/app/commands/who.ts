/** who: a dry run. Whom would this alert tell, if an operator vouched for it now, and why? Stores and sends nothing. */
import { readFile } from 'node:fs/promises';
import { type CapAlert, read as readCap } from '../../core/cap/index.ts';
import { endOf } from '../../core/cap/meaning.ts';
import type { AlertBody, Fact } from '../../core/fact.ts';
import { resolvedAreas } from '../../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../../core/geo/geocodes/geocodes.ts';
import type { AlertView, Person } from '../../core/model.ts';
import { readWatchList } from '../../gather/watch-list.ts';
import { matcher } from '../../match/match.ts';
import { reasonText } from '../../pages/strings/reasons.ts';
import { alertsOf } from '../../picture/alerts.ts';
import { type Command, type CommandContext, exit } from '../line/command.ts';
import { shippedDivisions } from '../root.ts';

export const who: Command = {
  name: 'who',
  usage: 'ALERT-FILE',
  takes: [1, 1],
  help: 'Says whom an alert would tell and why, were it confirmed now; nothing is stored or sent.',
  example: 'who flood.xml --watch people.csv',
  options: {
    watch: { type: 'string', value: 'LIST.csv', help: 'The watch list to match with.' },
    json: { type: 'boolean', help: 'Prints one JSON object a line: {alert, person, tell, show, info, why}.' },
  },
  config: true,
  async run(context) {
    const { args, flags, stderr } = context;
    if (typeof flags['watch'] !== 'string') {
      stderr('tocsin: --watch LIST.csv is missing: whom should the alert be matched with?\n');
      return exit.usage;
    }
    const [alertBytes, listBytes] = await Promise.all([read(context, args[0] ?? ''), read(context, flags['watch'])]);
    if (!alertBytes || !listBytes) return exit.usage;
    const cap = readCap(alertBytes);
    const list = readWatchList(listBytes, context.clock.now());
    for (const [file, findings] of [
      [args[0], cap.findings],
      [flags['watch'], list.findings],
    ] as const)
      for (const { severity, message, where } of findings)
        stderr(`${file}${where.line ? `:${where.line}` : ''}: ${severity} ${message}\n`);
    if (cap.alerts.length === 0) return exit.refused;
    const live = list.people.filter(({ space }) => space === 'live');
    for (const view of asConfirmed(cap.alerts, context)) report(context, view, live);
    return list.rows > list.people.length ? exit.refused : exit.done;
  },
};

/** The alerts of the file as the picture would hold them, vouched for by an operator this moment. */
function asConfirmed(alerts: readonly CapAlert[], { clock }: CommandContext): AlertView[] {
  const now = clock.now();
  const facts = alerts.map((alert, n): Fact<AlertBody> => {
    const body = {
      kind: 'alert' as const,
      report: '',
      alert,
      name: `${n}`,
      references: [],
      situations: [],
      trust: 'operator' as const,
    };
    return {
      subject: `${alert.identifier}#${n + 1}`,
      interval: { from: alert.sent.at, to: endOf(alert) },
      recorded: { seq: 1, at: now },
      body,
    };
  });
  const geocodes = openGeocodes(shippedDivisions());
  const views = alertsOf(facts, { valid: now, seq: 1 });
  return views.map((view) => ({ ...view, resolved: resolvedAreas(view.alert, geocodes) }));
}

function report({ config, clock, flags, stdout }: CommandContext, view: AlertView, people: readonly Person[]): void {
  const match = matcher(view, clock.now(), config, 'new');
  const matches = people.map((person) => ({ person, match: match({ id: person.ref, person }) }));
  if (flags['json']) {
    for (const { match } of matches) stdout(`${JSON.stringify(match)}\n`);
    return;
  }
  const told = matches.filter(({ match }) => match.tell).length;
  stdout(
    `${view.id} from ${view.alert.sender}: ${view.alert.status} ${view.alert.msgType}, ${told} of ${people.length} people would be told.\n`,
  );
  for (const { person, match } of matches.toSorted((a, b) => Number(b.match.tell) - Number(a.match.tell)))
    stdout(
      `  ${match.tell ? 'told    ' : 'not told'}  ${person.ref}${person.role ? ` (${person.role})` : ''}: ${match.why.map((reason) => reasonText(reason)).join(' ')}\n`,
    );
}

async function read(context: CommandContext, file: string): Promise<Uint8Array | null> {
  try {
    return file === '-' ? await context.stdin() : await readFile(context.path(file));
  } catch (error) {
    context.stderr(`tocsin: ${file} can’t be read: ${(error as NodeJS.ErrnoException).code ?? error}.\n`);
    return null;
  }
}

/** check FILE|URL|-…: what is wrong with CAP, where, and what to do; by the standard and by the profiles that are named. */
import { type CapCheck, type CheckedAlert, check as checkCap, isLimit, type Verdict } from '../../core/cap/check.ts';
import { profileNamed, profiles } from '../../core/cap/profiles/index.ts';
import { ruleOf } from '../../core/cap/rules/index.ts';
import type { Rule } from '../../core/cap/rules/rule.ts';
import type { Finding } from '../../core/finding.ts';
import { isRefusal } from '../../core/refusal.ts';
import { calm, isolated } from '../../pages/parts/shown-text.ts';
import { type BareContext, type Command, exit } from '../line/command.ts';
import { countryOf } from '../line/countries.ts';
import { inputOf, isUrl, maxInputBytes } from '../line/input.ts';

const accept = 'application/cap+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

const names = profiles.map(({ name }) => name).join(', ');

export const check: Command = {
  name: 'check',
  usage: 'FILE|URL|-…',
  takes: [1, Number.POSITIVE_INFINITY],
  help: 'Reads CAP and says what is wrong with it, by line and column, and what to do; - is standard input. Ends with 1 for an error, else with 2 where something was not judged: no alert, or more than it reads.',
  example: 'check --profile google examples/flood.xml',
  options: {
    profile: {
      type: 'string',
      value: 'NAME',
      many: true,
      help: `Checks against this profile too; may be given several times: ${names}.`,
    },
    json: { type: 'boolean', help: 'Prints one JSON array, as docs/check.schema.json describes it, instead of lines.' },
  },
  config: false,
  async run(context) {
    const { args, flags, stdout, stderr } = context;
    const asked = typeof flags['profile'] === 'string' ? [...new Set(flags['profile'].split(','))] : [];
    const unknown = asked.find((name) => profileNamed(name) === null);
    if (unknown !== undefined) {
      stderr(`tocsin: There is no profile “${oneLine(unknown)}”. There are: ${names}.\n`);
      return exit.usage;
    }
    const print = flags['json'] === true ? jsonOf(stdout) : linesOf(stdout);
    const codes = new Set<number>();
    for (const [i, file] of args.entries()) {
      const checked = args.indexOf(file) < i && file === '-' ? twice : await checkOf(file, context, asked);
      if (checked === null) return exit.interrupted;
      if (checked.check === null) stderr(`tocsin: ${oneLine(checked.refused)}\n`);
      codes.add(codeOf(checked));
      print.file(file, checked, asked);
    }
    print.end();
    return Math.max(...codes);
  },
};

/** What was found in one input, or why it could not be had. */
type Checked = { readonly check: CapCheck } | { readonly check: null; readonly refused: string };

const twice: Checked = { check: null, refused: '- can be read once; name it once.' };

/** null when the process was asked to stop. */
async function checkOf(file: string, context: BareContext, asked: readonly string[]): Promise<Checked | null> {
  const input = await inputOf(context, file, accept);
  if (input === null || context.signal.aborted) return null;
  if (isRefusal(input)) return { check: null, ...input };
  if (input.bytes.length > maxInputBytes)
    return { check: null, refused: `${file} is larger than 16 MiB, and is not read. Ask for a smaller one.` };
  const judges = asked.map(profileNamed).filter((profile) => profile !== null);
  const found = checkCap(input.bytes, { profiles: judges, countryOf, ...(isUrl(file) ? { base: file } : {}) });
  return { check: { ...found, findings: [...found.findings, ...unchecked(found.links)] } };
}

/** A feed of addresses holds no alert itself, and whoever has it checked may think that all is well. */
function unchecked(links: CapCheck['links']): Finding[] {
  const [first] = links;
  if (!first) return [];
  const many = links.length === 1 ? 'an alert that it does' : `${links.length} alerts that it does`;
  const message = `The document names ${many} not hold, so nothing of it was checked: ${first.href}${links.length === 1 ? '' : ' and others'}. Check those addresses.`;
  return [{ severity: 'warning', code: 'cap.links.unread', message, where: first.at }];
}

/** By the verdicts; where nothing is wrong and not all could be judged, or was looked at, nobody may think that all is valid. */
function codeOf({ check: found }: Checked): number {
  if (found === null) return exit.usage;
  const parts = [found, ...found.alerts];
  if (found.xml === 'invalid' || parts.some(({ findings }) => findings.some(isFault))) return exit.refused;
  const isPart = found.xml === null || parts.some(({ findings }) => findings.some(isLimit));
  return isPart || found.alerts.length === 0 ? exit.usage : exit.done;
}

const isFault = (finding: Finding): boolean => finding.severity === 'error' && !isLimit(finding);

/** One way to print: each file when it is checked, so that a long list is never held. */
interface Printer {
  file(file: string, checked: Checked, asked: readonly string[]): void;
  end(): void;
}

type JsonVerdict = Verdict | null;

/** An alert of the JSON; all names null where no alert could be read, and verdicts where nothing could be judged. */
interface JsonAlert {
  readonly identifier: string | null;
  readonly sender: string | null;
  readonly sent: string | null;
  readonly verdicts: {
    readonly xml: JsonVerdict;
    readonly schema: JsonVerdict;
    readonly spec: JsonVerdict;
    readonly profiles: Readonly<Record<string, JsonVerdict>>;
  };
  readonly findings: readonly object[];
}

function jsonOf(stdout: (text: string) => void): Printer {
  let before = '[';
  return {
    file(file, checked, asked) {
      const { alerts = [], findings = [] } = checked.check ?? {};
      const read = alerts.map(jsonAlert);
      const none = read.length === 0;
      const entry = {
        file,
        alerts: none ? [withoutAlert(checked, asked)] : read,
        findings: none ? [] : findings.map(jsonFinding),
      };
      stdout(`${before}\n${JSON.stringify(entry)}`);
      before = ',';
    },
    end: () => stdout('\n]\n'),
  };
}

const jsonAlert = ({ identifier, sender, sent, verdicts, findings }: CheckedAlert): JsonAlert => ({
  ...{ identifier, sender, sent, verdicts },
  findings: findings.map(jsonFinding),
});

function withoutAlert(checked: Checked, asked: readonly string[]): JsonAlert {
  const unread: Finding[] =
    checked.check === null
      ? [{ severity: 'error', code: 'file.unreadable', message: checked.refused, where: {} }]
      : [...checked.check.findings];
  const unjudged = Object.fromEntries(asked.map((name) => [name, null]));
  return {
    ...{ identifier: null, sender: null, sent: null },
    verdicts: { xml: checked.check?.xml ?? null, schema: null, spec: null, profiles: unjudged },
    findings: unread.map(jsonFinding),
  };
}

const jsonFinding = ({ code, severity, message, where }: Finding): object => ({
  ...{ code, severity, message },
  ...{ path: where.path ?? null, line: where.line ?? null, column: where.column ?? null },
});

function linesOf(stdout: (text: string) => void): Printer {
  const tally = { error: 0, warning: 0, info: 0, unjudged: 0 };
  const verdicts: string[] = [];
  return {
    file(file, { check: found }, asked) {
      if (found === null) {
        tally.unjudged += 1;
        verdicts.push(`${oneLine(file)}: not read`);
        return;
      }
      const explained = new Set<string>();
      const print = (findings: readonly Finding[]): void => {
        for (const finding of findings) {
          stdout(`${lineOf(file, finding)}\n${explanationOf(finding.code, explained)}`);
        }
      };
      print(found.findings);
      for (const finding of found.findings) tally[isLimit(finding) ? 'unjudged' : finding.severity] += 1;
      for (const [i, alert] of found.alerts.entries()) {
        if (found.alerts.length > 1) stdout(`${headOf(file, alert, i, found.alerts.length)}\n`);
        print(alert.findings);
        const { error, warning, info, limit } = alert.counts;
        tally.error += error - limit;
        tally.warning += warning;
        tally.info += info;
        tally.unjudged += limit;
      }
      verdicts.push(`${oneLine(file)}: ${verdictsOf(found, asked)}`);
    },
    end() {
      for (const line of verdicts) stdout(`${line}\n`);
      const { error, warning, info, unjudged } = tally;
      const counts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note')];
      const rest = unjudged === 0 ? [] : [`${unjudged} not judged`];
      stdout(`${count(verdicts.length, 'file')}: ${[...counts, ...rest].join(', ')}\n`);
    },
  };
}

/** `flood.xml:12:9: error cap.sent.missing …`, the form that editors and terminals make a link of. */
function lineOf(file: string, finding: Finding): string {
  const { severity, code, message, where } = finding;
  const at = where.line === undefined ? '' : `:${where.line}:${where.column ?? 1}`;
  return `${oneLine(file)}${at}: ${isLimit(finding) ? 'not judged' : severity} ${code} ${oneLine(message)}`;
}

const profileRules: ReadonlyMap<string, Rule> = new Map(
  profiles.flatMap(({ rules }) => rules.map((rule) => [rule.code, rule])),
);

/** Why it matters, what to do and where the rule stands, indented; once for each code of a file. */
function explanationOf(code: string, explained: Set<string>): string {
  const rule = ruleOf(code) ?? profileRules.get(code);
  if (rule === undefined || explained.has(code)) return '';
  explained.add(code);
  return `    ${rule.why} (${rule.source})\n`;
}

function headOf(file: string, { identifier, sender, sent }: CheckedAlert, i: number, many: number): string {
  const said = (value: string | null): string => isolated(value ?? 'not stated', 60);
  return `${oneLine(file)}: alert ${i + 1} of ${many}: ${said(identifier)}, from ${said(sender)}, sent ${said(sent)}`;
}

/** Where the reader came to a limit of its own. */
const unjudged = 'not read to its end';
const limited = 'not all of it looked at';

/** The four verdicts; of several alerts that of the worst. */
function verdictsOf({ xml, alerts, findings }: CapCheck, asked: readonly string[]): string {
  if (alerts.length === 0) return `XML ${xml ?? unjudged}; no alert could be read`;
  const worst = (verdictOf: (alert: CheckedAlert) => Verdict | undefined): Verdict =>
    alerts.every((alert) => verdictOf(alert) === 'valid') ? 'valid' : 'invalid';
  const shown = [
    `XML ${xml ?? unjudged}`,
    `schema ${worst(({ verdicts }) => verdicts.schema)}`,
    `specification ${worst(({ verdicts }) => verdicts.spec)}`,
    ...asked.map((name) => `${name} ${worst(({ verdicts }) => verdicts.profiles[name])}`),
    ...([findings, ...alerts.map((alert) => alert.findings)].some((some) => some.some(isLimit)) ? [limited] : []),
  ];
  return shown.join(', ');
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;

/** Words from outside on a terminal: nothing in them can move the cursor, begin a line or turn the words around them. */
const oneLine = (words: string): string => calm(words.replace(/\s+/g, ' '));

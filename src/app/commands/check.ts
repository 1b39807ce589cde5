/** check FILE…: what is wrong with CAP files, and where. */
import { readFile } from 'node:fs/promises';
import { readCap } from '../../core/cap/index.ts';
import type { Finding } from '../../core/finding.ts';
import { type BareContext, type Command, exit } from '../line/command.ts';

interface Checked {
  /** As named on the command line. */
  readonly file: string;
  readonly alerts: readonly { readonly identifier: string; readonly sender: string; readonly sent: string }[];
  readonly findings: readonly Finding[];
}

const unreadable = 'file.unreadable';

export const check: Command = {
  name: 'check',
  usage: 'FILE…',
  takes: [1, Number.POSITIVE_INFINITY],
  help: 'Reads CAP files and says what is wrong with each, by line and column; - is standard input.',
  example: 'check --json flood.xml storm.xml',
  options: { json: { type: 'boolean', help: 'Prints [{file, alerts, findings}] instead of lines.' } },
  config: false,
  async run(context) {
    const { args, flags, stdout } = context;
    const json = flags['json'] === true;
    const tally = { error: 0, warning: 0, info: 0 };
    let first = true;
    let missed = false;
    for (const file of args) {
      const checked = await checkFile(file, context);
      if (checked === null) return exit.interrupted;
      for (const { severity, code } of checked.findings) {
        tally[severity] += 1;
        missed ||= code === unreadable;
      }
      if (json) stdout(`${first ? '[' : ','}\n${JSON.stringify(checked)}`);
      else for (const finding of checked.findings) stdout(`${lineOf(file, finding)}\n`);
      first = false;
    }
    if (json) stdout('\n]\n');
    else stdout(`${summary(args.length, tally)}\n`);
    if (missed) return exit.usage;
    return tally.error > 0 ? exit.refused : exit.done;
  },
};

/** null when the process was asked to stop. */
async function checkFile(file: string, { stdin, path, stderr, signal }: BareContext): Promise<Checked | null> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await stdin() : await readFile(path(file));
  } catch (error) {
    if (signal.aborted) return null;
    const message = `${file} can't be read: ${wordsOf(error)}.`;
    stderr(`tocsin: ${message}\n`);
    return { file, alerts: [], findings: [{ severity: 'error', code: unreadable, message, where: {} }] };
  }
  if (signal.aborted) return null;
  const { alerts, findings } = readCap(bytes);
  return {
    file,
    alerts: alerts.map(({ identifier, sender, sent }) => ({ identifier, sender, sent: sent.text })),
    findings,
  };
}

/** `flood.xml:12:9: error cap.sent.missing …`, the form that editors and terminals make a link of. */
function lineOf(file: string, { severity, code, message, where }: Finding): string {
  const at = where.line === undefined ? '' : `:${where.line}:${where.column ?? 1}`;
  return `${file}${at}: ${severity} ${code} ${message}`;
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;

function summary(files: number, { error, warning, info }: Record<Finding['severity'], number>): string {
  return `${count(files, 'file')}: ${count(error, 'error')}, ${count(warning, 'warning')}, ${count(info, 'note')}`;
}

function wordsOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file; look at its name and at the folder you stand in';
  if (code === 'EISDIR') return 'it is a folder; name the files in it';
  if (code === 'EACCES') return 'this user may not read it';
  return String(code ?? error);
}

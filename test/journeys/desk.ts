/** A real desk as a process of its own, with a real mail server beside it, for tests that go the whole way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const main = resolve('dist/main.js');

/** A mail as the far side took it. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
}

export interface MailSink {
  readonly port: number;
  readonly mails: Mail[];
  /** Resolves when `done` holds for what has arrived; rejects after `ms`. */
  until(done: (mails: readonly Mail[]) => boolean, ms?: number): Promise<void>;
  close(): Promise<void>;
}

/** Takes every mail. `answer` may refuse one, or hold it back. */
export function mailSink(answer: (to: string) => Error | null | Promise<Error | null> = () => null): Promise<MailSink> {
  const mails: Mail[] = [];
  const watchers = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    async onData(stream, session, callback) {
      const raw = await text(stream).catch(() => null);
      // Cut in the middle: such a mail was never taken.
      if (raw === null) return;
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const refusal = await answer(to[0] ?? '');
      if (refusal) return callback(refusal);
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
      mails.push({ from, to, raw, messageId: /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? '' });
      callback();
      for (const watcher of [...watchers]) watcher();
    },
  });
  // A desk that is killed cuts its connections; that is what these tests are about.
  server.on('error', () => {});
  return new Promise((ready) => {
    const listening = server.listen(0, '127.0.0.1', () =>
      ready({
        port: (listening.address() as AddressInfo).port,
        mails,
        until: (done, ms = 30_000) =>
          new Promise((resolve, reject) => {
            const look = (): void => {
              if (!done(mails)) return;
              clearTimeout(late);
              watchers.delete(look);
              resolve();
            };
            const late = setTimeout(() => {
              watchers.delete(look);
              reject(new Error(`still not so after ${ms} ms, with ${mails.length} mails`));
            }, ms);
            watchers.add(look);
            look();
          }),
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}

export interface Desk {
  readonly url: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is cleaned up. */
  kill(): Promise<void>;
}

export interface DeskFolder {
  readonly folder: string;
  readonly env: Record<string, string>;
  /** `serve`, or the command that is given; resolves when it answers. */
  start(args?: readonly string[]): Promise<Desk>;
  /** Begins one command and waits for nothing. */
  begin(args: readonly string[]): ChildProcess;
  /** Runs one command and gives what it printed. */
  run(args: readonly string[], input?: string): Promise<{ code: number | null; stdout: string; stderr: string }>;
  remove(): void;
}

export function deskFolder(env: Record<string, string> = {}): DeskFolder {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-journey-'));
  const whole = {
    PATH: process.env['PATH'] ?? '',
    TOCSIN_DATA: join(folder, 'var'),
    TOCSIN_PORT: '0',
    TOCSIN_MAIL_FROM: 'desk@tocsin.example',
    ...env,
  };
  return {
    folder,
    env: whole,
    start: (args = ['serve']) => startDesk(args, whole),
    begin: (args) => spawn(process.execPath, [main, ...args], { env: whole, stdio: ['ignore', 'pipe', 'pipe'] }),
    run: (args, input = '') => run(args, whole, input),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function startDesk(args: readonly string[], env: Record<string, string>): Promise<Desk> {
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return new Promise((ready, failed) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      const url = /answers at (http:\S+)/.exec(stdout)?.[1];
      if (!url) return;
      const end = (signal: NodeJS.Signals): Promise<number | null> => {
        child.kill(signal);
        return exited;
      };
      ready({
        url,
        process: child,
        output: () => stdout,
        errors: () => stderr,
        stop: () => end('SIGTERM'),
        kill: async () => void (await end('SIGKILL')),
      });
    });
    void exited.then((code) => failed(new Error(`the desk ended with ${code} before it answered: ${stderr}`)));
  });
}

function run(
  args: readonly string[],
  env: Record<string, string>,
  input: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    out.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    out.stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((done) => child.once('close', (code) => done({ code, ...out })));
}

/** Calls the desk's API with an operator's token. */
export class Operator {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async post(
    desk: Desk,
    path: string,
    body: Uint8Array | string = '',
  ): Promise<{ status: number; json: Record<string, unknown> }> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const answer = await fetch(`${desk.url}${path}`, { method: 'POST', headers, body: body as BodyInit });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  }

  async get<T>(desk: Desk, path: string): Promise<T> {
    const answer = await fetch(`${desk.url}${path}`, { headers: { authorization: `Bearer ${this.#token}` } });
    return (await answer.json()) as T;
  }

  async report(desk: Desk, cap: string): Promise<{ status: number; id: string; json: Record<string, unknown> }> {
    const { status, json } = await this.post(desk, '/api/v1/reports?source=cap-file', cap);
    const alerts = (json['alerts'] ?? []) as { id: string }[];
    return { status, id: alerts[0]?.id ?? '', json };
  }
}

/** A desk folder with one operator. */
export async function withOperator(folder: DeskFolder, name = 'Ana'): Promise<Operator> {
  const { code, stdout, stderr } = await folder.run(['token', 'add', name]);
  if (code !== 0) throw new Error(stderr);
  return new Operator(stdout.trim());
}

/** A watch list as CSV from rows of id, lat, lon and whatever else. */
export function csv(rows: readonly Record<string, string | number>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: string | number | undefined): string => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))].join('\n');
}

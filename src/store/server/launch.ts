/** One run of the server process: from its start until it has ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import type { Refusal } from '../../core/refusal.ts';
import { answers, type PostgresConnection } from './connection.ts';
import { shutdownLimits, waitUntil } from './postmaster.ts';
import { cleanEnv, type RunAs } from './run-as.ts';
import { keepRotated, lastWords, openLog } from './server-log.ts';

/** How the server ended. `wanted`: because we asked for it. */
export interface Exit {
  readonly wanted: boolean;
  readonly words: string;
}

export interface Run {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends it and waits for that: politely for a moment, by a fast shutdown, an immediate one, at last by SIGKILL. Idempotent. */
  end(): Promise<void>;
}

export interface Launch {
  readonly program: string;
  readonly as: RunAs;
  readonly cluster: string;
  readonly connection: PostgresConnection;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Recovery after a crash reads all that was written since the last checkpoint; a slow disk needs minutes for that. */
const readyLimitMs = 15 * 60_000;

const settings = (socketFolder: string): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
  port: '5432',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  // Workers of one query share memory in /dev/shm, of which a container has little.
  max_parallel_workers_per_gather: '0',
  // No statement, parameter, row or detail is ever logged.
  log_min_messages: 'warning',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
});

/** How the refusal begins when the server ended before it took a connection. */
export const didNotStart = 'PostgreSQL did not start';

/** Starts the server and waits until it takes connections; a Refusal with the server's own last words when it ends before. */
export async function launch(how: Launch): Promise<Run | Refusal> {
  const all = { ...settings(how.connection.host), ...how.settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(how.log);
  const [command = how.program, ...rest] = [...how.as.prefix, how.program, '-D', realpathSync(how.cluster), ...args];
  // A session of its own: Ctrl-C in a terminal is for us, and we stop the server when our work is done. The log is the
  // server's own file, so it can go on when we are killed.
  const options = { ...how.as.options, env: cleanEnv, cwd: '/', detached: true };
  const child = spawn(command, rest, { ...options, stdio: ['ignore', log.file, log.file] });
  closeSync(log.file);
  const run = follow(child, how, log.startsAt);
  let exit: Exit | null = null;
  run.exited.then((value) => {
    exit = value;
  });
  const ready = await waitUntil(async () => exit !== null || (await answers(how.connection)), readyLimitMs);
  if (ready && exit === null) return run;
  await run.end();
  const { words } = await run.exited;
  return { refused: `${didNotStart}: ${words} (its log is ${how.log})` };
}

function follow(child: ChildProcess, { log, connection }: Launch, startsAt: number): Run {
  let wanted = false;
  let alive = child.pid !== undefined;
  const stopRotating = keepRotated(log);
  const exited = new Promise<Exit>((resolve) => {
    const ended = (words: string): void => {
      alive = false;
      stopRotating();
      resolve({ wanted, words });
    };
    child.on('error', (error) => ended(error.message));
    child.on('exit', (code, signal) => ended(lastWords(log, startsAt) || `it ended with ${signal ?? code}`));
  });
  const end = async (): Promise<void> => {
    wanted = true;
    const steps = [
      // Connections that are just being closed may finish that; a client that is cut off instead reports an error.
      ['SIGTERM', shutdownLimits.smartMs],
      ['SIGINT', shutdownLimits.fastMs],
      ['SIGQUIT', shutdownLimits.immediateMs],
      ['SIGKILL', shutdownLimits.immediateMs],
    ] as const;
    // One that takes no connections is starting or recovering: it has nothing to finish, and PostgreSQL 18 never ends when it
    // is asked politely while it recovers from the crash of a child.
    const first = alive && !(await answers(connection)) ? 2 : 0;
    for (const [signal, limitMs] of steps.slice(first)) {
      if (alive) child.kill(constants.signals[signal]);
      if (await waitUntil(() => !alive, limitMs)) return;
    }
  };
  return { pid: child.pid ?? 0, exited, end };
}

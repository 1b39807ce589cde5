#!/usr/bin/env node
/** Where the process begins: joins the command line to the machine, and turns its answer into an exit code. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Refusal } from '../core/refusal.ts';
import { runCommandLine } from './cli.ts';
import { systemClock } from './clock.ts';
import { exit } from './line/command.ts';
import { headOf } from './line/input.ts';

const stopping = new AbortController();
let interrupted = false;

/** The first asks for a clean stop; the second does not wait for it. */
function stop(name: 'SIGINT' | 'SIGTERM'): void {
  if (stopping.signal.aborted) process.exit(exit.interrupted);
  interrupted = name === 'SIGINT';
  stopping.abort();
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

// Whoever reads our output may stop reading (`| head`); that is no error of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exit.done);
    throw error;
  });

function readFile(path: string): string | Refusal {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return { refused: `The settings in ${path} can't be read: ${(error as NodeJS.ErrnoException).code}.` };
  }
}

function bug(error: unknown): never {
  const words = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`tocsin: this is a bug in Tocsin; please report it with what stands here.\n${words}\n`);
  process.exit(exit.bug);
}
process.on('uncaughtException', bug);

const code = await runCommandLine({
  argv: process.argv.slice(2),
  env: process.env,
  home: process.cwd(),
  resolve,
  readFile,
  stdin: (atMost = Number.POSITIVE_INFINITY) => headOf(process.stdin, atMost, stopping.signal),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  clock: systemClock,
  signal: stopping.signal,
}).catch(bug);
process.exitCode = interrupted ? exit.interrupted : code;

/** The log: JSON lines on standard error. */
import pino from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Log =>
  pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );

/** Errors from below may quote what they were given; only our own words and the place go to the log. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** The settings of a replay's desk: its own folder, key, database and mailbox. Nothing of the live desk's ways in or out is left. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { deskAddress } from './inbox.ts';

/** `data` is the replay's own data folder. How long things count, how the desk is called and where it listens stays as it is set. */
export const replaySettings = (config: Config, data: string): Config => ({
  ...config,
  data,
  databaseUrl: null,
  key: null,
  keyFile: join(data, 'master.key'),
  smtpUrl: null,
  mailFrom: 'tocsin@replay.invalid',
  deskEmail: deskAddress,
  privateHosts: null,
  heartbeatUrl: null,
});

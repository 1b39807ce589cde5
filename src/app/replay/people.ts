/** The watch list of a story. Its people are of the drill space, and their webhooks lead to the replay's own receiver. */
import type { Person } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { readWatchList } from '../../gather/watch-list.ts';

/** How a story writes a webhook: the port is known only when the receiver stands. */
const ownReceiver = 'http://127.0.0.1:0/';

/** Reads the list as of `at`; what is wrong with it is added to `faults`. No sentence repeats a cell. */
export function readPeople(file: string, bytes: Uint8Array, at: Instant, faults: string[]): readonly Person[] {
  const { people, findings } = readWatchList(bytes, at);
  for (const { severity, message, where } of findings)
    if (severity === 'error') faults.push(`${file}${where.line === undefined ? '' : `:${where.line}`}: ${message}`);
  const live = people.filter(({ space }) => space !== 'drill').length;
  if (live > 0) faults.push(`${file}: ${live} rows are not of the space drill; a story has no others.`);
  const elsewhere = people.flatMap(webhooksOf).filter((address) => !address.startsWith(ownReceiver)).length;
  if (elsewhere > 0)
    faults.push(
      `${file}: ${elsewhere} webhooks lead out of the replay; write ${ownReceiver}… for its own receiver, since nothing leaves it.`,
    );
  return people;
}

/** The same people with webhooks at the receiver's port. */
export const withReceiver = (people: readonly Person[], port: number): Person[] =>
  people.map((person) => ({
    ...person,
    channels: person.channels.map(({ channel, address }) => ({
      channel,
      address: channel === 'webhook' ? address.replace(ownReceiver, `http://127.0.0.1:${port}/`) : address,
    })),
  }));

const webhooksOf = ({ channels }: Person): string[] =>
  channels.filter(({ channel }) => channel === 'webhook').map(({ address }) => address);

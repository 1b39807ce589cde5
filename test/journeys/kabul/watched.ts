/** A program that writes down every connection and every question to a name server of the process it is loaded into. */

/** Loaded by `node --import`; the list goes to the file that CONNECTIONS names, one a line. */
export const watcher = `
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
const note = (line) => appendFileSync(process.env.CONNECTIONS, line + '\\n');
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [to, host] = Array.isArray(args[0]) ? args[0] : args;
  const where = typeof to === 'object' ? to : typeof to === 'string' ? { path: to } : { port: to, host };
  note(where.path ? 'path ' + where.path : 'to ' + (where.host ?? 'localhost') + ':' + where.port);
  return connect.apply(this, args);
};
for (const at of [dns, dns.promises])
  for (const name of Object.keys(at).filter((one) => /^(lookup|resolve|reverse)/.test(one))) {
    const ask = at[name];
    at[name] = (host, ...rest) => {
      note('name ' + host);
      return ask(host, ...rest);
    };
  }
syncBuiltinESMExports();
`;

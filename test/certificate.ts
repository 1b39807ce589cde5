/** A self-signed certificate for tests, made on the spot (X.509 v3, RFC 5280), so that none lies in the repository. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Names the given hosts, is its own authority, and is valid until the end of 9999. */
export function selfSigned(...hosts: string[]): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = seq(oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = seq(der(0x31, seq(oid('550403'), der(0x0c, Buffer.from('Tocsin test')))));
  const names = seq(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const isAuthority = seq(oid('551d13'), der(0x01, Buffer.of(0xff)), der(0x04, seq(der(0x01, Buffer.of(0xff)))));
  const alternativeNames = seq(oid('551d11'), der(0x04, names));
  const body = seq(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    seq(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from('99991231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, seq(isAuthority, alternativeNames)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]));
  const cert = seq(body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), value]);
}

const seq = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

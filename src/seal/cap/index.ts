/** Signatures on CAP alerts: verify, read what was verified, judge the key, sign. This is the package's entry `tocsin/cap/verify`; it needs Node. */
export type { CertificateFacts, SigningKey } from './keys.ts';
export { type SignOptions, signCap } from './sign.ts';
export { type Revoked, type RevokedWords, revokedOf } from './trust/revoked.ts';
export { type KeyTrust, type Pin, type Pins, pinOf, trustOf } from './trust/trust.ts';
export {
  type CapVerification,
  type CheckedSignature,
  readVerified,
  type SignatureVerdict,
  type VerifiedAlert,
  type VerifiedReading,
  type VerifyOptions,
  verifyCap,
} from './verify.ts';

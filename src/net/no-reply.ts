/** Why a socket gave no answer: errors of Node, undici and nodemailer as the few kinds the rest of the desk knows. */
import type { NoReply, Reply } from '../core/request.ts';
import { redact } from './redact.ts';

/** An error of ours that already knows its kind. */
export class NoReplyError extends Error {
  readonly error: NoReply;
  constructor(error: NoReply, words: string) {
    super(words);
    this.error = error;
  }
}

const kinds: readonly (readonly [RegExp, NoReply])[] = [
  [/^(ETIMEDOUT|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT)$/, 'timeout'],
  [/^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unreachable'],
  [/^(ENOTFOUND|EAI_\w+|EDNS)$/, 'name'],
  [
    /^(ETLS|EPROTO|EREQUIRETLS|ERR_TLS\w*|ERR_SSL\w*|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED\w*|\w+_IN_CERT_CHAIN)$/,
    'tls',
  ],
  [/^(UND_ERR_HEADERS_OVERFLOW|ERR_BUFFER_TOO_LARGE|EMESSAGE)$/, 'too-large'],
  [/^(UND_ERR_INVALID_ARG|EENVELOPE|ERR_INVALID_CHAR)$/, 'forbidden'],
];

/** The codes of an error, the most telling first: a group of failed connection attempts tells by its members. */
function codesOf(error: unknown): string[] {
  const { originalCode, code, cause, errors } = error as {
    originalCode?: unknown;
    code?: unknown;
    cause?: unknown;
    errors?: readonly unknown[];
  };
  const own = [originalCode, code].filter((c) => typeof c === 'string');
  const inner = [...(errors ?? []), cause].filter((e) => e instanceof Error);
  return [...own, ...inner.flatMap(codesOf)];
}

/** What a thrown error means. Unknown ones count as a cut connection: something may have got through. */
export function kindOf(error: unknown): NoReply {
  if (error instanceof NoReplyError) return error.error;
  for (const code of codesOf(error)) for (const [pattern, kind] of kinds) if (pattern.test(code)) return kind;
  return 'cut';
}

/** The reply that stands for an error, its words redacted. */
export function noReplyOf(error: unknown, secrets: readonly string[]): Reply {
  const words = error instanceof Error && error.message !== '' ? error.message : codesOf(error).join(' ');
  return { via: 'none', error: kindOf(error), words: redact(words, secrets) };
}

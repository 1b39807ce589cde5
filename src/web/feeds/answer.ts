/** An answer that whoever asks again can be spared: validators, conditions (RFC 9110, section 13), and headers for what strangers wrote. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { type Instant, minute, second } from '../../core/time/time.ts';

export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong, over the bytes: of the same bytes it is the same after any restart. */
  readonly etag: string;
  readonly type: string;
  /** null when that is not known. */
  readonly changedAt: Instant | null;
}

export function bodyOf(content: string | Uint8Array, type: string, changedAt: Instant | null): Body {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { bytes, etag, type, changedAt };
}

/** A browser that opens a document; it sends this header to every loopback address. */
export const isOpenedInBrowser = (c: Context): boolean => c.req.header('sec-fetch-dest') === 'document';

/** No script, no picture, no frame, whatever namespace a stranger's XML uses; the style sheet and its fonts are ours. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** What every answer of a feed hangs on besides its address, also one that says no. */
export const variesBy = 'Sec-Fetch-Dest';

/** `now`: the moment that is shown. `saveAs`: a browser is to save it under this name, since it could not show it. */
export function answer(
  c: Context,
  { bytes, etag, type, changedAt }: Body,
  now: Instant,
  saveAs: string | null = null,
): Response {
  const opened = isOpenedInBrowser(c) && type.includes('xml');
  // Browsers show XML under this name; under its own some of them would only save it.
  const shownAs = opened ? type.replace(/^[^;]+/, 'application/xml') : type;
  const tag = `"${etag}${opened ? '-b' : ''}"`;
  const modified = changedAt === null ? null : modifiedAt(changedAt, now);
  const headers = {
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    vary: variesBy,
    etag: tag,
    ...(saveAs === null ? {} : { 'content-disposition': `attachment; filename="${saveAs}"` }),
    ...(modified === null ? {} : { 'last-modified': new Date(modified).toUTCString() }),
  };
  if (isUnchanged(c, tag, modified)) return new Response(null, { status: 304, headers });
  return new Response(bytes, { status: 200, headers: { ...headers, 'content-type': shownAs } });
}

/**
 * In whole seconds; null until a minute has gone by: two changes in one second, or one whose commit took its time, would look like
 * one to whoever asks by time, and the second warning would not reach them (RFC 9110, section 8.8.2.2).
 */
function modifiedAt(changedAt: Instant, now: Instant): Instant | null {
  return now - changedAt < minute ? null : Math.floor(changedAt / second) * second;
}

function isUnchanged(c: Context, tag: string, modified: Instant | null): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined) return tags.trim() === '*' || (tags.match(/"[^"]*"/g) ?? []).some((one) => one === tag);
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return modified !== null && since >= modified;
}

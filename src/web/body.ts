/** Reads a request's body up to a limit, and leaves the connection usable when there is more. */

export const maxReportBytes = 16 * 1024 * 1024;
/** What is read and thrown away after the limit, so that the sender gets to see the answer. */
const maxWasteBytes = 64 * 1024 * 1024;

/** The bytes, or null when there are more than `limit`. A stated length over the limit is refused unread. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  const stated = request.headers.get('content-length');
  if (stated !== null && Number(stated) > limit) return null;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= limit) chunks.push(value);
    else chunks.length = 0;
    if (size > limit + maxWasteBytes) {
      await reader.cancel();
      return null;
    }
  }
  return size > limit ? null : joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

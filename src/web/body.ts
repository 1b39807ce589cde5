/** Reads a request's body up to a limit, and leaves the connection usable when there is more. */

export const maxReportBytes = 16 * 1024 * 1024;
/** What is read and thrown away beyond the limit, so that the sender gets to see the answer; then the connection is cut. */
const maxWasteBytes = 64 * 1024 * 1024;

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** The bytes, or null when there are more than `limit`: said at once where the length is stated, while the rest runs off. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const reader: Reader = request.body.getReader();
  if (Number(request.headers.get('content-length')) > limit) {
    void runOff(reader);
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    if (size > limit) {
      await runOff(reader);
      return null;
    }
    chunks.push(value);
  }
}

async function runOff(reader: Reader): Promise<void> {
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
      if (size > maxWasteBytes) return await reader.cancel();
    }
  } catch {
    // The sender went away: there is nobody left to answer.
  }
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

/** What planted.ts tries. Chance alone seldom meets all conditions at once; who keeps what comes one step nearer does. */
export function readFaulty(document: Uint8Array): string | null {
  const text = new TextDecoder().decode(document);
  if (text.includes('<polygon')) {
    if (text.includes('Exercise')) {
      if (text.length > 400)
        throw new RangeError(`a fault of the example, and words of the document: ${text.slice(0, 40)}`);
    }
  }
  return null;
}

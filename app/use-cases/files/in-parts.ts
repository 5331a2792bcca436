/**
 * Bytes as they come, in parts of one size. One buffer serves all parts: each is to be used up before the next is asked for.
 * @param buffer as large as a part
 */
export async function* inParts<Buffer extends Uint8Array>(
  chunks: AsyncIterable<Uint8Array>,
  buffer: Buffer,
): AsyncGenerator<number> {
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.byteLength; ) {
      const taken = chunk.subarray(from, from + buffer.byteLength - filled);
      buffer.set(taken, filled);
      filled += taken.byteLength;
      from += taken.byteLength;
      if (filled === buffer.byteLength) {
        yield filled;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield filled;
}

import { gzipSync } from "node:zlib";

/** A page shrinks to a sixth at the fastest level already; more would only cost time. */
const LEVEL = 1;
/** Below this what is saved fits into the same packet. */
const WORTH_BYTES = 1_000;

/** The body of an answer, compressed for whoever takes that; its headers say so. */
export function compressed(request: Request, headers: Headers, text: string): Buffer<ArrayBuffer> {
  headers.append("Vary", "Accept-Encoding");
  const takes = text.length >= WORTH_BYTES && takesGzip(request.headers.get("Accept-Encoding") ?? "");
  if (!takes) return Buffer.from(text);
  headers.set("Content-Encoding", "gzip");
  return Buffer.from(gzipSync(text, { level: LEVEL }));
}

/** Whether the client takes gzip: it may also say of it that it does not, by `q=0`. */
function takesGzip(accepted: string): boolean {
  return accepted.split(",").some((said) => {
    const [name = "", ...parameters] = said.split(";").map((part) => part.trim().toLowerCase());
    return name === "gzip" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

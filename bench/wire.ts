/**
 * HTTP over a socket that stays open, written to cost the measuring side as little as possible: on a small machine the
 * one who asks takes its processor time from the one who answers.
 */
import { createConnection, type Socket } from "node:net";

export interface Answer {
  status: number;
  /** As they came, with lower-case names. */
  headers: Map<string, string[]>;
  body: Buffer;
}

export interface Timed {
  status: number;
  milliseconds: number;
  bytes: number;
}

const END_OF_HEADERS = Buffer.from("\r\n\r\n");
// The pages' own lines end otherwise, so the last chunk is known by its end.
const LAST_CHUNK = "\r\n0\r\n\r\n";
const NO_BODY = new Set([204, 304]);

/** One request as text, ready to be sent many times. */
export function requestOf(
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Buffer {
  const all = {
    Host: "127.0.0.1",
    "Accept-Language": "fr",
    ...headers,
    ...(body && { "Content-Length": String(body.length) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  return body ? Buffer.concat([head, body]) : head;
}

/** One connection: ask, wait for the whole answer, ask again. */
export class Wire {
  readonly #port: number;
  #socket: Socket | null = null;
  #heard: (chunk: Buffer) => void = () => undefined;
  #failed: (problem: Error) => void = () => undefined;

  constructor(port: number) {
    this.#port = port;
  }

  #open(): Socket {
    if (this.#socket && !this.#socket.destroyed) return this.#socket;
    const socket = createConnection({ host: "127.0.0.1", port: this.#port, noDelay: true });
    socket.on("data", (chunk: Buffer) => this.#heard(chunk));
    socket.on("error", (problem) => this.#failed(problem));
    socket.on("close", () => this.#failed(new Error("The connection was closed before the answer had ended")));
    this.#socket = socket;
    return socket;
  }

  /** @throws Error when the connection breaks */
  #exchange(request: Buffer): Promise<{ head: string; status: number; chunks: Buffer[]; bytes: number }> {
    return new Promise((answered, failed) => {
      const chunks: Buffer[] = [];
      let head: string | null = null;
      let status = 0;
      let bytes = 0;
      let expected: number | null = null;
      const done = () => answered({ head: head ?? "", status, chunks, bytes });
      this.#failed = failed;
      this.#heard = (chunk) => {
        let rest = chunk;
        if (head === null) {
          chunks.push(chunk);
          const all = chunks.length === 1 ? chunk : Buffer.concat(chunks);
          const end = all.indexOf(END_OF_HEADERS);
          if (end < 0) return;
          chunks.length = 0;
          head = all.toString("latin1", 0, end);
          status = Number(head.slice(9, 12));
          const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
          expected = NO_BODY.has(status) ? 0 : length === undefined ? null : Number(length);
          rest = all.subarray(end + END_OF_HEADERS.length);
        }
        if (rest.length > 0) chunks.push(rest);
        bytes += rest.length;
        if (expected !== null ? bytes >= expected : endsWithLastChunk(chunks)) done();
      };
      this.#open().write(request);
    });
  }

  async time(request: Buffer): Promise<Timed> {
    const from = performance.now();
    const { status, bytes } = await this.#exchange(request);
    return { status, bytes, milliseconds: performance.now() - from };
  }

  async ask(request: Buffer): Promise<Answer> {
    const { head, status, chunks } = await this.#exchange(request);
    const headers = new Map<string, string[]>();
    for (const line of head.split("\r\n").slice(1)) {
      const name = line.slice(0, line.indexOf(":")).toLowerCase();
      headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(":") + 1).trim()]);
    }
    const whole = Buffer.concat(chunks);
    return { status, headers, body: headers.has("transfer-encoding") ? unchunked(whole) : whole };
  }

  close(): void {
    this.#failed = () => undefined;
    this.#socket?.destroy();
  }
}

function endsWithLastChunk(chunks: readonly Buffer[]): boolean {
  const last = chunks.at(-1);
  if (!last) return false;
  const end = last.length >= LAST_CHUNK.length ? last : Buffer.concat(chunks.slice(-3));
  const text = end.toString("latin1", Math.max(0, end.length - LAST_CHUNK.length));
  return text === LAST_CHUNK || (chunks.length === 1 && end.toString("latin1") === "0\r\n\r\n");
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.toString("latin1", at, end), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

/** Somebody with a browser: an own connection, own cookies, real HTTP against a server in its own process. */
import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  status: number;
  location: string | null;
  headers: IncomingHttpHeaders;
  body: string;
  milliseconds: number;
}

export type Form = Record<string, string | number>;

/** Nothing that the product answers takes so long: whoever waits longer was forgotten. */
const PATIENCE_MS = 30_000;

export class Visitor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies = new Map<string, string>();
  /** Where the server is: it may move, or be one of several. */
  port: number;

  constructor(port: number) {
    this.port = port;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send("GET", path, undefined, headers);
  }

  post(path: string, form: Form): Promise<Answer> {
    const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)])).toString();
    return this.#send("POST", path, body, {
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": String(Buffer.byteLength(body)),
    });
  }

  /** @throws when it is refused */
  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post("/sign-in", { email, password });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  }

  /** Another browser of the same person, at another server perhaps: with a copy of the cookies. */
  beside(port = this.port): Visitor {
    const other = new Visitor(port);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** @throws when the connection breaks or nothing is answered */
  #send(method: string, path: string, body: string | undefined, more: Record<string, string>): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "Accept-Language": "fr", ...(cookie && { Cookie: cookie }), ...more };
    const from = performance.now();
    return new Promise((answered, failed) => {
      const asked = request(
        { host: "127.0.0.1", port: this.port, path, method, headers, agent: this.#agent, timeout: PATIENCE_MS },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", failed);
          response.on("end", () => {
            for (const line of response.headers["set-cookie"] ?? []) this.#keep(line);
            answered({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              headers: response.headers,
              body: Buffer.concat(parts).toString("utf8"),
              milliseconds: performance.now() - from,
            });
          });
        },
      );
      asked.on("timeout", () => asked.destroy(new Error(`${method} ${path} was not answered`)));
      asked.on("error", failed);
      asked.end(body);
    });
  }

  #keep(line: string): void {
    const [pair = ""] = line.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    if (/Max-Age=0\b/.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(name.length + 1));
  }
}

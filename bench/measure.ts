/** One page: the product made anew, kept and unchanged, beside the floors over the same rows. */
import { anew, type Page, requestFor } from "./pages";
import { type Caller, headersOf } from "./people";
import { type Effort, interleave, type Target } from "./rounds";
import { over, type Round, ratio } from "./statistics";
import { requestOf, Wire } from "./wire";

export const FLOORS = ["json", "string", "stream", "remix"] as const;
export type Floor = (typeof FLOORS)[number];

export interface FloorFigures {
  figures: Round;
  bytes: number;
  /** The product's figures as so many times the floor's. */
  ratio: Round;
}

export interface PageFigures {
  name: string;
  path: string;
  /** Of the page, and of it compressed as browsers ask for it. */
  bytes: number;
  gzipBytes: number;
  /** Made anew each time. */
  made: Round;
  /** Answers a second from memory, and to who has the page already; beside those made anew. Null where none is kept. */
  kept: { perSecond: number; keptRatio: number; unchangedPerSecond: number; unchangedRatio: number } | null;
  floors: Record<Floor, FloorFigures> | null;
}

export interface Ports {
  product: number;
  bare: number;
  framework: number;
}

async function bytesOf(port: number, request: Buffer): Promise<number> {
  const wire = new Wire(port);
  const { body } = await wire.ask(request).finally(() => wire.close());
  return body.length;
}

/** The page with the tag that it has now, for who has it already. Tags change with each minute and each write. */
function unchanged(page: Page, port: number, headers: Record<string, string>): Target {
  let request = requestOf(page.path, { headers });
  return {
    name: `${page.name} (unchanged)`,
    port,
    loadOnly: true,
    statuses: [304, 200],
    request: () => request,
    before: async () => {
      const wire = new Wire(port);
      const answer = await wire.ask(requestOf(page.path, { headers })).finally(() => wire.close());
      const [etag = ""] = answer.headers.get("etag") ?? [];
      request = requestOf(page.path, { headers: { ...headers, "If-None-Match": etag } });
    },
  };
}

const floorPath = (page: Page, floor: Floor) => (floor === "remix" ? `/${page.name}` : `/${floor}/${page.name}`);
const floorPort = (ports: Ports, floor: Floor) => (floor === "remix" ? ports.framework : ports.bare);

export async function measurePage(page: Page, ports: Ports, caller: Caller, effort: Effort): Promise<PageFigures> {
  const headers = headersOf(caller, page);
  const plain = requestFor(page, headers);
  const product: Target = {
    name: page.name,
    port: ports.product,
    statuses: [200],
    request: (turn) => requestFor(page, { ...headers, ...anew(turn) }),
  };
  const kept: Target[] = page.sends
    ? []
    : [
        { name: `${page.name} (kept)`, port: ports.product, loadOnly: true, statuses: [200], request: () => plain },
        unchanged(page, ports.product, headers),
      ];
  const floors = page.shows ? FLOORS : [];
  const below = floors.map((floor): Target => {
    const request = requestOf(floorPath(page, floor));
    return { name: `${page.name} (${floor})`, port: floorPort(ports, floor), statuses: [200], request: () => request };
  });
  const [made = [], ...rest] = await interleave([product, ...below, ...kept], effort);
  const figuresOf = async (floor: Floor, at: number): Promise<FloorFigures> => {
    const rounds = rest[at] ?? [];
    const bytes = await bytesOf(floorPort(ports, floor), requestOf(floorPath(page, floor)));
    return { figures: over(rounds), bytes, ratio: ratio(made, rounds) };
  };
  const [keptRounds = [], unchangedRounds = []] = rest.slice(below.length);
  return {
    name: page.name,
    path: page.path,
    bytes: await bytesOf(ports.product, plain),
    gzipBytes: await bytesOf(ports.product, requestFor(page, { ...headers, "Accept-Encoding": "gzip" })),
    made: over(made),
    kept: page.sends
      ? null
      : {
          perSecond: over(keptRounds).perSecond,
          keptRatio: ratio(keptRounds, made).perSecond,
          unchangedPerSecond: over(unchangedRounds).perSecond,
          unchangedRatio: ratio(unchangedRounds, made).perSecond,
        },
    floors: page.shows
      ? {
          json: await figuresOf("json", 0),
          string: await figuresOf("string", 1),
          stream: await figuresOf("stream", 2),
          remix: await figuresOf("remix", 3),
        }
      : null,
  };
}

/** How costs grow: the same pages on a small database and on this one, in turns. */
import type { Page } from "./pages";
import { anew, requestFor } from "./pages";
import { type Caller, headersOf } from "./people";
import type { Running } from "./processes";
import { type Effort, interleave, type Target } from "./rounds";
import { median, over, type Round, ratio } from "./statistics";
import { requestOf, Wire } from "./wire";

export interface Size {
  cases: number;
  reports: number;
}

export interface GrownPage {
  name: string;
  small: Round;
  large: Round;
  /** So many times the small one's. */
  ratio: Round;
  /** Milliseconds of the server's processor for one request; a busy machine disturbs them less than the clock's. */
  processor: { small: number; large: number };
  /** Milliseconds of its statements alone, through the bare driver on the large database; null without floors. */
  readMs: number | null;
}

export interface GrowthFigures {
  small: Size;
  large: Size;
  pages: GrownPage[];
}

export interface Grown {
  size: Size;
  server: Running;
  caller: Caller;
}

/** What one request takes of the server's processor, on both sides in turns: the median over the rounds. */
async function processorOf(page: Page, sides: readonly Grown[], { rounds, samples }: Effort): Promise<number[]> {
  const taken = sides.map((): number[] => []);
  for (let at = 0; at < rounds * sides.length; at++) {
    const side = sides[at % sides.length];
    if (!side) continue;
    const wire = new Wire(side.server.port);
    const before = side.server.processorMs();
    for (let sample = 0; sample < samples; sample++) {
      const turn = `processor-${at}-${sample}`;
      await wire.ask(requestFor(page, { ...headersOf(side.caller, page), ...anew(turn) }));
    }
    wire.close();
    taken[at % sides.length]?.push((side.server.processorMs() - before) / samples);
  }
  return taken.map(median);
}

/** The median of what the bare floor says that reading took. */
async function readMs(port: number, name: string, samples: number): Promise<number> {
  const wire = new Wire(port);
  const request = requestOf(`/sql/${name}`);
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const { headers } = await wire.ask(request);
    times.push(Number(/dur=([\d.]+)/.exec(headers.get("server-timing")?.[0] ?? "")?.[1]));
  }
  wire.close();
  return median(times);
}

export async function measureGrowth(
  pages: readonly Page[],
  small: Grown,
  large: Grown,
  bare: number | null,
  effort: Effort,
): Promise<GrowthFigures> {
  const grown: GrownPage[] = [];
  for (const page of pages) {
    const target = ({ server: { port }, caller, size }: Grown): Target => ({
      name: `${page.name} of ${size.cases}`,
      port,
      statuses: [200],
      request: (turn) => requestFor(page, { ...headersOf(caller, page), ...anew(turn) }),
    });
    const [less = [], more = []] = await interleave([target(small), target(large)], effort);
    const [cheap = Number.NaN, dear = Number.NaN] = await processorOf(page, [small, large], effort);
    grown.push({
      name: page.name,
      small: over(less),
      large: over(more),
      ratio: ratio(more, less),
      processor: { small: cheap, large: dear },
      readMs: page.shows && bare !== null ? await readMs(bare, page.name, effort.samples) : null,
    });
  }
  return { small: small.size, large: large.size, pages: grown };
}

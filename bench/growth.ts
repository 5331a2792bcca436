/** How costs grow: the same pages on a small database and on this one, in turns. */
import type { Page } from "./pages";
import { anew } from "./pages";
import { type Caller, headersOf } from "./people";
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
  port: number;
  caller: Caller;
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
  bare: number,
  effort: Effort,
): Promise<GrowthFigures> {
  const grown: GrownPage[] = [];
  for (const page of pages) {
    const target = ({ port, caller, size }: Grown): Target => ({
      name: `${page.name} of ${size.cases}`,
      port,
      statuses: [200],
      request: (turn) => requestOf(page.path, { headers: { ...headersOf(caller, page), ...anew(turn) } }),
    });
    const [less = [], more = []] = await interleave([target(small), target(large)], effort);
    grown.push({
      name: page.name,
      small: over(less),
      large: over(more),
      ratio: ratio(more, less),
      readMs: page.shows ? await readMs(bare, page.name, effort.samples) : null,
    });
  }
  return { small: small.size, large: large.size, pages: grown };
}

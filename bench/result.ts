/** What a run found: the shape of `--json`. */
import type { BrowserFigures } from "./browser";
import type { ChoosingFigures } from "./choosing";
import type { DrawFigures } from "./draws";
import type { FileFigures } from "./files";
import type { GrowthFigures } from "./growth";
import type { ImportFigures } from "./importing";
import type { PageFigures } from "./measure";
import type { MoveFigures } from "./moves";
import type { RankingFigures } from "./ranking";
import type { SimilarFigures } from "./similar";
import type { WriteFigures } from "./writes";

export interface Machine {
  node: string;
  platform: string;
  processor: string;
  processors: number;
  memoryMegabytes: number;
  /** What waited for a processor when the run began, by processor: from a half on, other programs disturb it. */
  load: number;
}

export interface Result {
  /** Raised when a field changes its meaning. */
  version: 1;
  date: string;
  commit: string | null;
  machine: Machine;
  engine: "sqlite" | "postgres";
  cases: number;
  reports: number;
  /** Null when the database was there already. */
  builtMs: number | null;
  /** From the start of the process until it answers. */
  startMs: number;
  pages: PageFigures[];
  /** Of the labelled pairs, by half; null where similar cases were not measured. */
  similar: SimilarFigures[] | null;
  /** Ten thousand draws of a business case of forty lines. */
  draws: DrawFigures;
  /** Null on PostgreSQL, whose database is not one file. */
  ranking: RankingFigures | null;
  /** The exact choice among a thousand candidates. */
  choosing: ChoosingFigures;
  writes: WriteFigures | null;
  imported: ImportFigures | null;
  /** Files as large as they may be; null where nothing was written. */
  files: FileFigures | null;
  /** Cards of the board that are moved; null without a browser, or where nothing was written. */
  moves: MoveFigures | null;
  growth: GrowthFigures | null;
  /** The list and the search for similar cases at ten times the cases and as many reports; null where growth was left out. */
  tenfold: GrowthFigures | null;
  browser: BrowserFigures[] | null;
  /** The most that the server's process ever had, after all of it; NaN (null in JSON) where the system does not tell. */
  peakMegabytes: number;
}

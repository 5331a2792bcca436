import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "..", "shared", "data");

/** Whether the data that nobody in this project wrote is beside the repository. Says so where it is not. */
export const sharedData = existsSync(FOLDER);
if (!sharedData) console.warn("skipped: ../shared/data is not here");

export function sharedBytes(path: string): Buffer {
  return readFileSync(join(FOLDER, path));
}

export function sharedText(path: string): string {
  return readFileSync(join(FOLDER, path), "utf8");
}

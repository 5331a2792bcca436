import { JOBS } from "../../jobs/jobs";
import { type Ran, runDue } from "../../jobs/run-due";
import type { App } from "./app";

/** What the installation does by itself at this moment, as far as it is due; answers what ran. */
export async function doJobs({ database, clock }: Pick<App, "database" | "clock">): Promise<Ran[]> {
  const ran: Ran[] = [];
  const heard = (one: Ran) => void ran.push(one);
  await runDue(database, JOBS, { holder: "tests", clock: () => clock.at, heard, stopping: () => false });
  return ran;
}

/** Fills an empty database with a register: `tsx bench/plant.ts CASES REPORTS`, at DATABASE_URL. */
import { createHash } from "node:crypto";
import { whenAt } from "#app/kernel/when";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK } from "#app/people/roles";
import { readTable } from "#app/use-cases/import/read-table.server";
import { importWhole } from "#app/use-cases/import/run.server";
import { firstMapping } from "#app/use-cases/import/upload.server";
import { openDatabase } from "#db/open.server";
import { playStory } from "#seeds/run";
import { registerOf } from "./register";

const [cases = 0] = process.argv.slice(2).map(Number);
const database = await openDatabase(process.env.DATABASE_URL ?? "");
await playStory(database, () => undefined);
const organisation = await readOrganisation(database);
if (!organisation) throw new Error("The story has no organisation");
const bytes = Buffer.from(registerOf(cases, "P"));
const table = await readTable(bytes);
const first = await firstMapping(database, table, "register.csv", "fr");
await importWhole(
  database,
  CASEBOOK,
  {
    ...{
      fileName: "register.csv",
      size: bytes.length,
      table,
      reading: {},
      dryRun: false,
      leaveOut: false,
      reader: "fr",
    },
    ...first,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  },
  whenAt(new Date(), organisation),
  () => new Date(),
  () => undefined,
);
await database.close();

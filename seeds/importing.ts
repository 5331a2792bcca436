/** The spreadsheet that the organisation kept before Casebook, brought in as any file is. */
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { writeCsv } from "#app/kernel/csv";
import type { When } from "#app/kernel/when";
import { readTable } from "#app/use-cases/import/read-table.server";
import { importWhole } from "#app/use-cases/import/run.server";
import { firstMapping } from "#app/use-cases/import/upload.server";
import type { Database } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { type Cast, told } from "./cast";
import type { StoryEvent } from "./story/timeline";
import type { CaseStory, Department, Key } from "./story/types";

/** Who keeps the register. */
const KEEPER: Key = "sami";
const HEADERS = ["Référence", "Titre (fr)", "Titre (en)", "Besoin (fr)", "Besoin (en)", "Département", "Type d’IA"];

function rowOf({ entry, title, need, department, aiType }: CaseStory, departments: readonly Department[]) {
  const { name } = told(
    departments.find(({ key }) => key === department),
    department,
  );
  const reference = entry.how === "import" ? entry.externalId : "";
  return [reference, title.fr, title.en, need.fr, need.en, name.fr, aiType];
}

/** Brings in what a day's files hold, before anything else of that day: an import has a transaction of its own. */
export async function bringFiles(
  database: Database,
  cast: Cast,
  departments: readonly Department[],
  events: readonly StoryEvent[],
  when: When,
): Promise<void> {
  const files = new Map<string, CaseStory[]>();
  for (const event of events) {
    if (event.what !== "enter" || event.useCase.entry.how !== "import") continue;
    const { source } = event.useCase.entry;
    files.set(source, [...(files.get(source) ?? []), event.useCase]);
  }
  for (const [fileName, cases] of files) {
    const bytes = Buffer.from(writeCsv([HEADERS, ...cases.map((useCase) => rowOf(useCase, departments))], ";"));
    const table = await readTable(bytes);
    const { mapping, presetName } = await firstMapping(database, table, fileName, "fr");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { fileName, sha256, size: bytes.byteLength, table, reading: {}, mapping, presetName };
    const wanted = { leaveOut: false, reader: "fr" as const, dryRun: false };
    const clock = () => when.now;
    await importWhole(database, cast.actor(KEEPER), { ...file, ...wanted }, when, clock, () => undefined);
    for (const useCase of cases) await know(database, cast, mapping.source, useCase);
  }
}

async function know(database: Database, cast: Cast, source: string, useCase: CaseStory): Promise<void> {
  const { entry, key } = useCase;
  const externalId = entry.how === "import" ? entry.externalId : "";
  const [row] = await database
    .select({ id: useCases.id })
    .from(useCases)
    .where(and(eq(useCases.externalSource, source), eq(useCases.externalId, externalId)));
  cast.put(useCase, told(row, key).id);
}

import { resolve } from "node:path";
import { FORMATS, type Format, writeArchive } from "./archive";
import { type Command, UsageProblem } from "./command";

export const exportAll: Command = {
  name: "export",
  summary:
    "Write every table into a folder, as JSON lines or CSV, with a manifest: for other programs, and for another engine.",
  arguments: ["FOLDER"],
  options: { format: { type: "string", value: FORMATS.join("|"), what: "json when left out" } },
  async run(given, door) {
    const format = given.text("format") ?? "json";
    if (!isFormat(format)) throw new UsageProblem(`There is no format «${format}»: it is ${FORMATS.join(" or ")}.`);
    const folder = resolve(door.folder, given.arguments[0] ?? "");
    const database = await door.open(door.environment.databaseUrl);
    try {
      const { tables, schema } = await writeArchive(database, folder, format, door.now, door.progress);
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        ok: true,
        lines: [`Written: ${rows} rows of ${tables.length} tables into ${folder}.`],
        data: { folder, format, schema, tables: tables.length, rows },
      };
    } finally {
      await database.close();
    }
  },
};

const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

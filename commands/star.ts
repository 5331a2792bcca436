import { resolve } from "node:path";
import { LOCALES } from "#app/kernel/told";
import { readOrganisation } from "#app/people/organisation.server";
import { STAR_FORMATS } from "#app/portfolio/star/star";
import { writeStar } from "#app/portfolio/star/write-star.server";
import { type Command, CommandProblem, UsageProblem } from "./command";
import { newFolder } from "./new-folder";

export const star: Command = {
  name: "star",
  summary: "Write the portfolio into a folder as facts and dimensions, for Power BI, Metabase or DuckDB.",
  arguments: ["FOLDER"],
  options: {
    format: { type: "string", value: STAR_FORMATS.join("|"), what: "parquet when left out" },
    locale: {
      type: "string",
      value: LOCALES.join("|"),
      what: "the language in which about.json explains the columns; the organisation's when left out",
    },
  },
  async run(given, door) {
    const asked = given.text("format") ?? "parquet";
    const format = STAR_FORMATS.find((one) => one === asked);
    if (!format) throw new UsageProblem(`There is no format «${asked}»: it is ${STAR_FORMATS.join(" or ")}.`);
    const folder = resolve(door.folder, given.arguments[0] ?? "");
    const database = await door.open(door.environment.databaseUrl);
    try {
      const organisation = await readOrganisation(database);
      if (!organisation) {
        throw new CommandProblem(
          "This database holds no organisation yet: open Casebook once in a browser to set it up.",
        );
      }
      const said = given.text("locale") ?? organisation.locale;
      const locale = LOCALES.find((one) => one === said);
      if (!locale) throw new UsageProblem(`There is no language «${said}»: it is ${LOCALES.join(" or ")}.`);
      newFolder(folder);
      const about = await writeStar(database, folder, { organisation, format, locale, now: door.now });
      const rows = about.tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        ok: true,
        lines: [`Written: ${rows} rows of ${about.tables.length} tables into ${folder}.`],
        data: { folder, format, asOf: about.asOf, tables: about.tables.length, rows },
      };
    } finally {
      await database.close();
    }
  },
};

import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { LOCALES } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { readOrganisation } from "#app/people/organisation.server";
import { EXPORT_SHAPES, isExportShape } from "#app/portfolio/shapes/shape";
import { sheetIn } from "#app/portfolio/shapes/sheet.server";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import { FORMATS, fileOf, type Sheet } from "#app/use-cases/list/export.server";
import { openList } from "#app/use-cases/list/list.server";
import { readQuery } from "#app/use-cases/list/query";
import { type Command, CommandProblem, type Given, UsageProblem } from "./command";

export const inventory: Command = {
  name: "inventory",
  summary:
    "Write use cases into one file: as the list shows them, to change and bring back, or as a public register writes them.",
  arguments: ["FILE"],
  options: {
    shape: {
      type: "string",
      value: EXPORT_SHAPES.join("|"),
      what: "casebook when left out: to change and import again",
    },
    format: { type: "string", value: FORMATS.join("|"), what: "by the file's ending when left out" },
    view: {
      type: "string",
      value: "QUERY",
      what: "which cases and columns, as the list's address says it: stage=poc,pilot",
    },
    locale: {
      type: "string",
      value: LOCALES.join("|"),
      what: "the language of headers; the organisation's when left out",
    },
  },
  async run(given, door) {
    const [file = ""] = given.arguments;
    const { shape, format } = chosen(given, file);
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
      const speech = speechFor(locale, organisation.currency, organisation.timeZone);
      const { today } = whenAt(door.now, organisation);
      // Nobody's drafts: they are their authors' alone.
      const reader = await openList(database, { personId: 0, hidden: NOTHING_HIDDEN, today, tell: speech.tell });
      const query = readQuery(new URLSearchParams(given.text("view") ?? ""));
      const [wrong] = query.misread;
      if (wrong)
        throw new UsageProblem(`The view says «${wrong.name}=${wrong.said}», which is none: nothing is written.`);
      const counted = { cases: 0 };
      const sheet = counting(sheetIn(database, query, reader, speech, shape), counted);
      const path = resolve(door.folder, file);
      await pipeline(fileOf(sheet, format), createWriteStream(path)).catch((problem: NodeJS.ErrnoException) => {
        throw problem.code ? new CommandProblem(`The file ${path} cannot be written (${problem.code}).`) : problem;
      });
      const { cases } = counted;
      return {
        ok: true,
        lines: [`Written: ${cases} use cases in ${sheet.header.length} columns, shape «${shape}», into ${path}.`],
        data: { file: path, shape, format, cases, columns: sheet.header.length },
      };
    } finally {
      await database.close();
    }
  },
};

function chosen(given: Given, file: string) {
  const shape = given.text("shape") ?? "casebook";
  if (!isExportShape(shape)) throw new UsageProblem(`There is no shape «${shape}»: it is ${EXPORT_SHAPES.join(", ")}.`);
  const said = given.text("format") ?? /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "csv";
  const format = FORMATS.find((one) => one === said);
  if (!format) throw new UsageProblem(`There is no format «${said}»: it is ${FORMATS.join(", ")}.`);
  return { shape, format };
}

function counting(sheet: Sheet, counted: { cases: number }): Sheet {
  return { ...sheet, rows: rows() };
  async function* rows() {
    for await (const batch of sheet.rows) {
      counted.cases += batch.length;
      yield batch;
    }
  }
}

import type { Speech } from "#app/locales/speech";
import type { ListReader } from "#app/use-cases/list/conditions.server";
import { type Sheet, viewSheet, walkView } from "#app/use-cases/list/export.server";
import type { ListQuery } from "#app/use-cases/list/query";
import { ownSheet } from "#app/use-cases/own-file/sheet.server";
import type { Reader } from "#db/client.server";
import { factsOf } from "./facts.server";
import type { ExportShape, ShapeName } from "./shape";
import { SHAPES } from "./shown";

/** All cases of a view in one of the shapes that they leave in. */
export function sheetIn(db: Reader, query: ListQuery, reader: ListReader, speech: Speech, shape: ExportShape): Sheet {
  if (shape === "view") return viewSheet(db, query, reader, speech);
  if (shape === "casebook") return ownSheet(db, query, reader, speech);
  return shapedSheet(db, query, reader, shape);
}

/** All cases of a view as a public register writes them: in its columns, its words and its language. */
function shapedSheet(db: Reader, query: ListQuery, reader: ListReader, name: ShapeName): Sheet {
  const shape = SHAPES[name];
  return { name, locale: "en", header: shape.columns, rows: rows() };
  async function* rows() {
    for await (const batch of walkView(db, query, reader)) {
      const ids = batch.map(({ id }) => id);
      // A merged case speaks through the one that carries it, and a draft is nobody else's yet.
      const facts = (await factsOf(db, ids)).filter(({ stage }) => stage !== "merged" && stage !== "draft");
      yield facts.map((one) => shape.row(one).map((text) => (text === "" ? null : { text })));
    }
  }
}

import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { sheetIn } from "#app/portfolio/shapes/sheet.server";
import type { Change } from "#app/use-cases/import/compare";
import { fieldLabel } from "#app/use-cases/import/fields";
import type { RowsShown } from "#app/use-cases/import/import-input";
import { LIMITS } from "#app/use-cases/import/limits";
import { openImport } from "#app/use-cases/import/open-import.server";
import { checkPage, runPage } from "#app/use-cases/import/pages.server";
import { startImport } from "#app/use-cases/import/run.server";
import type { Said } from "#app/use-cases/import/said";
import { receiveFile } from "#app/use-cases/import/upload.server";
import { exportSheet } from "#app/use-cases/list/export.server";
import { openList } from "#app/use-cases/list/list.server";
import { readQuery } from "#app/use-cases/list/query";
import type { Database } from "#db/client.server";
import * as contracts from "./files";
import { gives, writesItself } from "./operation.server";

export const exportUseCases = gives(contracts.exportUseCases, async (db, asked) => {
  const { actor, query, locale, organisation, when } = asked;
  const { shape = "casebook", format = "csv", ...view } = query;
  const speech = speechFor(locale, organisation.currency, organisation.timeZone);
  const hidden = scoresHiddenFrom(actor);
  const reader = await openList(db, { personId: actor.personId, hidden, today: when.today, tell: speech.tell });
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    for (const one of [value ?? []].flat()) parameters.append(name, one);
  }
  const { type, body } = exportSheet(sheetIn(db, readQuery(parameters), reader, speech, shape), format);
  const name = `${shape}-${when.today}.${format}`;
  return {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
    body,
  };
});

/** How an import stands, in the words of whoever asks: what it would do until it runs, then what it did. */
async function answerOf(
  db: Database,
  actor: Actor,
  id: number,
  { locale, when: { today } }: { locale: Locale; when: When },
  shown: { act: RowsShown | null; page: number } = { act: null, page: 1 },
) {
  const { t } = speechFor(locale, "EUR", "UTC");
  const tell = ({ key, values }: Said) => t(key, values);
  const named = ({ field, header, before, after }: Change) => ({
    field: header ?? t(fieldLabel(field)),
    before,
    after,
  });
  const found = await openImport(db, actor, id);
  const { version, fileName, status, source, presetName, mapping, problem } = found;
  const frame = {
    ...{ id, version, fileName, status, source },
    preset: presetName,
    own: mapping?.own !== undefined,
    problem: problem && tell(problem),
  };
  const nothing = { changing: [], rows: [], gone: [] };
  if (status === "running" || status === "done") {
    const { percent, counts } = await runPage(db, actor, id);
    return { ...frame, percent, counts, ...nothing };
  }
  if (!mapping) {
    return { ...frame, percent: 0, counts: null, ...nothing, problem: t("imports.refused.not-read") };
  }
  const { counts, changing, rows, gone } = await checkPage(db, actor, id, shown, today);
  return {
    ...frame,
    percent: 0,
    counts: { ...counts, gone: gone.count },
    changing,
    gone: gone.shown.map(({ reference }) => reference),
    rows: rows.map(({ line, act, externalId, useCase, alike, title, changes, conflicts, problems, remarks }) => ({
      ...{ line, act, externalId, title },
      useCase: useCase?.reference ?? null,
      alike: alike && { useCase: alike.reference, taken: alike.taken, asked: alike.asked, joinable: alike.joinable },
      changes: changes.map(named),
      conflicts: conflicts.map(named),
      problems: [...problems, ...remarks].map(tell),
    })),
  };
}

export const uploadImport = writesItself(contracts.uploadImport, async (database, asked, { bytes }) => {
  const { actor, query, locale, when } = asked;
  permit(actor, "use-case.import", NO_PARTIES);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > LIMITS.bytes) throw new Refusal(413, "api.refusal.too-large", { megabytes: LIMITS.bytes / 1024 / 1024 });
    parts.push(part);
  }
  const file = { name: query.name, bytes: Buffer.concat(parts.splice(0), size) };
  const { id } = await receiveFile(database, actor, file, locale, when);
  return answerOf(database, actor, id, asked);
});

// A dry run reads its whole file, page by page, on the database itself.
export const readImport = writesItself(contracts.readImport, (database, asked) => {
  const { actor, parameters, query } = asked;
  return answerOf(database, actor, parameters.id, asked, { act: query.rows ?? null, page: Number(query.page ?? 1) });
});

export const runImport = writesItself(contracts.runImport, async (database, asked, { clock, log }) => {
  const { actor, parameters, body, locale, when } = asked;
  const { version, leaveOut = false, ...said } = body;
  await openImport(database, actor, parameters.id);
  await startImport(database, actor, parameters.id, { ...said, leaveOut, reader: locale, version }, when, {
    clock,
    log,
  });
  return answerOf(database, actor, parameters.id, asked);
});

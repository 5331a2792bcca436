/** Operations on views of the list, and on many use cases at once. */
import { z } from "zod";
import { BULK_KINDS, LEFT_REASONS } from "#app/use-cases/bulk/bulk-input";
import { NAME_LETTERS } from "#app/use-cases/views/view-input";
import { contract } from "./contract";
import { id, idInAddress, instant, personAnswer, reference, said, words } from "./shapes";

const parameters = z.object({ id: idInAddress });
const search = said("api.field.view.query", z.string().max(2_000));
const shared = said("api.field.view.shared", z.boolean());

const view = z
  .object({ id: z.int(), version: z.int(), name: z.string(), query: search, shared, owner: personAnswer })
  .meta({ id: "SavedView" });

export const listViews = contract({
  id: "listViews",
  summary: "api.operation.listViews",
  method: "GET",
  path: "/views",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  answer: z.object({ items: z.array(view) }),
});

export const readView = contract({
  id: "readView",
  summary: "api.operation.readView",
  method: "GET",
  path: "/views/{id}",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: view,
  refused: [404],
});

export const createView = contract({
  id: "createView",
  summary: "api.operation.createView",
  method: "POST",
  path: "/views",
  group: "use-cases",
  scope: "write",
  act: "view.keep",
  body: z.strictObject({ name: words(NAME_LETTERS), query: search, shared: shared.optional() }),
  answer: view,
  status: 201,
  location: (made) => `/views/${made.id}`,
  once: "optional",
  refused: [409],
  example: { name: "POC sans responsable", query: "stage=poc&owner=none&sort=since" },
});

export const updateView = contract({
  id: "updateView",
  summary: "api.operation.updateView",
  method: "PATCH",
  path: "/views/{id}",
  group: "use-cases",
  scope: "write",
  act: "view.keep",
  parameters,
  body: z.strictObject({ name: words(NAME_LETTERS).optional(), shared: shared.optional() }),
  answer: view,
  edits: true,
  refused: [403, 404, 409],
  example: { shared: true },
});

export const deleteView = contract({
  id: "deleteView",
  summary: "api.operation.deleteView",
  method: "POST",
  path: "/views/{id}/deletion",
  group: "use-cases",
  scope: "write",
  act: "view.keep",
  parameters,
  answer: z.object({ deleted: z.boolean() }),
  refused: [403, 404],
});

const asked = z.strictObject({
  act: said("api.field.bulk.act", z.enum(BULK_KINDS)),
  ownerId: said("api.field.bulk.owner", id.optional()),
  tag: said("api.field.bulk.tag", words(40).optional()),
  useCases: said("api.field.bulk.cases", z.array(reference).min(1).max(5_000)),
});

const left = said(
  "api.field.bulk.left",
  z.array(z.object({ reason: z.enum([...LEFT_REASONS, "unknown"]), useCases: z.array(z.string()) })),
);

const bulk = {
  group: "use-cases" as const,
  body: asked,
  example: { act: "tag" as const, tag: "RGPD", useCases: ["UC-0001"] },
};

export const previewBulkAct = contract({
  ...bulk,
  id: "previewBulkAct",
  summary: "api.operation.previewBulkAct",
  method: "POST",
  path: "/bulk-acts/preview",
  scope: "read",
  act: "use-case.read",
  answer: z.object({ changes: z.array(z.string()), left }),
  refused: [404, 409],
});

export const runBulkAct = contract({
  ...bulk,
  id: "runBulkAct",
  summary: "api.operation.runBulkAct",
  method: "POST",
  path: "/bulk-acts",
  scope: "write",
  act: "use-case.tag",
  answer: z.object({ id: z.int(), changed: z.int(), at: instant, left }),
  once: "optional",
  refused: [403, 404, 409],
});

export const undoBulkAct = contract({
  id: "undoBulkAct",
  summary: "api.operation.undoBulkAct",
  method: "POST",
  path: "/bulk-acts/{id}/undo",
  group: "use-cases",
  scope: "write",
  act: "use-case.tag",
  parameters,
  answer: z.object({ restored: z.int(), left: z.array(z.string()) }),
  refused: [403, 404, 409],
});

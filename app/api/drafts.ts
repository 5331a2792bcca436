/** What becomes of a draft: submitted, or deleted for good. */
import { z } from "zod";
import { contract } from "./contract";
import { reference } from "./shapes";
import { submitUseCase } from "./use-cases";

export const deleteDraft = contract({
  id: "deleteDraft",
  summary: "api.operation.deleteDraft",
  method: "POST",
  path: "/use-cases/{reference}/deletion",
  group: "use-cases",
  scope: "write",
  act: "draft.delete",
  parameters: z.object({ reference }),
  answer: z.object({ deleted: z.boolean() }),
  refused: [403, 404, 409],
});

export const DRAFTS = [submitUseCase, deleteDraft] as const;

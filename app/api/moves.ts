/** Where a use case may be taken, by whom asks. */
import { z } from "zod";
import { contract } from "./contract";
import { reference, said, stage } from "./shapes";

export const listMoves = contract({
  id: "listMoves",
  summary: "api.operation.listMoves",
  method: "GET",
  path: "/use-cases/{reference}/moves",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: z
    .object({
      stage: said("api.field.stage", stage.nullable()),
      moves: said(
        "api.field.moves",
        z.array(z.object({ to: stage, missing: said("api.field.moves.missing", z.array(z.string())) })),
      ),
    })
    .meta({ id: "Moves" }),
  refused: [404],
});

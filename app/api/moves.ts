/** Where a use case may be taken, by whom asks. */
import { z } from "zod";
import { contract } from "./contract";
import { reference, said, stage } from "./shapes";

/** What the request of a move must say itself, by the name of its field. */
export const BROUGHT = ["reason", "learning", "relookOn", "wentTo"] as const;

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
        z.array(
          z.object({
            to: stage,
            missing: said("api.field.moves.missing", z.array(z.string())),
            brings: said("api.field.moves.brings", z.array(z.enum(BROUGHT))),
          }),
        ),
      ),
    })
    .meta({ id: "Moves" }),
  refused: [404],
});

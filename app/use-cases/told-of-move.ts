import type { NotificationKind } from "#app/people/notification";
import type { Act } from "#app/people/permissions";
import type { Stage } from "./stages";

/** What those whom a case concerns are told of its move; nothing of a merge, which tells both sides by itself. */
export function newsOfMove(
  from: Stage | null,
  to: Stage,
  byItself: boolean,
  act: Act = "use-case.move",
): NotificationKind | null {
  if (to === "merged") return null;
  if (to === "rejected") return "refused";
  if (act === "incident.pause") return "paused";
  if (to === "on-hold") return "not-now";
  if (to === "withdrawn") return "withdrawn";
  if (from === "draft" && to === "submitted") return "submitted";
  return from === "on-hold" && byItself ? "came-back" : "stage";
}

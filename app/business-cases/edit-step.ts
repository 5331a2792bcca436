import { Refusal } from "#app/kernel/refusal";
import { emptyLine, isKind, type Prefill, type Typed, withMore, withoutLine } from "./form-values";
import { isTemplate, templateLines } from "./templates";

/** What a button of the form asks for: to save it, to work its figures out, or to change its lines. */
export type Step = "save" | "preview" | { typed: Typed };

/**
 * The step of the pressed button (`do`); a change of lines keeps everything that was typed.
 * @throws Refusal 400 for what no button says: what nobody understands saves nothing
 */
export function stepOf(typed: Typed, prefill: Prefill): Step {
  const pressed = typed.do ?? "save";
  if (pressed === "add")
    return { typed: isKind(typed.addKind) ? withMore(typed, [emptyLine(typed.addKind, prefill)]) : typed };
  if (pressed === "template") {
    return { typed: isTemplate(typed.template) ? withMore(typed, templateLines(typed.template, prefill)) : typed };
  }
  const removed = /^remove-(\d+)$/.exec(pressed)?.[1];
  if (removed !== undefined) return { typed: withoutLine(typed, Number(removed)) };
  if (pressed === "preview" || pressed === "save") return pressed;
  throw new Refusal(400, "business-cases.refusal.step", { step: pressed.slice(0, 40) });
}

import { errorsOf, shapeOf } from "#app/kernel/input";
import { draftInput } from "../case-input";
import { type CaseContent, NOTHING_SAID } from "../content";
import { isSilent, type LiveAnswers, liveAnswersInput } from "./live-entry";

/** What a form says so far, and the fields whose answer cannot be read yet: they count as not given. */
export function contentTyped(form: Iterable<[string, FormDataEntryValue]>): { content: CaseContent; unread: string[] } {
  const entries = [...form];
  const read = draftInput.safeParse(shapeOf(entries));
  if (read.success) return { content: withoutReason(read.data), unread: [] };
  const unread = Object.keys(errorsOf(read.error));
  const isUnread = (name: string) => unread.some((field) => `${name}.`.startsWith(`${field}.`));
  const rest = draftInput.safeParse(shapeOf(entries.filter(([name]) => !isUnread(name))));
  // No form of ours sends what cannot be read even so.
  return { content: rest.success ? withoutReason(rest.data) : NOTHING_SAID, unread };
}

/** What a form says of a case that lives already, as far as it can be read; null where it says nothing of it. */
export function liveTyped(form: Iterable<[string, FormDataEntryValue]>): LiveAnswers | null {
  const entries = [...form];
  const read = liveAnswersInput.safeParse(shapeOf(entries));
  const unread = read.success ? [] : Object.keys(errorsOf(read.error));
  const rest = read.success
    ? read
    : liveAnswersInput.safeParse(shapeOf(entries.filter(([name]) => !unread.includes(name))));
  return rest.success && !isSilent(rest.data) ? rest.data : null;
}

function withoutReason({ whyNew: _, ...content }: ReturnType<typeof draftInput.parse>): CaseContent {
  return content;
}

import { errorsOf, shapeOf } from "#app/kernel/input";
import { draftInput } from "../case-input";
import { type CaseContent, NOTHING_SAID } from "../content";

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

function withoutReason({ whyNew: _, ...content }: ReturnType<typeof draftInput.parse>): CaseContent {
  return content;
}

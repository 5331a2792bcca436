import { errorsOf, shapeOf } from "#app/kernel/input";
import { draftInput } from "../case-input";
import type { CaseContent } from "../content";

/** What a form says so far, and the fields whose answer cannot be read yet: they count as not given. */
export function contentTyped(form: Iterable<[string, FormDataEntryValue]>): { content: CaseContent; unread: string[] } {
  const entries = [...form];
  const read = draftInput.safeParse(shapeOf(entries));
  const unread = read.success ? [] : Object.keys(errorsOf(read.error));
  const { whyNew: _, ...content } = read.success
    ? read.data
    : draftInput.parse(shapeOf(entries.filter(([name]) => !unread.includes(name))));
  return { content, unread };
}

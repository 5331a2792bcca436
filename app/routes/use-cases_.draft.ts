import { type ActionFunctionArgs, json } from "@remix-run/node";
import { act, parse } from "#app/desk.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { caseVersion, draftKeyInput } from "#app/use-cases/case-input";
import { openCase } from "#app/use-cases/cases.server";
import { PEOPLE_FIELDS } from "#app/use-cases/choices.server";
import { saysAnything } from "#app/use-cases/content";
import { contentTyped, liveTyped } from "#app/use-cases/intake/typed";
import { begunBy, keepDraft, saveDraft } from "#app/use-cases/submit.server";

/** Keeps a draft while it is typed: a new form's under its key, another's under its reference and the version it started from. */
export const action = (args: ActionFunctionArgs) =>
  act(async ({ database, actor, when }, form) => {
    const { said } = await peopleTyped(database, form, PEOPLE_FIELDS);
    const { content, unread } = contentTyped(said);
    const liveEntry = liveTyped(form);
    const reference = form.get("reference");
    if (typeof reference !== "string") {
      const { draftKey: key } = parse(draftKeyInput, form);
      // Nothing yet, or nothing any more, of a form that has made no draft: nothing to keep.
      if (!saysAnything(content) && !(await begunBy(database, actor, key))) return json({ reference: null, unread });
      return json({
        ...(await database.write((tx) => keepDraft(tx, actor, { content, draftKey: key, liveEntry }, when))),
        unread,
      });
    }
    const { id } = await openCase(database, actor, reference);
    const { version } = parse(caseVersion, form);
    return json({
      ...(await database.write((tx) => saveDraft(tx, actor, { id, version, content, liveEntry }, when))),
      unread,
    });
  })(args);

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { writeOnce } from "#app/once.server";
import { openCase } from "#app/use-cases/cases.server";
import { readFollowers, readVoters } from "#app/use-cases/following/following.server";
import { linkChoice, linkInput, tagInput, untagInput } from "#app/use-cases/links/link-input";
import { type LinksPage, LinksView } from "#app/use-cases/links/links";
import { linkCases, readLinks, unlinkCases } from "#app/use-cases/links/links.server";
import { changeTags, readTags, usualTags } from "#app/use-cases/tags/tags.server";

export const handle = {
  title: ({ reference }: LinksPage, { t }: Speech) => t("case.links.page", { reference }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, permits }): Promise<LinksPage> => {
    const useCase = await openCase(database, actor, params.reference);
    const { id, reference } = useCase;
    // What was merged is read as it was.
    const open = useCase.stage !== "merged";
    const mayTag = open && permits("use-case.tag", useCase);
    return {
      reference,
      tags: await readTags(database, id),
      usual: mayTag ? await usualTags(database) : [],
      links: await readLinks(database, id),
      followers: await readFollowers(database, useCase),
      voters: await readVoters(database, id),
      mayTag,
      mayLink: open && permits("use-case.link", useCase),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, when, url } = desk;
    const useCase = await openCase(database, actor, params.reference);
    switch (form.get("intent")) {
      case "tag": {
        const { tags } = parse(tagInput, form);
        await database.write((tx) => changeTags(tx, actor, useCase, { add: tags }, when));
        return go(desk, `${url.pathname}#tags`, "case.notice.tagged");
      }
      case "untag": {
        const { tags } = parse(untagInput, form);
        await database.write((tx) => changeTags(tx, actor, useCase, { remove: tags }, when));
        return go(desk, `${url.pathname}#tags`, "case.notice.untagged");
      }
      case "unlink": {
        const { linkId } = parse(linkChoice, form);
        await database.write((tx) => unlinkCases(tx, actor, useCase, linkId, when));
        return go(desk, `${url.pathname}#links`, "case.notice.unlinked");
      }
      default: {
        const link = parse(linkInput, form);
        await writeOnce(desk, form, (tx) => linkCases(tx, actor, useCase, link, when));
        return go(desk, `${url.pathname}#links`, "case.notice.linked");
      }
    }
  })(args);

export default function UseCaseLinks() {
  return <LinksView {...useAnswer<typeof loader>()} />;
}

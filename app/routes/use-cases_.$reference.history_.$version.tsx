import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { namesIn } from "#app/people/audit-names.server";
import { caseVersion } from "#app/use-cases/case-input";
import { openCase } from "#app/use-cases/cases.server";
import { contentOf } from "#app/use-cases/content";
import { editCase } from "#app/use-cases/edit.server";
import { versionChanges } from "#app/use-cases/history/replay";
import { type VersionPage, VersionView } from "#app/use-cases/history/version";
import { chosenVersions, contentThen, numberOf, readVersions } from "#app/use-cases/history/versions.server";

export const handle = {
  title: ({ reference, shown }: VersionPage, { t }: Speech) =>
    t("case.version.page", { reference, number: shown.number }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, permits }): Promise<VersionPage> => {
    const useCase = await openCase(database, actor, params.reference);
    const { id, reference } = useCase;
    const versions = await readVersions(database, actor, useCase);
    const number = numberOf(versions, params.version);
    if (String(number) !== params.version) throw redirect(`/use-cases/${reference}/history/${number}`);
    const beside = url.searchParams.get("with");
    const chosen = chosenVersions(versions, number, beside ? idFrom(beside) : null);
    const newest = versions.at(-1)?.number ?? number;
    const changes = [chosen.shown, chosen.beside].flatMap((one) =>
      Object.entries(one?.then ?? {}).map(([field, after]) => ({ field, before: undefined, after })),
    );
    const names = await namesIn(database, [{ subject: "use-case", subjectId: id, useCaseId: id, changes }]);
    const apart = versionChanges(chosen.shown.then, versions.at(-1)?.then ?? chosen.shown.then);
    const mayRestore = permits("use-case.edit", useCase) && useCase.stage !== "draft" && apart.length > 0;
    return {
      reference,
      versions: versions.map(({ number, at, who }) => ({ number, at, who })),
      ...chosen,
      names,
      newest,
      restore: mayRestore ? { from: useCase.version } : null,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, when } = desk;
    const { version } = parse(caseVersion, form);
    const useCase = await openCase(database, actor, params.reference);
    const versions = await readVersions(database, actor, useCase);
    const { shown } = chosenVersions(versions, numberOf(versions, params.version), null);
    const content = contentThen(shown.then, contentOf(useCase));
    await database.write((tx) => editCase(tx, actor, { id: useCase.id, version, content }, when));
    return go(desk, `/use-cases/${useCase.reference}`, "case.notice.restored", { number: shown.number });
  })(args);

export default function UseCaseVersion() {
  return <VersionView {...useAnswer<typeof loader>()} />;
}

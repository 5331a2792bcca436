import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { promisedAt } from "#app/use-cases/answer-due";
import { CaseFrame } from "#app/use-cases/case-frame";
import { refuseHidden } from "#app/use-cases/cases.server";
import { readHeader } from "#app/use-cases/header.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, actor, permits, organisation, when }) => {
    const useCase = await readHeader(database, params.reference);
    const mayEdit = permits("use-case.edit", useCase);
    const mayUnmerge = permits("use-case.merge", useCase);
    refuseHidden(actor, useCase);
    const { screener, stage, stageSince } = useCase;
    const promised = stage === "submitted" && stageSince ? promisedAt(stageSince, when.today, organisation) : null;
    return { useCase, mayEdit, mayUnmerge, answer: promised && { ...promised, screener } };
  })(args);

export default function UseCaseFrame() {
  const { useCase, answer, ...may } = useAnswer<typeof loader>();
  return (
    <>
      <CaseFrame useCase={useCase} answer={answer} {...may} path={useLocation().pathname} />
      <Outlet />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { alertsOf } from "#app/delivery/running/alerts.server";
import { Warnings } from "#app/delivery/running/warnings";
import { ask } from "#app/desk.server";
import { promisedAt } from "#app/use-cases/answer-due";
import { CaseFrame } from "#app/use-cases/case-frame";
import { refuseHidden } from "#app/use-cases/cases.server";
import { readHeader } from "#app/use-cases/header.server";
import { pausesOf } from "#app/use-cases/paused.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, actor, permits, organisation, when }) => {
    const useCase = await readHeader(database, params.reference);
    const mayEdit = permits("use-case.edit", useCase);
    const mayUnmerge = permits("use-case.merge", useCase);
    refuseHidden(actor, useCase);
    const { screener, stage, stageSince } = useCase;
    const promised = stage === "submitted" && stageSince ? promisedAt(stageSince, when.today, organisation) : null;
    const alert =
      stage === "poc" ? ((await alertsOf(database, [useCase.id], when.today)).get(useCase.id) ?? null) : null;
    const pause = stage === "on-hold" ? ((await pausesOf(database, [useCase.id])).get(useCase.id) ?? null) : null;
    return { useCase, pause, mayEdit, mayUnmerge, alert, answer: promised && { ...promised, screener } };
  })(args);

export default function UseCaseFrame() {
  const { useCase, answer, alert, pause, ...may } = useAnswer<typeof loader>();
  const path = useLocation().pathname;
  return (
    <>
      <CaseFrame useCase={useCase} answer={answer} pause={pause} {...may} path={path} />
      {/* The page of the POC says it itself, where it can be acted upon. */}
      {alert && !path.endsWith("/poc") && <Warnings warnings={alert.warnings} caps={alert} />}
      <Outlet />
    </>
  );
}

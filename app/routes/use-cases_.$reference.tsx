import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { CaseFrame } from "#app/use-cases/case-frame";
import { refuseHidden } from "#app/use-cases/cases.server";
import { readHeader } from "#app/use-cases/header.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, actor, permits }) => {
    const useCase = await readHeader(database, params.reference);
    const mayEdit = permits("use-case.edit", useCase);
    refuseHidden(actor, useCase);
    return { useCase, mayEdit };
  })(args);

export default function UseCaseFrame() {
  const { useCase, mayEdit } = useAnswer<typeof loader>();
  return (
    <>
      <CaseFrame useCase={useCase} mayEdit={mayEdit} path={useLocation().pathname} />
      <Outlet />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { CaseFrame } from "#app/use-cases/case-frame";
import { readHeader } from "#app/use-cases/header.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, permits }) => {
    const useCase = await readHeader(database, params.reference);
    const mayEdit = permits("use-case.edit", useCase);
    // A draft is its author's business until it is submitted.
    if (useCase.stage === "draft" && !mayEdit) {
      throw new Refusal(404, "use-cases.refusal.not-found", { reference: useCase.reference });
    }
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

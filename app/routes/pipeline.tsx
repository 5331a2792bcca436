import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { activeDepartments, readFlow, readPipeline } from "#app/delivery/pipeline.server";
import { PipelineView } from "#app/delivery/pipeline-page";
import { ask } from "#app/desk.server";
import { gateFactsByIds } from "#app/measurement/gate-facts.server";

export const handle = { title: "delivery.pipeline.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when, permits }) => {
    const chosen = Number(url.searchParams.get("department"));
    const departmentId = Number.isSafeInteger(chosen) && chosen > 0 ? chosen : null;
    const asked = { departmentId, today: when.today };
    const flow = url.searchParams.get("view") === "flow" ? await readFlow(database, departmentId) : null;
    const factsOf = async (ids: readonly number[]) =>
      gateFactsByIds(database, ids, await casesHiddenFrom(database, actor, ids));
    const pipeline = flow ? null : await readPipeline(database, asked, factsOf);
    return {
      ...{ pipeline, flow, departmentId },
      departments: await activeDepartments(database),
      maySubmit: permits("use-case.submit"),
    };
  })(args);

export default function Pipeline() {
  return <PipelineView {...useAnswer<typeof loader>()} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { readFlow } from "#app/delivery/flow.server";
import { setLimits } from "#app/delivery/limits.server";
import { boardOf, FLOW_STAGES, limitsInput } from "#app/delivery/pipeline";
import { activeDepartments, readPipeline } from "#app/delivery/pipeline.server";
import { PipelineView } from "#app/delivery/pipeline-page";
import { stoppedPocs } from "#app/delivery/running/alerts.server";
import { act, ask, go, parse } from "#app/desk.server";
import { misreadingOf } from "#app/kernel/misread";
import { gateFactsByIds } from "#app/measurement/gate-facts.server";

export const handle = { title: "delivery.pipeline.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when, permits }) => {
    const { departmentId, lanes } = boardOf(url.searchParams);
    const { today } = when;
    const stage = FLOW_STAGES.find((one) => one === url.searchParams.get("at")) ?? "assessment";
    const flow =
      url.searchParams.get("view") === "flow" ? await readFlow(database, { departmentId, stage, today }) : null;
    const factsOf = async (ids: readonly number[]) =>
      gateFactsByIds(database, ids, when.today, await casesHiddenFrom(database, actor, ids));
    const pipeline = flow ? null : await readPipeline(database, actor, { departmentId, today }, factsOf);
    return {
      ...{ pipeline, flow, departmentId, lanes },
      misreading: misreadingOf(url, { department: "id" }),
      stopped: flow ? [] : await stoppedPocs(database, departmentId),
      departments: await activeDepartments(database),
      maySubmit: permits("use-case.submit"),
      mayLimit: permits("board.limit"),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, url, when } = desk;
    const limits = parse(limitsInput, form);
    await database.write((tx) => setLimits(tx, actor, limits, when));
    return go(desk, `${url.pathname}${url.search}`, "delivery.pipeline.limits.saved");
  })(args);

export default function Pipeline() {
  return <PipelineView {...useAnswer<typeof loader>()} />;
}

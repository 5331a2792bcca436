import { expect } from "vitest";
import type { GateFacts } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import { story } from "#seeds/story/index";
import type { CaseEvent } from "#seeds/story/timeline";
import type { CaseStory, Kpi } from "#seeds/story/types";

const { organisation } = story;

/** What the product would know of a case after each thing that happened to it. */
export function replay(useCase: CaseStory) {
  const { entry } = useCase;
  const seen = new Set<string>();
  const signed = new Set<string>();
  let stage: Stage | null = entry.how === "form" ? "draft" : entry.stage;
  let assessments = 0;
  const kpis: Kpi[] = [];
  return {
    get stage() {
      return stage;
    },
    learn(event: CaseEvent) {
      seen.add(event.what);
      if (event.what === "assess") {
        expect(stage, `${useCase.key} is assessed on ${event.on}`).toBe("assessment");
        assessments += 1;
      }
      if (event.what === "sign-off" && event.signOff.answer?.yes) signed.add(event.signOff.kind);
      if (event.what === "kpi") kpis.push(event.kpi);
      if (event.what === "attempt" || event.what === "verdict") expect(stage, `${useCase.key} ${event.on}`).toBe("poc");
      if (event.what === "move") stage = event.move.to;
    },
    facts(reason: boolean): Partial<GateFacts> {
      const { screening, poc } = useCase;
      const verdict = seen.has("verdict") ? poc?.verdict : null;
      return {
        need: Boolean(useCase.need),
        department: Boolean(useCase.department),
        affected: Boolean(useCase.affected),
        owner: Boolean(useCase.owner),
        expectedBenefit: Boolean(useCase.expectedBenefit),
        similarLookedAt: useCase.similar !== null,
        prohibitedPractice: seen.has("screen") ? (screening?.prohibitedPractice ?? null) : null,
        customerFacing: screening?.customerFacing ?? null,
        humanInTheLoop: screening?.humanInTheLoop ?? null,
        augmentOrReplace: screening?.augmentOrReplace ?? null,
        redLineException: Boolean(screening?.exception),
        assessments,
        assessmentsNeeded: organisation.assessmentsNeeded,
        businessCase: seen.has("business-case"),
        decidedWithQuorum: seen.has("decide"),
        poc: seen.has("poc"),
        pocTeam: (poc?.team.length ?? 0) > 0 && (poc?.team.length ?? 9) <= (poc?.peopleCap ?? 0),
        pocKpi: Boolean(poc?.kpi),
        pocSealed: seen.has("poc-start"),
        dataQuestions: Boolean(poc?.dataWhere && poc.dataWho && poc.dataUse),
        modelOrVendor: Boolean(poc?.model),
        businessOwner: Boolean(useCase.owner),
        technicalOwner: Boolean(useCase.technicalOwner),
        verdict: verdict?.outcome ?? null,
        enteredLive: entry.how === "live",
        securitySignOff: signed.has("security"),
        legalSignOff: signed.has("legal"),
        aiActClass: seen.has("ai-act") ? (useCase.aiAct?.class ?? null) : null,
        humanReviewer: seen.has("human-reviewer"),
        kpi: kpis.some((kpi) => !kpi.guardrail && kpi.valuePerUnit !== null),
        guardrail: kpis.some((kpi) => kpi.guardrail),
        reason,
        learning: Boolean(verdict?.learning) || useCase.moves.some(({ learning }) => learning !== null),
      };
    },
  };
}

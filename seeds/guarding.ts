/** Risks, incidents and trust cards of the story, through the commands that people use for them. */
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { setIncidentCost } from "#app/measurement/incident-cost.server";
import { resumeCase } from "#app/measurement/resume-case.server";
import { changeIncident, closeIncident, logIncident, openIncident } from "#app/safeguards/incidents/incident.server";
import { pauseCase } from "#app/safeguards/incidents/pause.server";
import { closeRisk, reviewRisk } from "#app/safeguards/risks/review.server";
import { addRisk, openRisk } from "#app/safeguards/risks/risk.server";
import { saveTrustCard } from "#app/safeguards/trust-card.server";
import type { Scene } from "./cast";
import type { Guarded, OwnRisk, RiskStory } from "./story/types";

export async function guard(scene: Scene, { useCase: key, by, act }: Guarded): Promise<void> {
  const { tx, cast, caseOf, when } = scene;
  const actor = cast.actor(by);
  const useCaseId = cast.id(caseOf(key));
  switch (act.what) {
    case "card":
      return saveTrustCard(tx, actor, { useCaseId, ...act.card }, when);
    case "risk":
      cast.put(act.risk, (await addRisk(tx, actor, { useCaseId, ...contentOf(scene, act.risk) }, when)).id);
      return;
    case "review": {
      const { risk } = await openRisk(tx, cast.id(act.risk));
      const [likelihood, impact] = act.marks;
      const [residualLikelihood, residualImpact] = act.residual ?? [null, null];
      const found = { likelihood, impact, residualLikelihood, residualImpact, mitigationDoneOn: act.doneOn };
      const review = { id: risk.id, version: risk.version, note: act.note, reviewOn: act.reviewOn, ...found };
      return reviewRisk(tx, actor, review, when);
    }
    case "end-risk": {
      const { risk } = await openRisk(tx, cast.id(act.risk));
      return closeRisk(tx, actor, { id: risk.id, version: risk.version, reason: act.reason }, when);
    }
    case "incident": {
      const { started, detected, ended, ...told } = act.incident;
      const times = {
        ...{ startedOn: started[0], startedTime: started[1], detectedOn: detected[0], detectedTime: detected[1] },
        ...{ endedOn: null, endedTime: null, authorityToldOn: null, authorityWhyNot: null, marketToldOn: null },
        ...{ vendorId: null, modelId: null, riskId: act.risk ? cast.id(act.risk) : null },
        // An end that is still to come when it is logged is told when it is closed.
        ...(ended && ended[0] <= when.today ? { endedOn: ended[0], endedTime: ended[1] } : {}),
      };
      cast.put(act.incident, (await logIncident(tx, actor, { useCaseId, ...told, ...times }, when)).id);
      return;
    }
    case "pause": {
      const { reason, relookOn } = act;
      return pauseCase(tx, actor, { incidentId: cast.id(act.incident), reason, relookOn }, when);
    }
    case "resume":
      return resumeCase(tx, actor, { incidentId: cast.id(act.incident), reason: act.reason, override: false }, when);
    case "cost": {
      const { quarter: of, amount, note } = act;
      const cost = { incidentId: cast.id(act.incident), quarter: quarter(of), amountMinor: minor(amount), note };
      return setIncidentCost(tx, actor, cost, when);
    }
    case "close": {
      const { incident } = await openIncident(tx, cast.id(act.incident));
      const { id, version } = incident;
      const [endedOn, endedTime] = act.incident.ended ?? [when.today, null];
      await changeIncident(tx, actor, { id, version, endedOn, endedTime }, when);
      return closeIncident(tx, actor, { id, version: version + 1, reason: act.reason }, when);
    }
  }
}

export async function writeOwnRisk(scene: Scene, { by, risk }: OwnRisk): Promise<void> {
  const { tx, cast, when } = scene;
  const { id } = await addRisk(tx, cast.actor(by), { useCaseId: null, ...contentOf(scene, risk) }, when);
  cast.put(risk, id);
}

function contentOf({ cast }: Scene, risk: RiskStory) {
  const { owner, mitigationOwner, residual, ...told } = risk;
  const [residualLikelihood, residualImpact] = residual ?? [null, null];
  return {
    ...told,
    ownerId: cast.personId(owner),
    mitigationOwnerId: mitigationOwner === null ? null : cast.personId(mitigationOwner),
    ...{ mitigationDoneOn: null, residualLikelihood, residualImpact },
  };
}

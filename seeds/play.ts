import { adjourn, decide, estimate, except, meet, plan, screen, sessionOf } from "./arbitrating";
import { amend, beginPoc, beginRound, changeModel, endRound, reportWeek, signAmended } from "./betting";
import { capture, startCampaign, summarise } from "./campaigning";
import { type Scene, told } from "./cast";
import { askSignOff, classify, concludePoc, definePoc, nameReviewer, signOff, tryOut } from "./delivering";
import { enter, move, say } from "./entering";
import { gather } from "./gathering";
import { guard, writeOwnRisk } from "./guarding";
import { close, collect, defineKpi, remind, report, restate, review, spend, startReviewing } from "./measuring";
import { holdTheReview, planTheReview } from "./reviewing";
import { assess, beginModel, openRound, reviseModel } from "./scoring";
import { meetCondition } from "./signing";
import type { StoryEvent } from "./story/timeline";
import type { Story } from "./story/types";

/** One thing that happened, through the command that people use for it. */
export async function play(scene: Scene, story: Story, event: StoryEvent): Promise<void> {
  switch (event.what) {
    case "start-campaign":
      return startCampaign(scene, event.campaign);
    case "capture":
      return capture(scene, event.campaign, event.line);
    case "summarise":
      return summarise(scene, event.campaign);
    case "enter":
      return enter(scene, event.useCase);
    case "move":
      return move(scene, event.useCase, event.move);
    case "comment":
      return say(scene, event.useCase, event.comment);
    case "guard":
      return guard(scene, event.guarded);
    case "own-risk":
      return writeOwnRisk(scene, event.own);
    case "gather":
      return gather(scene, event.gathered);
    case "screen":
      return screen(scene, event.useCase, told(event.useCase.screening, "a screening"));
    case "assess":
      return assess(scene, event.useCase, event.assessment);
    case "open-round":
      return openRound(scene, event.useCase, event.round);
    case "revise-model":
      return reviseModel(scene, event.scoring);
    case "begin-model":
      return beginModel(scene, event.scoring);
    case "business-case":
      return estimate(scene, story.organisation, event.useCase, told(event.useCase.businessCase, "a business case"));
    case "filter-exception":
      return except(scene, event.useCase, event.exception);
    case "plan-session":
      return plan(scene, story, event.session);
    case "session":
      return meet(scene, event.session);
    case "decide":
      return decide(scene, sessionOf(story, event.decision.session), event.useCase, event.decision);
    case "adjourn":
      return adjourn(scene, event.session);
    case "poc":
      return definePoc(scene, story.people, event.useCase, told(event.useCase.poc, "a POC"));
    case "poc-start":
      return beginPoc(scene, told(event.useCase.poc, "a POC"));
    case "check-in":
      return reportWeek(scene, told(event.useCase.poc, "a POC"), event.checkIn);
    case "iteration":
      return beginRound(scene, told(event.useCase.poc, "a POC"), event.iteration);
    case "iteration-end":
      return endRound(scene, told(event.useCase.poc, "a POC"), event.iteration);
    case "amend":
      return amend(scene, told(event.useCase.poc, "a POC"), event.amendment);
    case "sign-amendment":
      return signAmended(scene, event.amendment);
    case "switch":
      return changeModel(scene, event.useCase, event.change);
    case "attempt":
      return tryOut(scene, told(event.useCase.poc, "a POC"), event.attempt);
    case "verdict":
      return concludePoc(scene, told(event.useCase.poc, "a POC"));
    case "sign-off-request":
      return askSignOff(scene, event.useCase, event.signOff);
    case "sign-off":
      return signOff(scene, event.signOff);
    case "condition-met":
      return meetCondition(scene, event);
    case "ai-act":
      return classify(scene, event.useCase, told(event.useCase.aiAct, "a class"));
    case "human-reviewer":
      return nameReviewer(scene, event.useCase);
    case "kpi":
      return defineKpi(scene, event.useCase, event.kpi);
    case "report":
      return report(scene, event.kpi, event.report);
    case "review":
      return review(scene, event.report);
    case "restate":
      return restate(scene, event.kpi, event.restatement);
    case "cost":
      return spend(scene, event.useCase, event.cost);
    case "collect":
      return collect(scene, event.quarter);
    case "start-review":
      return startReviewing(scene, event.quarter);
    case "remind":
      return remind(scene, story, event.quarter, event.silence);
    case "close":
      return close(scene, event.quarter);
    case "plan-review":
      return planTheReview(scene, story, event.held);
    case "hold-review":
      return holdTheReview(scene, story, event.held);
  }
}

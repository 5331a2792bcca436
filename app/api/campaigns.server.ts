import { Refusal } from "#app/kernel/refusal";
import { datesProblem } from "#app/use-cases/campaigns/campaign";
import { campaignPage } from "#app/use-cases/campaigns/campaign-page.server";
import { campaignBySlug, invitedBy } from "#app/use-cases/campaigns/campaigns.server";
import { captureAddress } from "#app/use-cases/campaigns/capture-code";
import { createCampaign as create } from "#app/use-cases/campaigns/create-campaign.server";
import { editCampaign, writeSummary } from "#app/use-cases/campaigns/edit-campaign.server";
import {
  endEarly,
  deleteCampaign as removeCampaign,
  renewCode,
  reopen,
} from "#app/use-cases/campaigns/end-campaign.server";
import { listCampaigns as list } from "#app/use-cases/campaigns/list-campaigns.server";
import { captureLines as capture } from "#app/use-cases/capture/capture.server";
import { cleanLine } from "#app/use-cases/capture/lines";
import { handOver, linesToComplete } from "#app/use-cases/capture/lines-to-complete.server";
import type { Reader } from "#db/client.server";
import { idsBehind } from "./acts.server";
import * as contracts from "./campaigns";
import { refuseUnknownIds } from "./known-ids.server";
import { type Asked, reads, writes } from "./operation.server";
import { RefusedAt } from "./problem";
import { orNothing } from "./shapes";

type For = Pick<Asked<never, never, never>, "actor" | "when" | "organisation">;

async function answerOf(db: Reader, slug: string, { actor, when, organisation }: For) {
  const page = await campaignPage(db, actor, slug, when, organisation.timeZone);
  const { kind, name, state, startsOn, endsOn, endedOn, target, openCapture, version, sums, names } = page;
  return {
    ...{ slug, kind, name, state, startsOn, endsOn, endedOn, target, openCapture, version },
    host: { id: page.hostId, name: page.host ?? "" },
    ...{ submitted: sums.submitted, waiting: sums.waiting, people: sums.people, hoursAYear: sums.hours },
    ...{ brief: page.brief, prize: page.prize, summary: page.summary, reached: page.funnel },
    departments: page.departments.flatMap(({ departmentId, target: own, submitted, captured }) => {
      const department = names.find(({ id }) => id === departmentId);
      return department ? [{ department, target: own, submitted, waiting: captured }] : [];
    }),
  };
}

const invitedOf = (invited: contracts.CampaignEdit["invited"]) =>
  (invited ?? []).map(({ departmentId, target = null }) => ({ departmentId, target }));

/** @throws RefusedAt the last day, when it comes before the first or a year after it */
function refuseDates(days: Parameters<typeof datesProblem>[0]): void {
  const problem = datesProblem(days);
  if (problem) throw new RefusedAt(new Refusal(400, problem), ["endsOn"]);
}

export const listCampaigns = reads(contracts.listCampaigns, async (db, { actor, when }) => {
  const { groups } = await list(db, actor, when);
  return {
    items: groups.flatMap(({ campaigns }) =>
      campaigns.map((one) => {
        const { slug, kind, name, state, startsOn, endsOn, endedOn, target, openCapture, submitted, waiting } = one;
        const host = { id: one.hostId, name: one.host };
        const { version } = one;
        return {
          ...{ slug, kind, name, state, startsOn, endsOn, endedOn, target, host },
          ...{ openCapture, submitted, waiting, version },
        };
      }),
    ),
  };
});

export const createCampaign = writes(contracts.createCampaign, async (tx, asked) => {
  const { invited, brief, prize, openCapture = false, ...said } = asked.body;
  refuseDates(said);
  const whole = { ...said, openCapture, brief: orNothing(brief), prize: orNothing(prize), invited: invitedOf(invited) };
  const { slug } = await create(tx, asked.actor, whole, asked.when);
  return answerOf(tx, slug, asked);
});

export const readCampaign = reads(contracts.readCampaign, (db, asked) => answerOf(db, asked.parameters.slug, asked));

export const updateCampaign = writes(contracts.updateCampaign, async (tx, asked) => {
  const { parameters, body, actor, when, version } = asked;
  const { slug } = parameters;
  const { kind, name, brief, prize, startsOn, endsOn, target, hostId, openCapture, id } = await campaignBySlug(
    tx,
    slug,
  );
  const stored = { kind, name, brief, prize, startsOn, endsOn, target, hostId, openCapture };
  const { invited, ...changes } = body;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next = { ...stored, ...(given as Partial<typeof stored>) };
  refuseDates(next);
  const kept = await invitedBy(tx, id);
  const said = {
    ...next,
    brief: orNothing(next.brief),
    prize: orNothing(next.prize),
    invited: invited
      ? invitedOf(invited)
      : kept.map(({ departmentId, target: own }) => ({ departmentId, target: own })),
  };
  await editCampaign(tx, actor, { slug, version, said }, when);
  return answerOf(tx, slug, asked);
});

export const captureLines = writes(contracts.captureLines, async (tx, { body, actor, locale, when }) => {
  const { lines, language = locale, departmentId = null, campaign = null } = body;
  await refuseUnknownIds(tx, [], [["departmentId", departmentId]]);
  // The door itself does the same request once, by its key.
  const said = { lines: lines.map(cleanLine), locale: language, departmentId, campaign, key: null };
  return capture(tx, actor, said, when);
});

export const endCampaign = writes(contracts.endCampaign, async (tx, asked) => {
  await endEarly(tx, asked.actor, asked.parameters.slug, asked.when);
  return answerOf(tx, asked.parameters.slug, asked);
});

export const reopenCampaign = writes(contracts.reopenCampaign, async (tx, asked) => {
  await reopen(tx, asked.actor, asked.parameters.slug, asked.when);
  return answerOf(tx, asked.parameters.slug, asked);
});

export const renewCaptureCode = writes(contracts.renewCaptureCode, async (tx, { parameters, actor, when }) => {
  await renewCode(tx, actor, parameters.slug, when);
  const { slug, captureCode } = await campaignBySlug(tx, parameters.slug);
  return { slug, captureAddress: captureAddress("", captureCode) };
});

export const deleteCampaign = writes(contracts.deleteCampaign, async (tx, { parameters, actor, when }) => {
  await removeCampaign(tx, actor, parameters.slug, when);
  return { deleted: true };
});

export const summariseCampaign = writes(contracts.summariseCampaign, async (tx, asked) => {
  const { parameters, body, actor, version, when } = asked;
  await writeSummary(tx, actor, { slug: parameters.slug, version, summary: orNothing(body.summary) }, when);
  return answerOf(tx, parameters.slug, asked);
});

export const listLines = reads(contracts.listLines, async (db, { actor }) => {
  const { lines, more } = await linesToComplete(db, actor);
  return {
    items: lines.map(({ reference, title, department, authorId, author, capturedBy, campaignSlug, since }) => ({
      ...{ reference, line: title, department, capturedBy, campaign: campaignSlug, since },
      author: authorId === null ? null : { id: authorId, name: author ?? "" },
    })),
    more,
  };
});

export const handOverLines = writes(contracts.handOverLines, async (tx, { body, actor, when }) => {
  const { useCases: references, personId, departmentId = null } = body;
  const cases = await idsBehind(tx, references);
  const { lines, name } = await handOver(tx, actor, { cases, to: personId, departmentId }, when);
  return { lines, person: name };
});

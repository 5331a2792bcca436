/** Operations on campaigns, and on lines that are captured for them or outside one. */
import { z } from "zod";
import { CAMPAIGN_KINDS, CAMPAIGN_LIMITS, CAMPAIGN_STATES } from "#app/use-cases/campaigns/campaign";
import { LINE_LIMITS } from "#app/use-cases/capture/lines";
import { contract } from "./contract";
import { day, departmentAnswer, id, personAnswer, reference, said, told, toldAnswer, words } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });
const target = said("api.field.campaign.target", z.int().min(1).max(CAMPAIGN_LIMITS.target));

const answered = {
  slug: said("api.field.campaign.slug", z.string()),
  kind: z.enum(CAMPAIGN_KINDS),
  name: toldAnswer,
  state: said("api.field.campaign.state", z.enum(CAMPAIGN_STATES)),
  startsOn: dayAnswer,
  endsOn: dayAnswer,
  endedOn: said("api.field.campaign.endedOn", dayAnswer.nullable()),
  target,
  host: personAnswer,
  openCapture: said("api.field.campaign.openCapture", z.boolean()),
  submitted: said("api.field.campaign.submitted", z.int()),
  waiting: said("api.field.campaign.waiting", z.int()),
  version: said("api.field.version", z.int()),
};

const invitedAnswer = z.object({
  department: departmentAnswer,
  target: said("api.field.campaign.departmentTarget", z.int().nullable()),
  submitted: z.int(),
  waiting: z.int(),
});

const campaignAnswer = z
  .object({
    ...answered,
    brief: toldAnswer.nullable(),
    prize: toldAnswer.nullable(),
    summary: toldAnswer.nullable(),
    departments: said("api.field.campaign.departments", z.array(invitedAnswer)),
    people: z.int(),
    hoursAYear: said("api.field.hoursAYear", z.number().nullable()),
    reached: said("api.field.campaign.reached", z.array(z.object({ stage: z.string(), cases: z.int() }))),
  })
  .meta({ id: "Campaign" });

const content = {
  kind: z.enum(CAMPAIGN_KINDS),
  name: told(CAMPAIGN_LIMITS.name),
  brief: told(CAMPAIGN_LIMITS.text).nullable().optional(),
  prize: told(CAMPAIGN_LIMITS.prize).nullable().optional(),
  startsOn: day,
  endsOn: day,
  target,
  hostId: said("api.field.campaign.host", id),
  openCapture: said("api.field.campaign.openCapture", z.boolean().optional()),
  invited: said(
    "api.field.campaign.departments",
    z
      .array(
        z.strictObject({ departmentId: id, target: z.int().min(0).max(CAMPAIGN_LIMITS.target).nullable().optional() }),
      )
      .max(500)
      .optional(),
  ),
};

const createInput = z.strictObject(content);
const editInput = z.strictObject(content).partial();
export type CampaignEdit = z.output<typeof editInput>;

const parameters = z.object({ slug: z.string().min(1).max(80) });

export const listCampaigns = contract({
  id: "listCampaigns",
  summary: "api.operation.listCampaigns",
  method: "GET",
  path: "/campaigns",
  group: "campaigns",
  scope: "read",
  act: "campaign.read",
  answer: z.object({ items: z.array(z.object(answered).meta({ id: "ListedCampaign" })) }),
});

export const createCampaign = contract({
  id: "createCampaign",
  summary: "api.operation.createCampaign",
  method: "POST",
  path: "/campaigns",
  group: "campaigns",
  scope: "write",
  act: "campaign.run",
  body: createInput,
  answer: campaignAnswer,
  status: 201,
  location: ({ slug }) => `/campaigns/${slug}`,
  once: "optional",
  refused: [403, 409],
  example: {
    kind: "sprint",
    name: { fr: "La quinzaine des cas d’usage", en: "The use-case fortnight" },
    startsOn: "2027-03-01",
    endsOn: "2027-03-12",
    target: 30,
    hostId: 1,
  },
});

export const readCampaign = contract({
  id: "readCampaign",
  summary: "api.operation.readCampaign",
  method: "GET",
  path: "/campaigns/{slug}",
  group: "campaigns",
  scope: "read",
  act: "campaign.read",
  parameters,
  answer: campaignAnswer,
  refused: [404],
});

export const updateCampaign = contract({
  id: "updateCampaign",
  summary: "api.operation.updateCampaign",
  method: "PATCH",
  path: "/campaigns/{slug}",
  group: "campaigns",
  scope: "write",
  act: "campaign.run",
  parameters,
  body: editInput,
  answer: campaignAnswer,
  edits: true,
  refused: [403, 404, 409],
  example: { target: 40, prize: { fr: "Un POC avant l’été" } },
});

const runs = {
  group: "campaigns",
  method: "POST",
  scope: "write",
  act: "campaign.run",
  parameters,
  body: z.strictObject({}),
  refused: [403, 404, 409],
  example: {},
} as const;

export const endCampaign = contract({
  ...runs,
  id: "endCampaign",
  summary: "api.operation.endCampaign",
  path: "/campaigns/{slug}/end",
  answer: campaignAnswer,
});

export const reopenCampaign = contract({
  ...runs,
  id: "reopenCampaign",
  summary: "api.operation.reopenCampaign",
  path: "/campaigns/{slug}/reopening",
  answer: campaignAnswer,
});

export const renewCaptureCode = contract({
  ...runs,
  id: "renewCaptureCode",
  summary: "api.operation.renewCaptureCode",
  path: "/campaigns/{slug}/capture-code",
  answer: z.object({ slug: z.string(), captureAddress: said("api.field.campaign.captureAddress", z.string()) }),
});

export const deleteCampaign = contract({
  ...runs,
  id: "deleteCampaign",
  summary: "api.operation.deleteCampaign",
  path: "/campaigns/{slug}/deletion",
  answer: z.object({ deleted: z.boolean() }),
});

export const summariseCampaign = contract({
  ...runs,
  id: "summariseCampaign",
  summary: "api.operation.summariseCampaign",
  method: "PATCH",
  path: "/campaigns/{slug}/summary",
  body: z.strictObject({ summary: told(CAMPAIGN_LIMITS.text).nullable() }),
  answer: campaignAnswer,
  edits: true,
  example: { summary: { fr: "Trente idées, dont quatre à l’essai.", en: "Thirty ideas, four of them being tried." } },
});

const lineAnswer = z
  .object({
    reference,
    line: toldAnswer,
    department: toldAnswer.nullable(),
    author: personAnswer.nullable(),
    capturedBy: said("api.field.line.capturedBy", z.string().nullable()),
    campaign: said("api.field.lines.campaign", z.string().nullable()),
    since: dayAnswer.nullable(),
  })
  .meta({ id: "CapturedLine" });

export const listLines = contract({
  id: "listLines",
  summary: "api.operation.listLines",
  method: "GET",
  path: "/lines",
  group: "campaigns",
  scope: "read",
  act: "use-case.edit",
  answer: z.object({ items: z.array(lineAnswer), more: said("api.field.lines.more", z.boolean()) }),
});

export const handOverLines = contract({
  id: "handOverLines",
  summary: "api.operation.handOverLines",
  method: "POST",
  path: "/lines/hand-over",
  group: "campaigns",
  scope: "write",
  act: "use-case.edit",
  body: z.strictObject({
    useCases: said("api.field.lines.references", z.array(reference).min(1).max(500)),
    personId: said("api.field.lines.to", id),
    departmentId: id.nullable().optional(),
  }),
  answer: z.object({ lines: z.int(), person: z.string() }),
  refused: [403, 404, 409],
  example: { useCases: ["UC-0042"], personId: 1 },
});

export const captureLines = contract({
  id: "captureLines",
  summary: "api.operation.captureLines",
  method: "POST",
  path: "/lines",
  group: "campaigns",
  scope: "write",
  act: "use-case.capture",
  body: z.strictObject({
    lines: said("api.field.lines", z.array(words(LINE_LIMITS.line)).min(1).max(LINE_LIMITS.list)),
    language: said("api.field.lines.language", z.enum(["fr", "en"]).optional()),
    departmentId: id.nullable().optional(),
    campaign: said("api.field.lines.campaign", z.string().max(80).nullable().optional()),
  }),
  answer: z.object({ references: z.array(reference) }),
  once: "required",
  refused: [404, 409],
  example: { lines: ["Recopier les bons de livraison", "Appeler un à un les clients en retard"], departmentId: 1 },
});

/** The trust card of a case: what its team answers for, and each version of it. */
import { z } from "zod";
import { KEPT_CLASSES } from "#app/safeguards/ai-act/stored";
import { CARD_LETTERS, CARD_QUESTIONS, REVIEW_MOMENTS, RHYTHMS } from "#app/safeguards/trust-card";
import { contract } from "./contract";
import { instant, reference, said, told, toldAnswer } from "./shapes";

const parameters = z.strictObject({ reference });
const share = said("api.field.trust.share", z.number().min(0).max(1).nullable());

const text = toldAnswer.nullable();
const content = {
  customerFacing: z.boolean().nullable(),
  humanInTheLoop: z.boolean().nullable(),
  augmentOrReplace: z.enum(["augment", "replace"]).nullable(),
  dataWhere: text,
  dataWho: text,
  dataUse: text,
  personalData: z.boolean().nullable(),
  transfer: z.boolean().nullable(),
  transferTo: text,
  transferCountry: z.string().nullable(),
  transferBasis: text,
  humanReviewer: z.string().nullable(),
  reviewMoment: z.enum(REVIEW_MOMENTS).nullable(),
  reviewShare: share,
  explainability: text,
  knownLimits: text,
  monitoringWhat: text,
  monitoringBy: z.string().nullable(),
  monitoringEvery: z.enum(RHYTHMS).nullable(),
  monitoringThreshold: text,
  aiActClass: z.enum(KEPT_CLASSES).nullable(),
};

const card = z
  .object({
    reference,
    ...content,
    unanswered: said("api.field.trust.unanswered", z.array(z.enum(CARD_QUESTIONS))),
    incidents: said("api.field.trust.incidents", z.int()),
    cardVersion: said("api.field.trust.version", z.int()),
    versions: said(
      "api.field.trust.versions",
      z.array(z.object({ number: z.int(), by: z.string().nullable(), at: instant, changed: z.array(z.string()) })),
    ),
  })
  .meta({ id: "TrustCard" });

const group = "safeguards" as const;

export const readTrustCard = contract({
  id: "readTrustCard",
  summary: "api.operation.readTrustCard",
  method: "GET",
  path: "/use-cases/{reference}/trust-card",
  group,
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: card,
  refused: [404],
});

const saying = told(CARD_LETTERS).nullable();
const name = z.string().max(200).nullable();

export const writeTrustCard = contract({
  id: "writeTrustCard",
  summary: "api.operation.writeTrustCard",
  method: "POST",
  path: "/use-cases/{reference}/trust-card",
  group,
  scope: "write",
  act: "trust-card.write",
  parameters,
  body: z
    .strictObject({
      dataWhere: saying,
      dataWho: saying,
      dataUse: saying,
      personalData: z.boolean().nullable(),
      transfer: z.boolean().nullable(),
      transferTo: saying,
      transferCountry: z.string().max(100).nullable(),
      transferBasis: saying,
      humanReviewer: name,
      reviewMoment: z.enum(REVIEW_MOMENTS).nullable(),
      reviewShare: share,
      explainability: saying,
      knownLimits: saying,
      monitoringWhat: saying,
      monitoringBy: name,
      monitoringEvery: z.enum(RHYTHMS).nullable(),
      monitoringThreshold: saying,
    })
    .partial()
    .extend({ cardVersion: said("api.field.trust.version", z.int().min(0)) }),
  answer: card,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    transfer: true,
    transferTo: { en: "The model’s vendor, by its API" },
    transferCountry: "IE",
    transferBasis: { en: "Contract clauses, without reuse" },
    reviewMoment: "before",
    reviewShare: 1,
    cardVersion: 0,
  },
});

import type { UseCase } from "#app/use-cases/cases.server";
import { trustCards, useCases } from "#db/schema.server";

/** What of a case its gates look at. */
export const GATED = {
  id: useCases.id,
  need: useCases.need,
  departmentId: useCases.departmentId,
  affected: useCases.affected,
  ownerId: useCases.ownerId,
  technicalOwnerId: useCases.technicalOwnerId,
  expectedBenefit: useCases.expectedBenefit,
  similarLookedAt: useCases.similarLookedAt,
  peopleAffected: useCases.peopleAffected,
  aiType: useCases.aiType,
};
export type CaseRow = Pick<UseCase, keyof typeof GATED>;

/** And of its trust card. */
export const CARD = {
  useCaseId: trustCards.useCaseId,
  prohibitedPractice: trustCards.prohibitedPractice,
  customerFacing: trustCards.customerFacing,
  humanInTheLoop: trustCards.humanInTheLoop,
  augmentOrReplace: trustCards.augmentOrReplace,
  redLineException: trustCards.redLineException,
  dataWhere: trustCards.dataWhere,
  dataWho: trustCards.dataWho,
  dataUse: trustCards.dataUse,
  humanReviewer: trustCards.humanReviewer,
  aiActClass: trustCards.aiActClass,
  aiActConfirmedOn: trustCards.aiActConfirmedOn,
};

import type { CaseStory } from "../../types";
import { assistantSocial } from "./assistant-social";
import { avisMarketing } from "./avis-marketing";
import { catalogueRegional } from "./catalogue-regional";
import { ciblageCoupons } from "./ciblage-coupons";
import { mediaMix } from "./media-mix";
import { personasSynthetiques } from "./personas-synthetiques";
import { studioVisuels } from "./studio-visuels";

export const marketing: CaseStory[] = [
  assistantSocial,
  mediaMix,
  personasSynthetiques,
  avisMarketing,
  ciblageCoupons,
  studioVisuels,
  catalogueRegional,
];

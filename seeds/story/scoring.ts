import { day } from "#app/kernel/day";
import type { ScoringStory } from "./types";
import { t } from "./writing";

/** The committee asked one question more plainly after a year, and now looks at RICE for what concerns all stores. */
export const scoring: ScoringStory = {
  revision: {
    on: day("2026-03-16"),
    by: "claire",
    note: t(
      "Deux membres sur trois notaient l’accès aux données, les autres leur qualité : la question dit désormais les deux.",
      "Two members out of three scored access to the data, the others its quality: the question now says both.",
    ),
    criterion: "data",
    question: t(
      "Les données existent-elles, sont-elles propres, et peut-on les utiliser ?",
      "Does the data exist, is it clean, and may it be used?",
    ),
  },
  next: { on: day("2026-11-16"), by: "claire" },
};

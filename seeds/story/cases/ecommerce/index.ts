import type { CaseStory } from "../../types";
import { assistantCourses } from "./assistant-courses";
import { fichesProduits } from "./fiches-produits";
import { photosPackshot } from "./photos-packshot";
import { rechercheSemantique } from "./recherche-semantique";
import { retoursMotifs } from "./retours-motifs";
import { substitutionDrive } from "./substitution-drive";

export const ecommerce: CaseStory[] = [
  fichesProduits,
  rechercheSemantique,
  substitutionDrive,
  assistantCourses,
  photosPackshot,
  retoursMotifs,
];

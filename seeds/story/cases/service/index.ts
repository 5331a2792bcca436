import type { CaseStory } from "../../types";
import { gesteCommercial } from "./geste-commercial";
import { reclamationsSensibles } from "./reclamations-sensibles";
import { reponseMails } from "./reponse-mails";
import { suiviCommandes } from "./suivi-commandes";
import { verbatimsClients } from "./verbatims-clients";
import { voixReclamations } from "./voix-reclamations";

export const service: CaseStory[] = [
  verbatimsClients,
  reponseMails,
  suiviCommandes,
  reclamationsSensibles,
  gesteCommercial,
  voixReclamations,
];

import type { CaseStory } from "../../types";
import { cahierChargesMdd } from "./cahier-charges-mdd";
import { clausesContrats } from "./clauses-contrats";
import { conformiteFournisseurs } from "./conformite-fournisseurs";
import { fournisseursLocaux } from "./fournisseurs-locaux";
import { matieresPremieres } from "./matieres-premieres";
import { negociationPrep } from "./negociation-prep";
import { previsionPromo } from "./prevision-promo";

export const purchasing: CaseStory[] = [
  negociationPrep,
  conformiteFournisseurs,
  cahierChargesMdd,
  previsionPromo,
  clausesContrats,
  matieresPremieres,
  fournisseursLocaux,
];

import { day } from "#app/kernel/day";
import { aCase, said, t } from "../../writing";

export const scoreEmplacements = aCase({
  key: "score-emplacements",
  department: "finance",
  author: "julien",
  title: t("Score d'emplacement des nouveaux magasins", "Location score for new stores"),
  need: t(
    "Repris du tableau de 2024 : estimer le chiffre d'affaires d'un emplacement avant de signer.",
    "Taken from the 2024 spreadsheet: estimate a location's sales before signing.",
  ),
  entry: { how: "import", on: day("2025-03-05"), source: "inventaire-2024.csv", externalId: "L-17", stage: null },
  comments: [
    said(
      "claire",
      "2025-03-06",
      t(
        "Personne ne sait si cet outil tourne encore. À qui est-il ?",
        "Nobody knows whether this tool still runs. Whose is it?",
      ),
    ),
  ],
});

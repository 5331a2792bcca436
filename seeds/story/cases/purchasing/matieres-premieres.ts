import { day } from "#app/kernel/day";
import { aCase, t } from "../../writing";

export const matieresPremieres = aCase({
  key: "matieres-premieres",
  department: "purchasing",
  author: "bertrand",
  title: t("Cours des matières premières", "Commodity prices"),
  need: t(
    "Repris du tableau de 2024 : anticiper le prix du blé, du lait et du carton avant de négocier.",
    "Taken from the 2024 spreadsheet: anticipate the price of wheat, milk and cardboard before negotiating.",
  ),
  entry: { how: "import", on: day("2025-03-05"), source: "inventaire-2024.csv", externalId: "L-23", stage: null },
  aiType: "classic-ml",
});

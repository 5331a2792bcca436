import { aCase, form, t } from "../../writing";

export const consignesSecurite = aCase({
  key: "consignes-securite",
  department: "stores",
  author: "pauline",
  owner: null,
  campaign: "automne",
  title: t("Questions courtes sur les consignes de sécurité", "Short questions on safety instructions"),
  need: t(
    "Les accidents de quai arrivent surtout aux saisonniers, qui ont lu la consigne une fois.",
    "Dock accidents mostly happen to seasonal staff, who have read the instruction once.",
  ),
  entry: form("2026-11-18"),
  source: "field",
  aiType: "generative",
});

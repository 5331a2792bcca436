import { aCase, form, t } from "../../writing";

export const fournisseursLocaux = aCase({
  key: "fournisseurs-locaux",
  department: "purchasing",
  author: "bertrand",
  owner: "isabelle",
  campaign: "automne",
  title: t("Trouver le producteur à moins de 80 km", "Finding the producer within 80 km"),
  need: t(
    "Chaque magasin peut acheter 40 références locales ; la plupart en ont douze, toujours les mêmes.",
    "Each store may buy 40 local items; most have twelve, always the same.",
  ),
  entry: form("2026-11-13"),
  source: "field",
  aiType: "generative",
});

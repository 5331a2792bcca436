/** What gathers around the cases: tags, votes, links, remarks that name somebody, notes among judges, files, teams that join. */
import { day } from "#app/kernel/day";
import type { Both, Gathered, Key } from "./types";
import { t } from "./writing";

type Kept = Gathered["act"];

const on = (date: string, useCase: Key, by: Key, act: Kept): Gathered => ({ on: day(date), useCase, by, act });
const tagged = (date: string, useCase: Key, by: Key, ...tags: string[]) => on(date, useCase, by, { what: "tag", tags });
const linked = (date: string, useCase: Key, by: Key, kind: "related" | "builds-on" | "orchestrates", to: Key) =>
  on(date, useCase, by, { what: "link", kind, to });
const wanted = (date: string, useCase: Key, ...people: Key[]) =>
  people.map((by) => on(date, useCase, by, { what: "vote" }));
const remark = (date: string, useCase: Key, by: Key, body: Both) =>
  on(date, useCase, by, { what: "remark", body, internal: false });
const note = (date: string, useCase: Key, by: Key, body: Both) =>
  on(date, useCase, by, { what: "remark", body, internal: true });

export const gathered: Gathered[] = [
  tagged("2025-03-12", "reponse-mails", "rachid", "courriels", "service client"),
  tagged("2025-03-12", "verbatims-clients", "fatou", "service client", "irritants"),
  tagged("2025-03-24", "suivi-commandes", "rachid", "service client", "livraison"),
  tagged("2025-03-19", "anti-gaspi", "solene", "anti-gaspi", "produits frais"),
  tagged("2025-03-10", "prevision-frais", "elodie", "produits frais", "prévision"),
  tagged("2025-03-21", "tournees-livraison", "antoine", "livraison", "carbone"),
  tagged("2025-03-14", "fiches-produits", "margaux", "catalogue"),
  tagged("2025-03-20", "ruptures-rayon", "karim", "rayon", "ticket de caisse"),
  tagged("2026-06-04", "photos-packshot", "margaux", "catalogue", "images"),
  tagged("2026-08-24", "prevision-promo", "isabelle", "prévision", "promotion"),
  tagged("2026-09-18", "voix-reclamations", "rachid", "service client", "voix"),

  ...wanted("2025-04-02", "reponse-mails", "noemie", "karim", "amandine", "thomas"),
  ...wanted("2025-04-15", "anti-gaspi", "pauline", "elodie", "david"),
  ...wanted("2025-09-30", "ruptures-rayon", "pauline", "solene", "thomas", "elodie", "fatou"),
  ...wanted("2026-06-12", "photos-packshot", "thomas", "camille"),
  ...wanted("2026-09-02", "prevision-promo", "elodie", "karim", "antoine"),
  ...wanted("2026-10-05", "voix-reclamations", "fatou", "thomas"),
  ...wanted("2026-11-12", "barometre-social", "amandine", "pauline"),

  linked("2025-03-26", "verbatims-clients", "fatou", "related", "reponse-mails"),
  linked("2025-11-24", "anti-gaspi", "solene", "builds-on", "prevision-frais"),
  linked("2026-06-04", "photos-packshot", "margaux", "builds-on", "fiches-produits"),
  linked("2026-08-24", "prevision-promo", "isabelle", "related", "prevision-frais"),
  linked("2026-09-18", "voix-reclamations", "rachid", "builds-on", "verbatims-clients"),

  remark(
    "2025-04-03",
    "reponse-mails",
    "noemie",
    t(
      "La boîte RH reçoit les mêmes dix questions. @Rachid Benali, pourrons-nous reprendre vos modèles de réponse ?",
      "The HR inbox gets the same ten questions. @Rachid Benali, may we take over your reply templates?",
    ),
  ),
  remark(
    "2026-06-15",
    "photos-packshot",
    "margaux",
    t(
      "Deux cents visuels de test sont prêts. @Thomas Gaillard, vos équipes peuvent les juger à l'aveugle ?",
      "Two hundred test pictures are ready. @Thomas Gaillard, can your teams judge them blind?",
    ),
  ),
  remark(
    "2026-09-22",
    "prevision-promo",
    "elodie",
    t(
      "Nos prévisions du frais ignorent encore les promotions : autant partager l'historique.",
      "Our forecasts of fresh produce still ignore promotions: we may as well share the history.",
    ),
  ),
  note(
    "2026-10-02",
    "voix-reclamations",
    "ines",
    t(
      "Une voix enregistrée est une donnée personnelle. @Hugo Delmas, où l'hébergeur garde-t-il les enregistrements ?",
      "A recorded voice is personal data. @Hugo Delmas, where does the host keep the recordings?",
    ),
  ),
  note(
    "2026-09-10",
    "caisses-libre-service",
    "claire",
    t(
      "À rapprocher du refus de la détection de vol : la même ligne rouge pourrait s'appliquer.",
      "To be held against the refusal of theft detection: the same red line may apply.",
    ),
  ),

  on("2025-04-28", "tournees-livraison", "antoine", {
    what: "file",
    name: "tournees-mesurees-avril.csv",
    internal: false,
    text: "entrepôt;tournées;km à vide\nNord;412;31 %\nOuest;388;27 %\nSud;295;34 %\n",
  }),
  on("2025-06-26", "fiches-produits", "margaux", {
    what: "file",
    name: "regles-de-redaction.md",
    internal: false,
    text: "# Une fiche se relit en une minute\n\n- L'usage d'abord, la matière ensuite.\n- Aucune promesse de santé.\n- Les allergènes tels que le fournisseur les déclare.\n",
  }),
  on("2026-10-06", "voix-reclamations", "hugo", {
    what: "file",
    name: "questions-a-l-hebergeur.txt",
    internal: true,
    text: "1. Pays des serveurs ?\n2. Durée de garde des enregistrements ?\n3. Qui les écoute pour l'entraînement ?\n",
  }),

  on("2026-09-09", "prevision-promo", "elodie", {
    what: "join",
    department: "supply",
    peopleAffected: 60,
    frequency: { count: 2, per: "week" },
    minutesPerTime: 45,
    additional: false,
    need: t(
      "Dans les entrepôts, nous refaisons à la main les quantités de chaque promotion.",
      "In the warehouses we work out each promotion's quantities by hand again.",
    ),
  }),
  on("2026-10-12", "voix-reclamations", "karim", {
    what: "join",
    department: "stores",
    peopleAffected: 240,
    frequency: { count: 3, per: "day" },
    minutesPerTime: 6,
    additional: false,
    need: t(
      "À l'accueil des magasins aussi, la même réclamation est racontée deux fois.",
      "At the stores' welcome desks, too, the same complaint is told twice.",
    ),
  }),
];

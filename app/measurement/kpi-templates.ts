import type { Told } from "#app/kernel/told";
import type { OverTime } from "./over-time";
import type { Direction } from "./realised";

export const TEMPLATE_KEYS = [
  "time",
  "rate",
  "friction",
  "quality",
  "revenue",
  "satisfaction",
  "adoption",
  "co2e",
  "equity",
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** What a KPI of a kind usually is: chosen, it fills the form in, and every field may be changed. */
export interface KpiTemplate {
  key: TemplateKey;
  name: Told;
  unit: Told;
  direction: Direction;
  overTime: OverTime;
  /** How the values of several departments become one. */
  overDepartments: OverTime;
  /** The share of the movement that a case may usually claim. */
  attribution: number;
  /** Whether a unit of it is usually worth money. */
  inMoney: boolean;
  /** How the value of one unit is found. */
  formula: Told;
  /** How the baseline and the values are measured. */
  method: Told;
  /** What must not get worse meanwhile: the template of its guardrail. */
  guardrail: TemplateKey;
}

export const KPI_TEMPLATES: readonly KpiTemplate[] = [
  {
    key: "time",
    name: { fr: "Minutes par dossier", en: "Minutes per file" },
    unit: { fr: "min", en: "min" },
    direction: "down",
    overTime: "average",
    overDepartments: "average",
    attribution: 0.8,
    inMoney: true,
    formula: {
      fr: "Dossiers du trimestre ÷ 60 × coût horaire du département × part du temps réellement réemployée.",
      en: "Files of the quarter ÷ 60 × the department’s hourly cost × the share of the time that is really put to use.",
    },
    method: {
      fr: "Chronométrage de 200 dossiers avant et après, ou journal de l’outil.",
      en: "200 files timed before and after, or the tool’s log.",
    },
    guardrail: "quality",
  },
  {
    key: "rate",
    name: { fr: "Part des demandes résolues du premier coup", en: "Share of requests solved at once" },
    unit: { fr: "%", en: "%" },
    direction: "up",
    overTime: "average",
    overDepartments: "average",
    attribution: 0.7,
    inMoney: true,
    formula: {
      fr: "Demandes du trimestre ÷ 100 × coût d’un second traitement.",
      en: "Requests of the quarter ÷ 100 × the cost of handling one again.",
    },
    method: {
      fr: "Compté dans l’outil sur toutes les demandes du trimestre ; groupe témoin quand il en reste un.",
      en: "Counted in the tool over all requests of the quarter; against a control group where one is left.",
    },
    guardrail: "satisfaction",
  },
  {
    key: "friction",
    name: { fr: "Relances pour 100 dossiers", en: "Reminders per 100 files" },
    unit: { fr: "relances", en: "reminders" },
    direction: "down",
    overTime: "average",
    overDepartments: "average",
    attribution: 0.7,
    inMoney: true,
    formula: {
      fr: "Dossiers du trimestre ÷ 100 × coût d’une relance.",
      en: "Files of the quarter ÷ 100 × the cost of a reminder.",
    },
    method: {
      fr: "Extraction de l’outil, avant et après, sur les mêmes types de dossiers.",
      en: "Extract of the tool, before and after, over the same kinds of files.",
    },
    guardrail: "satisfaction",
  },
  {
    key: "quality",
    name: { fr: "Taux d’erreur", en: "Error rate" },
    unit: { fr: "%", en: "%" },
    direction: "down",
    overTime: "average",
    overDepartments: "average",
    attribution: 0.8,
    inMoney: true,
    formula: {
      fr: "Dossiers du trimestre ÷ 100 × coût de correction d’une erreur.",
      en: "Files of the quarter ÷ 100 × the cost of mending an error.",
    },
    method: {
      fr: "Contrôle par une personne de 100 dossiers tirés au sort.",
      en: "100 files drawn at random and checked by a person.",
    },
    guardrail: "time",
  },
  {
    key: "revenue",
    name: { fr: "Marge supplémentaire", en: "Additional margin" },
    unit: { fr: "k€", en: "k€" },
    direction: "up",
    overTime: "sum",
    overDepartments: "sum",
    attribution: 0.5,
    inMoney: true,
    formula: {
      fr: "Mille euros de marge valent mille euros : la marge, jamais le chiffre d’affaires.",
      en: "A thousand euros of margin are worth a thousand euros: margin, never turnover.",
    },
    method: {
      fr: "Test A/B, ou groupe témoin ; à défaut, estimation relue par le contrôle de gestion.",
      en: "A/B test, or a control group; failing that, an estimate read again by financial control.",
    },
    guardrail: "satisfaction",
  },
  {
    key: "satisfaction",
    name: { fr: "Note de satisfaction", en: "Satisfaction score" },
    unit: { fr: "/10", en: "/10" },
    direction: "up",
    overTime: "average",
    overDepartments: "average",
    attribution: 1,
    inMoney: false,
    formula: {
      fr: "Ne devient pas de l’argent : son progrès se lit à côté des euros.",
      en: "Does not turn into money: its progress stands beside the euros.",
    },
    method: {
      fr: "Enquête auprès des mêmes personnes, avec le nombre de réponses.",
      en: "Survey of the same people, with the number of answers.",
    },
    guardrail: "time",
  },
  {
    key: "adoption",
    name: { fr: "Utilisateurs actifs parmi les invités", en: "Active users among those invited" },
    unit: { fr: "%", en: "%" },
    direction: "up",
    overTime: "latest",
    overDepartments: "average",
    attribution: 1,
    inMoney: false,
    formula: {
      fr: "Ne devient pas de l’argent : l’adoption multiplie la valeur des autres indicateurs, elle ne s’y ajoute pas.",
      en: "Does not turn into money: adoption multiplies the value of other KPIs and is not added to it.",
    },
    method: {
      fr: "Personnes qui s’en sont servi au moins une fois le dernier mois, dans le journal de l’outil.",
      en: "People who used it at least once in the last month, from the tool’s log.",
    },
    guardrail: "quality",
  },
  {
    key: "co2e",
    name: { fr: "Émissions", en: "Emissions" },
    unit: { fr: "kg CO₂e", en: "kg CO₂e" },
    direction: "down",
    overTime: "sum",
    overDepartments: "sum",
    attribution: 1,
    inMoney: false,
    formula: {
      fr: "Ne devient pas de l’argent, sauf prix interne du carbone décidé par l’organisation.",
      en: "Does not turn into money, unless the organisation has set an internal price of carbon.",
    },
    method: {
      fr: "Activité × facteur d’émission, avec la source du facteur ; l’énergie du modèle comprise.",
      en: "Activity × emission factor, with the source of the factor; the model’s energy included.",
    },
    guardrail: "quality",
  },
  {
    key: "equity",
    name: { fr: "Écart entre groupes", en: "Gap between groups" },
    unit: { fr: "points", en: "points" },
    direction: "down",
    overTime: "latest",
    overDepartments: "max",
    attribution: 1,
    inMoney: false,
    formula: { fr: "Ne devient jamais de l’argent.", en: "Never turns into money." },
    method: {
      fr: "Différence entre le groupe le mieux et le moins bien servi, sur le même indicateur et le même trimestre.",
      en: "Difference between the group served best and the one served worst, on the same KPI in the same quarter.",
    },
    guardrail: "rate",
  },
];

const BY_KEY = new Map<string, KpiTemplate>(KPI_TEMPLATES.map((template) => [template.key, template]));

/** The template that an address names, or null. */
export const templateOf = (key: string | null): KpiTemplate | null => BY_KEY.get(key ?? "") ?? null;

import { minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { type Prefill, type Typed, typedLine } from "./form-values";
import { certain, DEFAULT_REUSE_SHARE, type Line, type Range } from "./lines";

const say = (fr: string, en: string): Told => ({ fr, en });
const about = (low: number, likely: number, high: number): Range => ({ low, likely, high });

/** A benefit of time in every template: what changes is who saves what. */
function time(label: Told, volume: Range, minutes: Range, adoption: Range): Line {
  return {
    id: "",
    side: "benefit",
    kind: "time",
    label,
    startsAfterQuarters: 1,
    volumePerQuarter: volume,
    minutesSaved: minutes,
    hourlyCost: minor(0),
    reuseShare: DEFAULT_REUSE_SHARE,
    adoption,
    rampQuarters: 3,
    attribution: 1,
  };
}

const cost = { id: "", side: "cost", startsAfterQuarters: 0 } as const;
const build = (label: Told, amount: Range): Line => ({ ...cost, kind: "build", label, amount });
const change = (label: Told, amount: Range): Line => ({ ...cost, kind: "change", label, amount });
const run = (amountPerQuarter: Range): Line => ({
  ...cost,
  kind: "run",
  label: say("Exploitation et maintenance", "Run and maintenance"),
  startsAfterQuarters: 1,
  amountPerQuarter,
});
const review = (label: Told, hoursPerQuarter: Range): Line => ({
  ...cost,
  kind: "review",
  label,
  startsAfterQuarters: 1,
  hoursPerQuarter,
  hourlyCost: minor(0),
});
const usage = (label: Told, unit: Told, unitsPerQuarter: Range, unitPrice: Range): Line => ({
  ...cost,
  kind: "usage",
  label,
  unit,
  startsAfterQuarters: 1,
  unitsPerQuarter,
  unitPrice,
});

/**
 * Starting points for the cases that come up most often. Orders of magnitude to be replaced by the department's own
 * numbers, with a wide low and high; amounts in minor units; hourly costs come from the department.
 */
export const TEMPLATES = {
  "assistant-seats": [
    {
      ...cost,
      kind: "licence",
      label: say("Postes d’assistant", "Assistant seats"),
      seats: certain(100),
      // About a euro a working day: what an assistant's seat costs when it is bought for many.
      price: about(80, 100, 130),
      per: "working-day",
    },
    change(say("Formation et animation", "Training and community"), about(800_000, 1_200_000, 2_000_000)),
    time(
      say("Rédaction, résumé et recherche plus rapides", "Faster writing, summarising and searching"),
      about(12_000, 18_000, 24_000),
      about(4, 8, 12),
      about(0.3, 0.5, 0.7),
    ),
  ],
  "chat-automation": [
    build(say("Conception et intégration", "Design and integration"), about(2_500_000, 4_000_000, 7_000_000)),
    usage(
      say("Échanges traités", "Conversations handled"),
      say("échanges", "conversations"),
      about(15_000, 20_000, 30_000),
      about(3, 6, 12),
    ),
    run(about(300_000, 500_000, 800_000)),
    review(say("Relecture d’échantillons", "Sample checking"), about(30, 60, 90)),
    time(
      say("Échanges clos sans conseiller", "Conversations closed without an adviser"),
      about(15_000, 20_000, 30_000),
      about(4, 6, 8),
      about(0.15, 0.3, 0.45),
    ),
  ],
  "document-search": [
    build(say("Index et droits d’accès", "Index and access rights"), about(1_500_000, 2_500_000, 4_500_000)),
    usage(
      say("Questions posées", "Questions asked"),
      say("questions", "questions"),
      about(5_000, 8_000, 12_000),
      about(1, 3, 6),
    ),
    run(about(150_000, 300_000, 500_000)),
    time(
      say("Réponse trouvée plus vite", "Answers found faster"),
      about(5_000, 8_000, 12_000),
      about(3, 6, 10),
      about(0.4, 0.6, 0.8),
    ),
  ],
  translation: [
    build(say("Glossaire et intégration", "Glossary and integration"), about(500_000, 1_000_000, 2_000_000)),
    usage(say("Pages traduites", "Pages translated"), say("pages", "pages"), about(800, 1_200, 2_000), about(2, 5, 10)),
    review(say("Relecture par un traducteur", "Checking by a translator"), about(40, 80, 120)),
    {
      id: "",
      side: "benefit",
      kind: "cost-avoided",
      label: say("Traductions qui ne sont plus achetées", "Translations no longer bought"),
      unit: say("pages", "pages"),
      startsAfterQuarters: 1,
      quantityPerQuarter: about(800, 1_200, 2_000),
      unitValue: about(1_500, 2_500, 3_500),
      adoption: about(0.5, 0.7, 0.9),
      rampQuarters: 2,
      attribution: 1,
    },
  ],
  "content-studio": [
    {
      ...cost,
      kind: "licence",
      label: say("Postes du studio", "Studio seats"),
      seats: certain(20),
      price: about(3_000, 5_000, 8_000),
      per: "month",
    },
    change(say("Charte et formation", "Guidelines and training"), about(500_000, 1_000_000, 1_500_000)),
    time(
      say("Contenus produits plus vite", "Content produced faster"),
      about(600, 900, 1_200),
      about(20, 40, 60),
      about(0.5, 0.7, 0.85),
    ),
    review(say("Relecture avant publication", "Checking before publication"), about(30, 60, 90)),
  ],
  "field-knowledge": [
    build(
      say("Collecte, lexique et intégration", "Gathering, lexicon and integration"),
      about(1_500_000, 3_000_000, 5_500_000),
    ),
    usage(
      say("Fiches traduites et adaptées", "Sheets translated and adapted"),
      say("fiches", "sheets"),
      about(200, 400, 700),
      about(10, 25, 60),
    ),
    review(say("Relecture par un expert du terrain", "Checking by an expert in the field"), about(60, 100, 160)),
    time(
      say("Consignes comprises sans demander", "Instructions understood without asking"),
      about(2_000, 4_000, 7_000),
      about(5, 10, 20),
      about(0.3, 0.5, 0.7),
    ),
    {
      id: "",
      side: "benefit",
      kind: "quality",
      label: say("Erreurs de consigne évitées", "Misread instructions avoided"),
      unit: say("erreurs", "mistakes"),
      startsAfterQuarters: 1,
      quantityPerQuarter: about(5, 12, 25),
      unitValue: about(20_000, 40_000, 80_000),
      adoption: about(0.3, 0.5, 0.7),
      rampQuarters: 3,
      attribution: 0.7,
    },
  ],
  "document-processing": [
    build(
      say("Modèles, contrôles et raccordement", "Models, checks and connection"),
      about(2_000_000, 3_500_000, 6_000_000),
    ),
    usage(say("Pages lues", "Pages read"), say("pages", "pages"), about(20_000, 40_000, 60_000), about(0.5, 1.5, 4)),
    run(about(200_000, 400_000, 700_000)),
    review(say("Reprise des cas douteux", "Handling of doubtful cases"), about(80, 150, 260)),
    time(
      say("Saisie qui n’est plus à faire", "Typing that is no longer done"),
      about(6_000, 10_000, 14_000),
      about(3, 5, 8),
      about(0.5, 0.7, 0.85),
    ),
    {
      id: "",
      side: "benefit",
      kind: "quality",
      label: say("Erreurs de saisie évitées", "Typing errors avoided"),
      unit: say("erreurs", "errors"),
      startsAfterQuarters: 1,
      quantityPerQuarter: about(40, 100, 180),
      unitValue: about(1_500, 3_000, 6_000),
      adoption: about(0.5, 0.7, 0.85),
      rampQuarters: 3,
      attribution: 1,
    },
  ],
  "code-assistant": [
    {
      ...cost,
      kind: "licence",
      label: say("Postes de développeurs", "Developers’ seats"),
      seats: certain(40),
      price: about(1_800, 2_500, 4_000),
      per: "month",
    },
    change(say("Règles de sécurité et ateliers", "Security rules and workshops"), about(400_000, 800_000, 1_400_000)),
    review(say("Revues de code plus longues", "Longer code reviews"), about(60, 120, 240)),
    time(
      say("Tâches de développement plus courtes", "Shorter development tasks"),
      about(3_000, 5_000, 8_000),
      about(5, 12, 25),
      about(0.4, 0.6, 0.8),
    ),
  ],
} as const satisfies Record<string, readonly Line[]>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as [TemplateName, ...TemplateName[]];

export function isTemplate(name: string | undefined): name is TemplateName {
  return name !== undefined && Object.hasOwn(TEMPLATES, name);
}

/** A template's lines as typed, with the department's own hourly cost, or none. */
export function templateLines(name: TemplateName, prefill: Prefill): Typed[] {
  return TEMPLATES[name].map((line) => {
    const typed = typedLine(line, prefill);
    if (!("hourlyCost" in line)) return typed;
    const unit = typedLine({ ...line, hourlyCost: prefill.hourlyCost ?? minor(0) }, prefill);
    const rate: Typed = prefill.hourlyRate === null ? {} : { rate: prefill.hourlyRate };
    return prefill.hourlyCost === null ? { ...typed, hourlyCost: "" } : { ...unit, ...rate };
  });
}

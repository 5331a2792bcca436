import { fold } from "#app/kernel/told";
import { columnFor, type Mapping, mappingSchema, type Preset } from "./mapping";
import type { Table } from "./table";

type Draft = Pick<Mapping, "source" | "language" | "columns"> & Partial<Mapping>;

function preset(name: string, signature: string[], mapping: Draft): Preset {
  return { name, signature, mapping: mappingSchema.parse(mapping) };
}

/** Presets that ship with the product, for public registers that everyone can try. */
export const BUILT_IN_PRESETS: readonly Preset[] = [
  // One register for all years: last year's cases are known again, by title and department where the ids are others.
  // This year's file has no ids. Who runs the case and what it is called stay from year to year; texts and stages do not.
  // Names repeat inside a bureau (six «Generative AI Usage»): these are separate cases, numbered in the file's order.
  preset(
    "US federal inventory 2024",
    ["Use Case Name", "Agency", "Agency Abbreviation", "Bureau", "Use Case Topic Area", "Stage of Development"],
    {
      source: "us-federal",
      language: "en",
      columns: {
        title: "Use Case Name",
        need: "What is the intended purpose and expected benefits of the AI?",
        department: "Agency",
        departmentCode: "Agency Abbreviation",
        stage: "Stage of Development",
        "on.submitted": "Date Initiated",
        "on.poc": "Date when Acquisition and/or Development began",
        "on.pilot": "Date Implemented",
        "on.retired": "Date Retired",
      },
      idFrom: ["Agency Abbreviation", "Bureau", "Use Case Name"],
      repeatedIds: "number",
      dayOrder: "mdy",
    },
  ),
  preset(
    "US federal inventory 2023",
    ["Use_Case_ID", "Department_Code", "Agency", "Office", "Title", "Summary", "Development_Stage"],
    {
      source: "us-federal",
      language: "en",
      columns: {
        externalId: "Use_Case_ID",
        title: "Title",
        need: "Summary",
        department: "Department",
        departmentCode: "Department_Code",
        stage: "Development_Stage",
        aiType: "Techniques",
      },
      dayOrder: "mdy",
    },
  ),
  preset(
    "Canada: AI register",
    ["ai_register_id", "name_ai_system_en", "name_ai_system_fr", "government_organization", "ai_system_status_en"],
    {
      source: "canada-ai-register",
      language: "en",
      columns: {
        externalId: "ai_register_id",
        "title.en": "name_ai_system_en",
        "title.fr": "name_ai_system_fr",
        "need.en": "description_ai_system_en",
        "need.fr": "description_ai_system_fr",
        "expectedBenefit.en": "ai_system_results_en",
        "expectedBenefit.fr": "ai_system_results_fr",
        "affected.en": "ai_system_primary_users_en",
        "affected.fr": "ai_system_primary_users_fr",
        "dataInvolved.en": "data_sources_en",
        "dataInvolved.fr": "data_sources_fr",
        department: "government_organization",
        stage: "ai_system_status_en",
        stageSince: "status_date",
        aiType: "ai_system_capabilities_en",
        vendor: "vendor_information",
      },
      departmentNames: "en/fr",
    },
  ),
  preset("UK: algorithmic transparency records", ["publishing_body", "tool_name", "published", "url"], {
    source: "uk-atrs",
    language: "en",
    columns: { externalId: "url", title: "tool_name", department: "publishing_body" },
  }),
];

/** The preset whose file this is: nearly all of its signature is among the headers. The most specific one wins. */
export function choosePreset<Known extends Preset>(
  table: Pick<Table, "columns">,
  presets: readonly Known[],
): Known | null {
  const headers = new Set(table.columns.map(({ name }) => fold(name)));
  let best: { preset: Known; met: number } | null = null;
  for (const candidate of presets) {
    const met = candidate.signature.filter((header) => headers.has(fold(header))).length;
    if (met === 0 || met < candidate.signature.length * 0.8) continue;
    if (met > (best?.met ?? 0)) best = { preset: candidate, met };
  }
  return best?.preset ?? null;
}

/** A preset laid on a file: columns that the file spells otherwise are found, those it does not have are left out. */
export function applyPreset(table: Pick<Table, "columns">, { mapping }: Preset): Mapping {
  const find = (header: string) =>
    columnFor(table, header) ?? table.columns.find(({ name }) => fold(name) === fold(header));
  const columns = Object.entries(mapping.columns).flatMap(([key, header]) => {
    const found = find(header);
    return found ? [[key, found.name]] : [];
  });
  const idFrom = mapping.idFrom.flatMap((header) => find(header)?.name ?? []);
  return { ...mapping, columns: Object.fromEntries(columns), idFrom };
}

/** The mapping as a preset for the next file: it will know it by the columns that were mapped. */
export function toPreset(name: string, mapping: Mapping): Preset {
  const signature = [...new Set([...Object.values(mapping.columns), ...mapping.idFrom])];
  // The next file tells of another day, and of other cases.
  return { name, signature, mapping: { ...mapping, asOf: null, elsewhere: "ask", same: [], others: [] } };
}

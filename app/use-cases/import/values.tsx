import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Tone } from "#app/ui/tone";
import type { Stage } from "../stages";
import { StepRefusal } from "./frame";
import { FILE_STAGES } from "./map-stage";
import { ELSEWHERE } from "./mapping";

interface StageRow {
  key: string;
  text: string;
  count: number;
  stage: Stage | null;
  certainty: "same" | "nearest" | "said" | "none";
  said: string | null;
}

interface DepartmentRow {
  key: string;
  name: string;
  code: string;
  count: number;
  match: { is: "known" | "new" | "unknown" | "refused"; name: Told | null };
  said: string | null;
}

export interface ValuesModel {
  version: number;
  conflicts: "ours" | "file";
  alike: "same" | "new";
  elsewhere: (typeof ELSEWHERE)[number];
  newDepartments: "create" | "leave" | "refuse";
  hasStage: boolean;
  hasDepartment: boolean;
  stages: StageRow[];
  moreStages: number;
  noStage: number;
  departments: DepartmentRow[];
  moreDepartments: number;
  noDepartment: number;
  ours: { id: number; code: string | null; name: Told }[];
}

const CERTAIN: Record<StageRow["certainty"], Tone> = {
  same: "good",
  said: "good",
  nearest: "warning",
  none: "warning",
};
const FATE: Record<DepartmentRow["match"]["is"], Tone> = {
  known: "good",
  new: "accent",
  unknown: "warning",
  refused: "bad",
};

/** What the file's words for stages and departments mean here. */
export function ValuesView({ model }: { model: ValuesModel }) {
  const { t } = useSpeech();
  const { version, conflicts, alike, elsewhere, newDepartments } = model;
  return (
    <form method="post" className="form form-wide">
      <StepRefusal />
      <Hidden values={{ version }} />
      <Section title={t("imports.stages")} lead={t("imports.stages.lead")}>
        {model.hasStage ? <Stages model={model} /> : <Notice tone="info">{t("imports.stages.no-column")}</Notice>}
        {model.hasStage && model.noStage > 0 && <p>{t("imports.stages.blank", { count: model.noStage })}</p>}
        {model.moreStages > 0 && (
          <Notice tone="warning">{t("imports.stages.more", { count: model.moreStages })}</Notice>
        )}
      </Section>
      <Section title={t("imports.departments")} lead={t("imports.departments.lead")}>
        <RadioGroup
          name="newDepartments"
          label={t("imports.new-departments")}
          value={newDepartments}
          options={(["create", "leave", "refuse"] as const).map((value) => ({
            value,
            label: t(`imports.new-departments.${value}`),
          }))}
        />
        {model.hasDepartment ? (
          <Departments model={model} />
        ) : (
          <Notice tone="info">{t("imports.departments.no-column")}</Notice>
        )}
        {model.hasDepartment && model.noDepartment > 0 && (
          <p>{t("imports.departments.blank", { count: model.noDepartment })}</p>
        )}
        {model.moreDepartments > 0 && (
          <Notice tone="info">{t("imports.departments.more", { count: model.moreDepartments })}</Notice>
        )}
      </Section>
      <Section title={t("imports.conflicts")}>
        <RadioGroup
          name="conflicts"
          label={t("imports.conflicts.rule")}
          hint={t("imports.conflicts.hint")}
          value={conflicts}
          options={(["ours", "file"] as const).map((value) => ({ value, label: t(`imports.conflicts.${value}`) }))}
        />
      </Section>
      <Section id="known" title={t("imports.alike")}>
        <RadioGroup
          name="alike"
          label={t("imports.alike.rule")}
          hint={t("imports.alike.hint")}
          value={alike}
          options={(["same", "new"] as const).map((value) => ({ value, label: t(`imports.alike.${value}`) }))}
        />
        <RadioGroup
          name="elsewhere"
          label={t("imports.elsewhere.rule")}
          hint={t("imports.elsewhere.hint")}
          value={elsewhere}
          options={ELSEWHERE.map((value) => ({ value, label: t(`imports.elsewhere.${value}`) }))}
        />
      </Section>
      <FormActions sticky>
        <Button name="intent" value="values">
          {t("imports.to-check")}
        </Button>
      </FormActions>
    </form>
  );
}

function Stages({ model: { stages } }: { model: ValuesModel }) {
  const { t, number } = useSpeech();
  const automatic = ({ certainty, stage }: StageRow) =>
    certainty === "same" && stage
      ? t("imports.automatic", { to: t(`use-cases.stage.${stage}`) })
      : t("imports.stages.unknown");
  return (
    <DataTable
      caption={t("imports.stages")}
      hideCaption
      narrow="cards"
      rows={stages}
      rowKey={({ key }) => key}
      columns={[
        { key: "text", header: t("imports.spelling"), cell: ({ text }) => text, rowHeader: true },
        { key: "count", header: t("imports.rows"), cell: ({ count }) => number(count), numeric: true },
        {
          key: "certainty",
          header: t("imports.guess"),
          cell: ({ certainty }) => <Badge tone={CERTAIN[certainty]}>{t(`imports.certainty.${certainty}`)}</Badge>,
          width: "fit",
        },
        {
          key: "to",
          header: t("imports.means"),
          cell: (row) => (
            <>
              <Hidden values={{ stageWord: row.key }} />
              <Select
                name="stageTo"
                id={`stage-${row.key}`}
                label={t("imports.means.of", { word: row.text })}
                hideLabel
                // What only comes near stands there to be confirmed: sent with the form, it is the person's word.
                value={row.said ?? (row.certainty === "nearest" ? row.stage : "")}
                empty={automatic(row)}
                options={[
                  ...FILE_STAGES.map((value) => ({ value, label: t(`use-cases.stage.${value}`) })),
                  { value: "unknown", label: t("imports.stages.leave") },
                ]}
              />
            </>
          ),
        },
      ]}
    />
  );
}

function Departments({ model: { departments, ours } }: { model: ValuesModel }) {
  const { t, tell, number } = useSpeech();
  const fate = ({ match: { is, name } }: DepartmentRow) => t(`imports.fate.${is}`, { name: tell(name) });
  return (
    <DataTable
      caption={t("imports.departments")}
      hideCaption
      narrow="cards"
      rows={departments}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          header: t("imports.spelling"),
          cell: ({ name, code }) => (code && code !== name ? `${name} (${code})` : name),
          rowHeader: true,
        },
        { key: "count", header: t("imports.rows"), cell: ({ count }) => number(count), numeric: true },
        {
          key: "fate",
          header: t("imports.guess"),
          cell: (row) => <Badge tone={FATE[row.match.is]}>{t(`imports.match.${row.match.is}`)}</Badge>,
          width: "fit",
        },
        {
          key: "to",
          header: t("imports.means"),
          cell: (row) => (
            <>
              <Hidden values={{ departmentWord: row.key }} />
              <Select
                name="departmentTo"
                id={`department-${row.key}`}
                label={t("imports.means.of", { word: row.name })}
                hideLabel
                value={row.said ?? ""}
                empty={row.said ? t("imports.find-out") : fate(row)}
                options={[
                  { value: "create", label: t("imports.departments.create") },
                  { value: "leave", label: t("imports.departments.leave") },
                  {
                    label: t("imports.departments.ours"),
                    options: ours.map(({ id, code, name }) => ({
                      value: String(id),
                      label: code ? `${tell(name)} (${code})` : tell(name),
                    })),
                  },
                ]}
              />
            </>
          ),
        },
      ]}
    />
  );
}

import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CriterionDraft, ModelContent, StoredScope } from "./model";
import type { ScoringModel } from "./model.server";
import {
  changesOfModel,
  changesOfWhole,
  type ModelChange,
  type ModelPart,
  type Whole,
  type WholePart,
} from "./model-changes";

interface Row {
  key: string;
  name: string;
  what: string;
  was: string;
  now: string;
}

interface ModelChangesProps {
  before: ScoringModel;
  after: Whole & Pick<ModelContent, "criteria">;
  /** The cases that a model is for, in words. */
  scope: (of: StoredScope) => string;
}

/** What a version says otherwise than the one published before it. */
export function ModelChanges({ before, after, scope }: ModelChangesProps) {
  const { t, tell, number } = useSpeech();
  const said = (part: ModelPart, criterion: CriterionDraft): string => {
    if (part === "weight") return number(criterion.weight);
    if (part === "axis") return t(`assessment.axis.${criterion.axis}`);
    if (part === "values") return (criterion.values ?? []).map((value) => number(value)).join(" · ");
    if (part === "anchors") return [0, 1, 2, 3, 4].map((at) => `${at + 1} ${tell(criterion.anchors[at])}`).join(" · ");
    return tell(criterion[part]);
  };
  const rowOf = (change: ModelChange, at: number): Row => {
    const row = { key: String(at), name: tell(change.criterion.name) };
    if (change.what === "changed") {
      const { part, was, criterion } = change;
      return { ...row, what: t(`assessment.model.part.${part}`), was: said(part, was), now: said(part, criterion) };
    }
    return { ...row, what: t(`assessment.model.change.${change.what}`), was: "", now: "" };
  };
  const wholeRow = (part: WholePart): Row => {
    const of = (model: Whole) => {
      if (part === "name") return tell(model.name);
      return part === "scope" ? scope(model) : t(`assessment.model.scheme.${model.scheme}`);
    };
    const what = t(part === "name" ? "assessment.model.part.name" : `assessment.model.${part}`);
    return { key: part, name: t("assessment.model.whole"), what, was: of(before), now: of(after) };
  };
  const title = t("assessment.model.changes", { number: before.number });
  const rows = [...changesOfWhole(before, after).map(wholeRow), ...changesOfModel(before, after).map(rowOf)];
  return (
    <Section id="changes" title={title}>
      {rows.length === 0 ? (
        <p>{t("assessment.model.changes.none")}</p>
      ) : (
        <DataTable<Row>
          caption={title}
          hideCaption
          narrow="cards"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", header: t("assessment.criterion"), cell: ({ name }) => name, rowHeader: true },
            { key: "what", header: t("assessment.model.changes.what"), cell: ({ what }) => what, width: "fit" },
            { key: "was", header: t("assessment.model.changes.was"), cell: ({ was }) => was },
            { key: "now", header: t("assessment.model.changes.now"), cell: ({ now }) => now },
          ]}
        />
      )}
    </Section>
  );
}

import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Button } from "#app/ui/button";
import { Checkbox, RadioGroup } from "#app/ui/choice";
import { Menu } from "#app/ui/facet";
import { TextField } from "#app/ui/field";
import { Row } from "#app/ui/page";
import type { ListQuery } from "../list/query";
import { ViewFields } from "../list/view-fields";
import { TAG_LETTERS } from "../tags/tag-names";
import type { BulkKind } from "./bulk-input";

/** The form that the boxes beside the rows belong to. */
export const SELECTION = "selection";

interface BulkBarProps {
  query: ListQuery;
  total: number;
  kinds: readonly BulkKind[];
  mayMerge: boolean;
}

/** What can be done to the cases that are ticked, or to all of the view: it is previewed first. */
export function BulkBar(props: BulkBarProps) {
  const { query, total, kinds, mayMerge } = props;
  const { t } = useSpeech();
  return (
    <>
      <Menu label={t("list.bulk")}>
        <form id={SELECTION} method="get" action="/use-cases/bulk" className="form">
          <ViewFields query={query} without={["case"]} />
          <p className="hint">{t("list.bulk.hint")}</p>
          <Checkbox name="all" label={t("list.bulk.all", { count: total })} />
          <RadioGroup
            name="act"
            label={t("list.bulk.act")}
            value={kinds[0]}
            options={kinds.map((kind) => ({ value: kind, label: t(`list.bulk.act.${kind}`) }))}
          />
          <PersonField name="person" label={t("list.bulk.person")} />
          <TextField name="word" label={t("list.bulk.tag")} maxLength={TAG_LETTERS} autoComplete="off" />
          <Button>{t("list.bulk.preview")}</Button>
          <Row>
            {mayMerge && (
              <Button variant="plain" formAction="/use-cases/merge">
                {t("similar.pairs.merge")}
              </Button>
            )}
            <Button variant="plain" formAction="/use-cases/export.csv">
              {t("use-cases.list.export")}
            </Button>
            <Button variant="plain" formAction="/use-cases/export.xlsx">
              {t("list.export.xlsx")}
            </Button>
          </Row>
          <a href="/use-cases/bulk/acts">{t("list.bulk.acts")}</a>
        </form>
      </Menu>
      <span className="hint" aria-live="polite" data-ticked={t("list.bulk.ticked", { count: "{count}" })} />
    </>
  );
}

/** The box beside a row. */
export function SelectBox({ id, label }: { id: number; label: string }) {
  return <input type="checkbox" name="case" value={id} form={SELECTION} aria-label={label} />;
}

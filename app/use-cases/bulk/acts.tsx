import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink, ConfirmForm } from "#app/ui/button";
import { Empty, Notice, PageHeader, Panel, Stack } from "#app/ui/page";
import type { BulkChange } from "./bulk-input";
import { useActWords } from "./preview";

export interface DoneAct {
  id: number;
  change: BulkChange;
  count: number;
  /** Some of the cases that it changed. */
  references: string[];
  at: number;
  undone: boolean;
}

/** One's own acts on many cases, each to be undone. */
export function BulkActs({ acts }: { acts: readonly DoneAct[] }) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("list.bulk.acts")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }]}
        lead={t("list.bulk.acts.lead")}
      />
      {acts.length === 0 ? (
        <Empty
          title={t("list.bulk.acts.empty")}
          action={<ButtonLink href="/use-cases">{t("list.views.to-list")}</ButtonLink>}
        >
          {t("list.bulk.hint")}
        </Empty>
      ) : (
        <Stack>
          {acts.map((act) => (
            <Done key={act.id} act={act} />
          ))}
        </Stack>
      )}
    </>
  );
}

function Done({ act }: { act: DoneAct }) {
  const { t, moment, list } = useSpeech();
  const { refusal } = useForm("undo", { id: String(act.id) });
  const title = useActWords()(act.change);
  const more = act.count - act.references.length;
  return (
    <Panel title={title}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <p>
        {t("list.bulk.done", { count: act.count, at: moment(new Date(act.at)) })}{" "}
        <span className="hint">
          {list([...act.references, ...(more > 0 ? [t("list.bulk.more", { count: more })] : [])])}
        </span>
      </p>
      {act.undone ? (
        <p className="hint">{t("list.bulk.undone")}</p>
      ) : (
        <ConfirmForm
          label={t("list.bulk.undo")}
          consequence={t("list.bulk.undo.consequence")}
          submit={t("list.bulk.undo")}
          intent="undo"
          fields={{ id: act.id }}
        />
      )}
    </Panel>
  );
}

import { type FormState, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, Hidden } from "#app/ui/form";
import { Empty, Notice, PageHeader, Panel, Row, Section, Stack } from "#app/ui/page";
import { NAME_LETTERS } from "./view-input";
import type { SavedView } from "./views.server";

/** A view that could not be kept under its name: what was typed, and the view itself, wait for another one. */
function KeepAgain({ form, typed }: { form: FormState; typed: Record<string, string> }) {
  const { t } = useSpeech();
  return (
    <form method="post" className="form">
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <ErrorSummary errors={form.errors} />
      <Hidden values={{ intent: "keep", query: typed.query ?? "" }} />
      <TextField {...form.field("name")} label={t("list.views.name")} maxLength={NAME_LETTERS} required />
      <Checkbox name="shared" label={t("list.views.shared")} checked={typed.shared !== undefined} />
      <Row>
        <Button>{t("list.views.keep")}</Button>
        <ButtonLink href={typed.query ? `/use-cases?${typed.query}` : "/use-cases"}>
          {t("list.views.to-list")}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** One's own views to rename, share and forget, and those that others share. */
export function Views({ views, openedWith }: { views: readonly SavedView[]; openedWith: number | null }) {
  const { t } = useSpeech();
  const kept = useForm("keep");
  const editable = views.filter(({ mayEdit }) => mayEdit);
  const others = views.filter(({ mayEdit }) => !mayEdit);
  return (
    <>
      <PageHeader
        title={t("list.views.title")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }]}
        lead={t("list.views.lead")}
      />
      {kept.rejection && <KeepAgain form={kept} typed={kept.rejection.typed} />}
      {views.length === 0 && (
        <Empty
          title={t("list.views.empty")}
          action={<ButtonLink href="/use-cases">{t("list.views.to-list")}</ButtonLink>}
        >
          {t("list.views.empty.next")}
        </Empty>
      )}
      {views.length > 0 && (
        <form method="post" className="form">
          <Hidden values={{ intent: "open-with" }} />
          <Select
            name="view"
            label={t("list.views.opens.choose")}
            hint={t("list.views.opens.hint")}
            empty={t("list.views.all")}
            value={openedWith === null ? null : String(openedWith)}
            options={views.map(({ id, name, mine, owner }) => ({
              value: String(id),
              label: mine ? name : `${name} · ${owner}`,
            }))}
          />
          <Row>
            <Button variant="quiet">{t("desk.save")}</Button>
          </Row>
        </form>
      )}
      {editable.length > 0 && (
        <Section title={t("list.views.mine")}>
          <Stack>
            {editable.map((view) => (
              <EditableView key={view.id} view={view} />
            ))}
          </Stack>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("list.views.others")}>
          <ul>
            {others.map((view) => (
              <li key={view.id}>
                <a href={`/use-cases?${view.query}`}>{view.name}</a> <span className="hint">{view.owner}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function EditableView({ view }: { view: SavedView }) {
  const { t } = useSpeech();
  const { field, refusal, errors, rejection } = useForm("change", { id: String(view.id) });
  const shared = rejection ? rejection.typed.shared !== undefined : view.shared;
  return (
    <Panel title={<a href={`/use-cases?${view.query}`}>{view.name}</a>}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "change", id: view.id, version: view.version }} />
        <TextField
          {...field("name", view.name)}
          id={`name-${view.id}`}
          label={t("list.views.name")}
          maxLength={NAME_LETTERS}
          required
        />
        <Checkbox name="shared" id={`shared-${view.id}`} label={t("list.views.shared")} checked={shared} />
        <Row>
          <Button variant="quiet">{t("desk.save")}</Button>
          {!view.mine && <span className="hint">{view.owner}</span>}
        </Row>
      </form>
      <ConfirmForm
        label={t("list.views.forget")}
        consequence={t("list.views.forget.consequence", { name: view.name })}
        submit={t("list.views.forget")}
        intent="forget"
        fields={{ id: view.id }}
      />
    </Panel>
  );
}

import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Panel, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { LIFETIMES, SCOPES, type TokenState } from "./api-token";
import type { ListedToken } from "./api-tokens.server";

/** The token that was made a moment ago: it is never shown again. */
export interface MadeToken {
  name: string;
  token: string;
}

const TONES = { usable: "good", expired: "warning", revoked: "neutral" } as const satisfies Record<TokenState, string>;

export function TokensPage({ tokens, made }: { tokens: readonly ListedToken[]; made: MadeToken | null }) {
  const { t } = useSpeech();
  const revoking = useForm("revoke");
  return (
    <>
      <PageHeader
        title={t("people.tokens.title")}
        lead={t("people.tokens.lead")}
        crumbs={[{ label: t("desk.account"), href: "/account" }, { label: t("people.tokens.title") }]}
        actions={<ButtonLink href="/api">{t("people.tokens.documentation")}</ButtonLink>}
      />
      {revoking.refusal && <Notice tone="bad">{revoking.refusal}</Notice>}
      {made && <Made {...made} />}
      {tokens.length > 0 ? (
        <TokensTable tokens={tokens} />
      ) : (
        <Empty title={t("people.tokens.none")}>{t("people.tokens.none.hint")}</Empty>
      )}
      <Section title={t("people.tokens.new")} id="new">
        <NewTokenForm />
      </Section>
    </>
  );
}

function Made({ name, token }: MadeToken) {
  const { t } = useSpeech();
  return (
    <Panel title={name} tone="accent">
      <Notice tone="good">{t("people.tokens.made", { name })}</Notice>
      <TextField name="made-token" label={t("people.tokens.made.label")} value={token} readOnly />
      <p>
        {t("people.tokens.made.use")} <code>Authorization: Bearer {token.slice(0, 10)}…</code>
      </p>
    </Panel>
  );
}

function NewTokenForm() {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("create");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "create" }} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <TextField
        {...field("name", "")}
        label={t("people.tokens.name")}
        hint={t("people.tokens.name.hint")}
        maxLength={80}
        required
      />
      <RadioGroup
        {...field("scope", "read")}
        label={t("people.tokens.scope")}
        options={SCOPES.map((scope) => ({
          value: scope,
          label: t(`people.tokens.scope.${scope}`),
          hint: t(`people.tokens.scope.${scope}.hint`),
        }))}
      />
      <Select
        {...field("days", "90")}
        label={t("people.tokens.days")}
        options={LIFETIMES.map((days) => ({ value: String(days), label: t("people.tokens.days.count", { days }) }))}
      />
      <FormActions>
        <Button>{t("people.tokens.create")}</Button>
      </FormActions>
    </form>
  );
}

function TokensTable({ tokens }: { tokens: readonly ListedToken[] }) {
  const { t, moment } = useSpeech();
  const at = (instant: number) => moment(new Date(instant));
  return (
    <DataTable
      caption={t("people.tokens.title")}
      hideCaption
      narrow="cards"
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t("people.tokens.name"), rowHeader: true, cell: ({ name }) => name },
        { key: "prefix", header: t("people.tokens.begins"), cell: ({ prefix }) => <code>{prefix}…</code> },
        { key: "scope", header: t("people.tokens.scope"), cell: ({ scope }) => t(`people.tokens.scope.${scope}`) },
        {
          key: "state",
          header: t("people.tokens.state"),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`people.tokens.state.${state}`)}</Badge>,
        },
        { key: "created", header: t("people.tokens.created"), cell: ({ createdAt }) => at(createdAt) },
        { key: "expires", header: t("people.tokens.expires"), cell: ({ expiresAt }) => at(expiresAt) },
        {
          key: "used",
          header: t("people.tokens.used"),
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t("people.tokens.never-used") : at(lastUsedAt)),
        },
        {
          key: "revoke",
          header: <span className="visually-hidden">{t("people.tokens.actions")}</span>,
          align: "end",
          cell: ({ id, name, state }) =>
            state === "usable" && (
              <ConfirmForm
                label={t("people.tokens.revoke")}
                consequence={t("people.tokens.revoke.consequence")}
                submit={t("people.tokens.revoke-one", { name })}
                intent="revoke"
                fields={{ tokenId: id }}
              />
            ),
        },
      ]}
    />
  );
}

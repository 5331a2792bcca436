import type { Misreading } from "#app/kernel/misread";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { LinkList } from "#app/ui/listing";
import { MisreadNotice } from "#app/ui/misread";
import { FilterBar, Tabs } from "#app/ui/navigation";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { BoardView } from "./board-view";
import type { Flow } from "./flow.server";
import { FlowView } from "./flow-view";
import type { Pipeline } from "./pipeline.server";
import type { StoppedPoc } from "./running/alerts.server";

/** The board, how cases flow through it, and what is out of the way. */
export function PipelineView(props: {
  misreading: Misreading;
  pipeline: Pipeline | null;
  flow: Flow | null;
  departments: { id: number; name: Told }[];
  departmentId: number | null;
  lanes: boolean;
  stopped: StoppedPoc[];
  maySubmit: boolean;
  mayLimit: boolean;
}) {
  const { stopped, pipeline, flow, departments, departmentId, lanes, maySubmit, mayLimit } = props;
  const { t, tell } = useSpeech();
  const listQuery = departmentId === null ? "" : `department=${departmentId}`;
  const query = [listQuery, lanes ? "lanes=department" : ""].filter(Boolean).join("&");
  const nothing = pipeline
    ? [...pipeline.columns, ...pipeline.ended].every(({ count }) => count === 0)
    : flow?.steps.every(({ entered }) => entered === 0);
  return (
    <>
      <PageHeader title={t("delivery.pipeline.title")} lead={t("delivery.pipeline.lead")} />
      <MisreadNotice {...props.misreading} />
      <Tabs
        label={t("delivery.pipeline.views")}
        items={[
          { href: `/pipeline${query && `?${query}`}`, label: t("delivery.pipeline.board"), current: flow === null },
          {
            href: `/pipeline?view=flow${listQuery && `&${listQuery}`}`,
            label: t("delivery.pipeline.flow"),
            current: flow !== null,
          },
        ]}
      />
      {!(nothing && departmentId === null) && (
        <FilterBar clear={query === "" ? null : flow ? "/pipeline?view=flow" : "/pipeline"}>
          {flow && <input type="hidden" name="view" value="flow" />}
          <Select
            name="department"
            label={t("delivery.pipeline.department")}
            empty={t("delivery.pipeline.all-departments")}
            value={departmentId === null ? "" : String(departmentId)}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          />
          {!flow && <Checkbox name="lanes" value="department" label={t("delivery.pipeline.lanes")} checked={lanes} />}
        </FilterBar>
      )}
      {nothing && <NothingYet maySubmit={maySubmit} />}
      {pipeline && !nothing && <BoardView {...{ pipeline, query, listQuery, lanes, mayLimit }} />}
      {stopped.length > 0 && <Stopped stopped={stopped} />}
      {flow && !nothing && <FlowView flow={flow} query={listQuery} />}
    </>
  );
}

/** What stopped POCs taught: the last of them. */
function Stopped({ stopped }: { stopped: StoppedPoc[] }) {
  const { t, tell, date } = useSpeech();
  return (
    <Section title={t("delivery.results.title")} lead={t("delivery.results.lead")}>
      <LinkList
        items={stopped.map(({ id, reference, title, learning, on }) => ({
          key: id,
          href: `/use-cases/${reference}/poc`,
          label: `${reference} · ${tell(title)}`,
          note: tell(learning),
          end: date(on),
        }))}
      />
    </Section>
  );
}

function NothingYet({ maySubmit }: { maySubmit: boolean }) {
  const { t } = useSpeech();
  return (
    <Empty
      title={t("delivery.pipeline.none")}
      action={maySubmit && <ButtonLink href="/use-cases/new">{t("desk.nav.new")}</ButtonLink>}
    >
      {t("delivery.pipeline.none.next")}
    </Empty>
  );
}

import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { FilterBar } from "#app/ui/navigation";
import { type AgreementChoice, setOf } from "./agreement-choice";

/** Over which cases the members' agreement is worked out. */
export function AgreementFilter({
  choice,
  sessions,
  departments,
}: {
  choice: AgreementChoice;
  sessions: { number: number; heldOn: Day }[];
  departments: { id: number; name: Told }[];
}) {
  const { t, tell, date } = useSpeech();
  return (
    <FilterBar clear="/assess/agreement">
      <Select
        name="set"
        label={t("committee.agreement.set")}
        value={setOf(choice)}
        options={[
          { value: "assessment", label: t("committee.agreement.in-assessment") },
          { value: "all", label: t("committee.agreement.all") },
          ...sessions.map(({ number, heldOn }) => ({
            value: `session-${number}`,
            label: t("committee.agreement.session", { number, on: date(heldOn) }),
          })),
        ]}
      />
      <Select
        name="department"
        label={t("prioritise.department")}
        empty={t("prioritise.department.all")}
        value={choice.departmentId === null ? "" : String(choice.departmentId)}
        options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
      />
    </FilterBar>
  );
}

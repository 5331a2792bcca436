/** What a need adds up to over the departments that share it, without counting anybody twice. */
import { hoursAYear, type TimesPer } from "../content";

/** What somebody says of how the work is done today; null is not said. */
export interface Volume {
  departmentId: number | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
  /** Whether these are other people than those who are counted already for the department. */
  additional: boolean;
}

export interface DepartmentVolume {
  departmentId: number | null;
  /** Null while nobody said. */
  people: number | null;
  hours: number | null;
  /** How many said a volume for this department, and how many of them are counted: the largest, and each that is additional. */
  entries: number;
  counted: number;
}

export interface SharedVolume {
  people: number | null;
  hours: number | null;
  departments: DepartmentVolume[];
}

type Measure = (entry: Volume) => number | null;
const peopleOf: Measure = (entry) => entry.peopleAffected;

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** Unknown is not zero: a sum of nothing that is known is unknown. */
const sumOrNull = (values: readonly (number | null)[]) => (known(values).length > 0 ? sum(known(values)) : null);

/** The largest of those that may be the same people, and all that are said to be others. */
function together(entries: readonly Volume[], measure: Measure): number | null {
  const same = known(entries.filter(({ additional }) => !additional).map(measure));
  const others = known(entries.filter(({ additional }) => additional).map(measure));
  if (same.length + others.length === 0) return null;
  return (same.length > 0 ? Math.max(...same) : 0) + sum(others);
}

/**
 * Adds volumes up by department. Within one, several people may speak of the same colleagues: only the largest stated
 * volume counts, and beside it each that is said to be about other people. Departments add up. The order does not matter.
 * The case's own volume is an entry like the others; `additional` is meant beside what stands there already.
 */
export function sharedVolume(entries: readonly Volume[]): SharedVolume {
  const departments = [...new Set(entries.map(({ departmentId }) => departmentId))]
    .sort((a, b) => (a ?? 0) - (b ?? 0))
    .map((departmentId) => {
      const own = entries.filter((entry) => entry.departmentId === departmentId);
      const same = own.filter(({ additional }) => !additional);
      const said = (entry: Volume) => peopleOf(entry) !== null || hoursAYear(entry) !== null;
      return {
        departmentId,
        people: together(own, peopleOf),
        hours: together(own, hoursAYear),
        entries: own.length,
        counted: own.length - same.length + (same.some(said) ? 1 : 0),
      };
    });
  return {
    people: sumOrNull(departments.map(({ people }) => people)),
    hours: sumOrNull(departments.map(({ hours }) => hours)),
    departments,
  };
}

import type { Day } from "#app/kernel/day";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { readHeader } from "#app/use-cases/header.server";
import type { Reader } from "#db/client.server";
import { incidentsOfCase } from "./incidents/incident.server";
import { changedOnCard, NOTHING_ON_CARD } from "./trust-card";
import { cardVersions, readTrustCard } from "./trust-card.server";

const INCIDENTS = 5;

/** The trust card of a case on one page: its answers, its last incidents, and what each version changed. Four queries. */
export async function cardPage(db: Reader, actor: Actor, useCase: UseCase, today: Day) {
  const versions = await cardVersions(db, useCase.id);
  const incidents = await incidentsOfCase(db, useCase.id);
  const { reference, title, stage, department, owner, technicalOwner } = await readHeader(db, useCase.reference);
  return {
    useCase: { reference, title, stage, department, owner, technicalOwner, need: useCase.need },
    card: await readTrustCard(db, useCase.id),
    incidents: incidents.slice(0, INCIDENTS).map(({ id, title: name, severity, startedOn, state }) => ({
      ...{ id, title: name, severity, startedOn, state },
    })),
    incidentsInAll: incidents.length,
    versions: versions.map(({ version, content, by, at }, index) => {
      const before = versions[index + 1]?.content ?? NOTHING_ON_CARD;
      return {
        ...{ version, by, at: at.getTime() },
        changes: changedOnCard(before, content).map((field) => ({
          field,
          before: before[field] ?? null,
          after: content[field] ?? null,
        })),
      };
    }),
    mayWrite: permits(actor, "trust-card.write", useCase),
    today,
  };
}

export type CardPage = Awaited<ReturnType<typeof cardPage>>;

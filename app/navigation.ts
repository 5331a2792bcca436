import type { Key } from "#app/locales/keys";
import { type Act, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";

interface Entry {
  href: string;
  label: Key;
  /** Shown to those who may do this to something: a relation may still open single things to others. */
  act?: Act;
}

export const NEWS = "/notifications";

const GROUPS: readonly { label?: Key; items: readonly Entry[] }[] = [
  {
    items: [
      { href: "/", label: "desk.nav.home" },
      { href: NEWS, label: "desk.nav.notifications" },
    ],
  },
  {
    label: "desk.nav.portfolio",
    items: [
      { href: "/dashboard", label: "desk.nav.dashboard", act: "dashboard.read" },
      { href: "/use-cases", label: "desk.nav.use-cases" },
      { href: "/use-cases/new", label: "desk.nav.new", act: "use-case.submit" },
      { href: "/campaigns", label: "desk.nav.campaigns" },
      { href: "/capture", label: "desk.nav.capture" },
      { href: "/import", label: "desk.nav.import", act: "use-case.import" },
    ],
  },
  {
    label: "desk.nav.arbitration",
    items: [
      { href: "/screening", label: "desk.nav.screening", act: "use-case.screen" },
      { href: "/use-cases/duplicates", label: "similar.pairs.title", act: "use-case.merge" },
      { href: "/assess", label: "desk.nav.assess", act: "assessment.write" },
      { href: "/prioritise", label: "desk.nav.prioritise" },
      { href: "/committee", label: "desk.nav.committee" },
    ],
  },
  {
    label: "desk.nav.delivery",
    items: [
      { href: "/pipeline", label: "desk.nav.pipeline" },
      { href: "/sign-offs", label: "desk.nav.sign-offs" },
      { href: "/registers", label: "registers.title" },
    ],
  },
  {
    label: "desk.nav.measure",
    items: [
      { href: "/report", label: "desk.nav.report" },
      { href: "/quarter", label: "desk.nav.quarter" },
      { href: "/quarterly-review", label: "desk.nav.review", act: "dashboard.read" },
      { href: "/calibration", label: "measurement.calibration.title", act: "calibration.read" },
    ],
  },
  {
    label: "desk.nav.organisation",
    items: [
      { href: "/people", label: "desk.nav.people" },
      { href: "/admin", label: "desk.nav.admin", act: "organisation.edit" },
      { href: "/audit", label: "desk.nav.audit", act: "audit.read" },
    ],
  },
];

/** The rail of a person: what their roles open, with the page that they are on and how much news they have not read. */
export function navigationFor(actor: Actor, path: string, unread: number) {
  const open = GROUPS.map(({ label, items }) => ({
    label,
    items: items.filter(({ act }) => !act || permits(actor, act)),
  })).filter(({ items }) => items.length > 0);
  const current = open
    .flatMap(({ items }) => items)
    .filter(({ href }) => path === href || (href !== "/" && path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
  return open.map(({ label, items }) => ({
    label,
    items: items.map(({ href, label }) => ({
      href,
      label,
      current: href === current,
      count: href === NEWS ? unread : null,
    })),
  }));
}

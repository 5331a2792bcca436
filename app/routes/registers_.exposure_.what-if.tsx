import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { entryChoices } from "#app/delivery/registers/entry-page.server";
import { ask } from "#app/desk.server";
import { pageOf } from "#app/portfolio/exposure/exposure";
import { isShown, USUAL_FACTOR, whatIfQuery } from "#app/portfolio/exposure/what-if";
import { readWhatIf, thingNamed } from "#app/portfolio/exposure/what-if.server";
import { WhatIfView } from "#app/portfolio/exposure/what-if-view";

export const handle = { title: "exposure.what-if" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when }) => {
    const { vendor, model, price, show, from } = whatIfQuery.parse(Object.fromEntries(url.searchParams));
    const { vendors, models } = await entryChoices(database);
    const choices = { vendors, models };
    const id = vendor ?? model;
    if (id === null) return { choices, answer: null, show, from: 0 };
    const thing = await thingNamed(database, vendor === null ? "model" : "vendor", id);
    const { cases, ...answer } = await readWhatIf(database, thing, price ?? USUAL_FACTOR, when.quarter);
    const page = pageOf(
      cases.filter((one) => isShown(one, show)),
      from,
    );
    const { rows, count, next } = page;
    return { choices, show, from: page.from, answer: { ...answer, rows, count, next } };
  })(args);

export default function WhatIf() {
  return <WhatIfView {...useAnswer<typeof loader>()} />;
}

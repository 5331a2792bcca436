import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Table } from "../../../table";
import { read } from "../rows.server";

export const meta: MetaFunction = () => [{ title: "Floor" }];

export const loader = async ({ params }: LoaderFunctionArgs) => ({ rows: await read(params.page ?? "") });

export default function Page() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <main>
      <Table rows={rows as unknown[][]} anchor={(to, words) => <Link to={to}>{words}</Link>} />
    </main>
  );
}

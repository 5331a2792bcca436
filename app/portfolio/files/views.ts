/** What of the dashboard is given as a file: its figures, and what they are made of. */
export const FIGURE_VIEWS = ["figures", "reports", "costs", "cases", "changes", "reconciliation"] as const;
export type FigureView = (typeof FIGURE_VIEWS)[number];

export const FIGURE_FORMATS = ["csv", "xlsx"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** What a name such as `reports.csv` asks for; null where it is none. */
export function figureFileNamed(name: string): { view: FigureView; format: FigureFormat } | null {
  const [base, ending, ...rest] = name.split(".");
  const view = FIGURE_VIEWS.find((one) => one === base);
  const format = FIGURE_FORMATS.find((one) => one === ending);
  return view && format && rest.length === 0 ? { view, format } : null;
}

/** The address of a page of the dashboard as that of its file, with the same filters. */
export function fileAddress(page: string, format: FigureFormat): string {
  const url = new URL(page, "http://localhost");
  url.searchParams.delete("after");
  const view = url.pathname.split("/")[2] ?? "figures";
  return `/dashboard/file/${view}.${format}${url.search}`;
}

/**
 * The Remix options, the only copy: `vite.config.ts` hands them to Remix's Vite plugin.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  // Another folder lets a second build stand beside the one that is being served.
  buildDirectory: process.env.CASEBOOK_BUILD ?? "build",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    // Documents are rendered whole and never hydrated: see docs/decisions/0002-no-hydration.md.
    v3_singleFetch: false,
  },
};

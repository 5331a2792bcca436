import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";

const room = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  plugins: [remix(options)],
  resolve: { alias: { "#app": room("app"), "#db": room("db"), "#seeds": room("seeds") } },
  build: { target: "es2022", assetsInlineLimit: 0 },
});

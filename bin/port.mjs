import { createServer } from "node:net";
import { Stop } from "./home.mjs";

/** @throws Stop when another program listens where the server is to listen. A port that is no number is the server's to refuse. */
export async function refuseBusyPort(port = "3000", host = "127.0.0.1") {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return;
  const taken = await new Promise((found) => {
    const probe = createServer();
    probe.once("error", ({ code }) => found(code === "EADDRINUSE"));
    probe.listen({ port: Number(port), host: host || "127.0.0.1" }, () => probe.close(() => found(false)));
  });
  if (taken) throw new Stop(`Port ${port} is taken: stop the program that uses it, or set PORT to another one.`);
}

/** A port of this machine that nothing listens on, a moment ago. @returns {Promise<number>} */
export function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("no port"))));
    });
  });
}

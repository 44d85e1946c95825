import { defineConfig } from "vitest/config";

// An odd zone (UTC+12:45, daylight saving in the southern summer) exposes any use of the machine's own zone.
process.env.TZ = "Pacific/Chatham";

const json = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    reporters: json ? ["default", ["json", { outputFile: json }]] : ["default"],
  },
});

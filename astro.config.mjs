import { globSync } from "node:fs";
import { defineConfig } from "astro/config";

// A variable of that name, such as the one that Vitest hands to what it starts, would go before the base path below.
delete process.env.BASE_URL;

/**
 * React is for islands that hold state. Its start takes half a second of every build, so it waits for the first one.
 * Astro wakes islands by two inline scripts: by then the pages' security policy must name their hashes.
 */
const hasIslands = globSync("src/**/*.tsx", { cwd: import.meta.dirname }).length > 0;

/** What Vite prepares for a browser in development takes a tenth of a second of every build, which has no use for it. */
const withoutDevelopment = {
  name: "build-without-development",
  hooks: {
    "astro:config:setup": ({ command, updateConfig }) => {
      if (command !== "build") return;
      const configResolved = ({ environments }) => {
        for (const { optimizeDeps } of Object.values(environments)) optimizeDeps.include = [];
      };
      updateConfig({ vite: { plugins: [{ name: "build-without-development", configResolved }] } });
    },
  },
};

export default defineConfig({
  // A project page of GitHub Pages lives under /<repository>/.
  base: process.env.BASE_PATH ?? "/",
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  integrations: [withoutDevelopment, ...(hasIslands ? [(await import("@astrojs/react")).default()] : [])],
  trailingSlash: "always",
  devToolbar: { enabled: false },
  build: { assets: "assets", inlineStylesheets: "never", concurrency: 4 },
  // Colours of code come as style attributes, which the pages' security policy forbids.
  markdown: { syntaxHighlight: false },
  // Scripts and styles stay files of their own: no page holds any, and the security policy allows none there.
  vite: { build: { assetsInlineLimit: 0 } },
});

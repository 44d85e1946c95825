import react from "@astrojs/react";
import { defineConfig } from "astro/config";

// A variable of that name, such as the one that Vitest hands to what it starts, would go before the base path below.
delete process.env.BASE_URL;

export default defineConfig({
  // A project page of GitHub Pages lives under /<repository>/.
  base: process.env.BASE_PATH ?? "/",
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  integrations: [react()],
  trailingSlash: "always",
  devToolbar: { enabled: false },
  build: { assets: "assets", inlineStylesheets: "never" },
  // Small scripts stay files of their own: a page holds none but the islands' starter.
  vite: { build: { assetsInlineLimit: 0 } },
});

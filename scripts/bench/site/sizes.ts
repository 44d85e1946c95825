import { globSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Size {
  /** Its path inside the site, without the `index.html` of a page. */
  path: string;
  isPage: boolean;
  bytes: number;
}

/** What a built site consists of, but for the files that Vite makes. */
export const sizesOf = (folder: string): Size[] =>
  globSync("**/*.*", { cwd: folder })
    .filter((file) => !file.startsWith("assets/") && file !== "404.html")
    .map((file) => ({
      path: file.replace(/\/?index\.html$/u, ""),
      isPage: file.endsWith(".html"),
      bytes: statSync(join(folder, file)).size,
    }));

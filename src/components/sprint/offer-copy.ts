/** Shows the buttons that copy a text of the page, where the browser lets a page copy. */
export const offerCopy = (page: Document, clipboard: Pick<Clipboard, "writeText"> | undefined): void => {
  if (clipboard === undefined) return;
  for (const button of page.querySelectorAll<HTMLElement>("[data-copy]")) {
    const source = page.getElementById(button.dataset.copy ?? "");
    const status = button.parentElement?.querySelector("[data-copied]");
    if (source === null || status == null) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      clipboard.writeText(source.textContent ?? "").then(
        () => {
          status.textContent = "Copied.";
        },
        () => {
          status.textContent = "The browser did not allow it. Open the text below and copy it by hand.";
        },
      );
    });
  }
};

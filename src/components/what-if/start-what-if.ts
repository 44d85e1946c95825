import { readAddress, writeAddress } from "./address.ts";
import { isAsked, toggleWords, valuesOf } from "./controls.ts";
import { drawTree } from "./draw-tree.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { unpackPlan } from "./pack.ts";
import { asItIs, changed, type Setting } from "./setting.ts";
import { PARTS } from "./view/parts.ts";
import { type Scene, summary } from "./view/words.ts";

/** Long enough for a slider to come to rest: a screen reader hears one sentence, the address is written once. */
const REST = 200;

/** The page's places, found once. */
const placesIn = (place: HTMLElement) => ({
  status: place.querySelector<HTMLElement>("[data-summary]")!,
  parts: [...place.querySelectorAll<HTMLElement>("[data-part]")],
  toggles: [...place.querySelectorAll<HTMLElement>("[data-toggle]")],
});

const fill = (
  form: HTMLFormElement,
  values: Record<string, string | boolean>,
  except: Element | null,
): void => {
  for (const control of form.querySelectorAll("input")) {
    const value = values[control.name === "check" ? `check:${control.value}` : control.name];
    if (typeof value === "boolean") control.checked = value;
    // Nobody's half-typed number is overwritten.
    else if (value !== undefined && control !== except) control.value = value;
  }
};

/** Brings the what-if page to life: what a control says is computed, drawn, said and written into the address. */
export const startWhatIf = (place: HTMLElement, view: Window): void => {
  const page = place.ownerDocument;
  const form = place.querySelector("form")!;
  const plan = unpackPlan(place.dataset.whatIf!);
  const { status, parts, toggles } = placesIn(place);
  // Computed when something is changed first: most readers look before they try, and it takes a while on a phone.
  let usual: Outcome | null = null;
  let setting = asItIs(plan);
  let frame = 0;
  let rest = 0;

  const draw = (): void => {
    usual ??= outcomeOf(plan, asItIs(plan));
    const scene: Scene = { plan, setting, usual, now: outcomeOf(plan, setting) };
    for (const part of parts) {
      const trees = PARTS[part.dataset.part as keyof typeof PARTS](scene);
      part.replaceChildren(...trees.map((tree) => drawTree(tree, page)));
    }
    for (const toggle of toggles) {
      const check = toggle.dataset.toggle!;
      toggle.textContent = toggleWords(scene.now, check, isAsked(check, setting));
    }
    view.clearTimeout(rest);
    rest = view.setTimeout(() => {
      const said = summary(scene);
      if (status.textContent !== said) status.textContent = said;
      view.history.replaceState(
        null,
        "",
        `${view.location.pathname}${writeAddress(setting, plan)}${view.location.hash}`,
      );
    }, REST);
  };
  const take = (next: Setting, typing: Element | null): void => {
    setting = next;
    fill(form, valuesOf(setting, plan), typing);
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(draw);
  };

  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement) take(changed(setting, target, plan), target);
  });
  // A number that was out of range, or none, is put right when the reader is done with it.
  form.addEventListener("change", () => fill(form, valuesOf(setting, plan), null));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    take(asItIs(plan), null);
  });
  const readAndTake = (): void => take(readAddress(view.location.search, plan), null);
  view.addEventListener("popstate", readAndTake);
  form.querySelector("fieldset")!.disabled = false;
  // As it is, everything is drawn already.
  if (view.location.search !== "") readAndTake();
};

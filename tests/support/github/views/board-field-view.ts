import type { BoardField, Iteration } from "../state.ts";
import type { Scene, View } from "./scene.ts";

const DAY = 86_400_000;

const isOver = (scene: Scene, { startDate, duration }: Iteration): boolean =>
  Date.parse(startDate) + duration * DAY <= Date.parse(scene.state.now);

const configuration = (scene: Scene, { iterations }: BoardField): View => ({
  duration: iterations[0]?.duration ?? 14,
  startDay: 1,
  iterations: iterations.filter((one) => !isOver(scene, one)),
  completedIterations: iterations.filter((one) => isOver(scene, one)).toReversed(),
});

/** A field of the board; an iteration is completed once the world's clock has passed its end. */
export const boardFieldView = (scene: Scene, field: BoardField): View => {
  const { id, name, kind: dataType, createdAt, updatedAt } = field;
  const common = { id, name, dataType, createdAt, updatedAt };
  if (dataType === "ITERATION")
    return { __typename: "ProjectV2IterationField", ...common, configuration: configuration(scene, field) };
  if (dataType !== "SINGLE_SELECT") return { __typename: "ProjectV2Field", ...common };
  const options = field.options.map((option) => ({ ...option, color: "GRAY", description: "" }));
  return { __typename: "ProjectV2SingleSelectField", ...common, options };
};

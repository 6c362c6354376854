import { answersDefinitions } from "./answers";
import { behaviourDefinitions } from "./behaviour";
import { conventionsDefinitions } from "./conventions";
import { driversDefinitions } from "./drivers";
import { followUpDefinitions } from "./follow-up";
import { loyaltyDefinitions } from "./loyalty";
import type { MeasureDefinition } from "./measure-definition";
import { modelsDefinitions } from "./models";
import { statisticsDefinitions } from "./statistics";
import { survivalDefinitions } from "./survival";
import { valueDefinitions } from "./value";

export type { MeasureDefinition } from "./measure-definition";

/** How each figure is computed, as data for the screen that shows it; the docstrings say the same. */
export const measureDefinitions: readonly MeasureDefinition[] = [
  ...loyaltyDefinitions,
  ...followUpDefinitions,
  ...answersDefinitions,
  ...behaviourDefinitions,
  ...valueDefinitions,
  ...conventionsDefinitions,
  ...statisticsDefinitions,
  ...survivalDefinitions,
  ...modelsDefinitions,
  ...driversDefinitions,
];

import { answersDefinitions } from "./answers";
import { behaviourDefinitions } from "./behaviour";
import { changeDefinitions } from "./change";
import { conventionsDefinitions } from "./conventions";
import { driversDefinitions } from "./drivers";
import { followUpDefinitions } from "./follow-up";
import { lifetimeDefinitions } from "./lifetime";
import { loyaltyDefinitions } from "./loyalty";
import type { MeasureDefinition } from "./measure-definition";
import { modelsDefinitions } from "./models";
import { predictionDefinitions } from "./prediction";
import { retentionDefinitions } from "./retention";
import { statisticsDefinitions } from "./statistics";
import { survivalDefinitions } from "./survival";
import { valueDefinitions } from "./value";
import { walletDefinitions } from "./wallet";

export type { MeasureDefinition } from "./measure-definition";

/** How each figure is computed, as data for the screen that shows it; the docstrings say the same. */
export const measureDefinitions: readonly MeasureDefinition[] = [
  ...loyaltyDefinitions,
  ...followUpDefinitions,
  ...answersDefinitions,
  ...behaviourDefinitions,
  ...walletDefinitions,
  ...retentionDefinitions,
  ...valueDefinitions,
  ...lifetimeDefinitions,
  ...conventionsDefinitions,
  ...statisticsDefinitions,
  ...changeDefinitions,
  ...survivalDefinitions,
  ...modelsDefinitions,
  ...driversDefinitions,
  ...predictionDefinitions,
];

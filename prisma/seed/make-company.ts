import {
  ADMIN_EMAIL,
  type Company,
  EMPLOYEES,
  PRODUCT_TYPES,
  SURVEYS,
  type SurveyKey,
  TOUCHPOINTS,
} from "./company";
import { mailAddress } from "./names";
import type { Row } from "./tables";
import { startOfDay, type World } from "./world";

export function makeCompany(world: World): Company {
  const on = world.from;
  const createdAt = startOfDay(on);
  const employees = mapKeys(EMPLOYEES, ([first, last]) =>
    world.add("employee", {
      id: world.newId(on),
      name: `${first} ${last}`,
      email: first === "Ida" ? ADMIN_EMAIL : mailAddress(first, last, "Nordlys"),
    }),
  );
  const productTypes = mapKeys(PRODUCT_TYPES, ([name, billedAs, marginRatio], key) =>
    world.add("productType", {
      id: world.newId(on),
      source: "erp",
      externalId: key,
      name,
      billedAs,
      marginRatio,
      createdAt,
    }),
  );
  const touchpoints = mapKeys(TOUCHPOINTS, ([stage, name, owner], _key, position) =>
    world.add("touchpoint", {
      id: world.newId(on),
      stage,
      name,
      kind: "customer",
      ownerId: employees[owner].id,
      position,
    }),
  );
  const surveys = mapKeys(SURVEYS, (survey) => addSurvey(world, survey, touchpoints));
  return { employees, productTypes, surveys };
}

function addSurvey(
  world: World,
  survey: (typeof SURVEYS)[SurveyKey],
  touchpoints: Record<keyof typeof TOUCHPOINTS, Row<"touchpoint">>,
): Row<"survey"> {
  const touchpoint = "touchpoint" in survey ? touchpoints[survey.touchpoint] : null;
  const id = world.newId(world.from);
  return world.add("survey", {
    id,
    familyId: id,
    version: 1,
    name: survey.name,
    question: survey.question,
    scale: survey.question === "nps" ? "0-10" : "1-5",
    scope: touchpoint === null ? "relationship" : "touchpoint",
    touchpointId: touchpoint?.id ?? null,
    followUps: [...survey.asks],
    createdAt: startOfDay(world.from),
  });
}

function mapKeys<Key extends string, From, To>(
  source: Record<Key, From>,
  make: (value: From, key: Key, index: number) => To,
): Record<Key, To> {
  const entries = (Object.keys(source) as Key[]).map(
    (key, index) => [key, make(source[key], key, index)] as const,
  );
  return Object.fromEntries(entries) as Record<Key, To>;
}

import { z } from "zod";

export type FieldLine = { name: string; type: string; isRequired: boolean; about: string };

type Schema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" or ");
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  return schema.format ?? [schema.type ?? "any"].flat().join(" or ");
}

function linesOf(schema: Schema, path: string): FieldLine[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${path}${key}`;
    const isRequired = schema.required?.includes(key) ?? false;
    const line = { name, type: typeOf(field), isRequired, about: field.description ?? "" };
    const inner = field.items ?? field;
    return [line, ...linesOf(inner, field.items ? `${name}[].` : `${name}.`)];
  });
}

/** Every field of a schema on a line of its own, those inside a list behind its name. */
export function fieldLines(schema: z.ZodType, io: "input" | "output"): FieldLine[] {
  return linesOf(z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Schema, "");
}

"use client";

import { createContext, useContext } from "react";

/** What a form knows after it was sent: errors and typed values by field name. */
export type FormState = {
  isPending: boolean;
  /** Null until the form was sent and refused. */
  values: Record<string, string> | null;
  fieldErrors: Record<string, string>;
};

export const FormContext = createContext<FormState>({
  isPending: false,
  values: null,
  fieldErrors: {},
});

export function useFormState(): FormState {
  return useContext(FormContext);
}

/** Set by Field for the control inside it. */
export type FieldState = {
  id: string;
  name: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

export const FieldContext = createContext<FieldState | null>(null);

/** Attributes of a control: from the Field around it, else from its own props. */
export function useControl(props: { name?: string | undefined; id?: string | undefined }) {
  const field = useContext(FieldContext);
  const { values } = useFormState();
  const name = props.name ?? field?.name;
  const typed = name === undefined ? undefined : values?.[name];
  return {
    typed,
    wasSent: values !== null,
    attributes: {
      id: props.id ?? field?.id,
      name,
      "aria-describedby": field?.describedBy,
      "aria-invalid": field?.isInvalid || undefined,
      required: field?.isRequired || undefined,
    },
  };
}

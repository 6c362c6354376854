"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { useFormState } from "./form-context";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** One checkbox with its label; name it `things[]` for one of a list. */
export function Checkbox({ label, hint, className, defaultChecked, ...rest }: CheckboxProps) {
  const { values } = useFormState();
  const id = useId();
  const isList = rest.name?.endsWith("[]") ?? false;
  const typed = values && rest.name && !isList ? rest.name in values : undefined;
  const start = rest.checked === undefined ? { defaultChecked: typed ?? defaultChecked } : {};
  return (
    <label className={classNames("flex items-start gap-2.5 py-1", className)}>
      <input
        type="checkbox"
        {...rest}
        {...start}
        aria-describedby={hint ? id : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>
        {label}
        {hint ? (
          <span id={id} className="block text-sm text-ink-3">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type CheckboxGroupProps = {
  /** Of the field, whose inputs are named `name[]`. */
  name: string;
  legend: ReactNode;
  options: readonly Choice[];
};

/** Any number of a list, none of them ticked at first. */
export function CheckboxGroup({ name, legend, options }: CheckboxGroupProps) {
  const { fieldErrors } = useFormState();
  const id = useId();
  const error = fieldErrors[name];
  return (
    <fieldset
      className="min-w-0"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="text-sm font-semibold text-ink">{legend}</legend>
      {options.map((option) => (
        <Checkbox key={option.value} name={`${name}[]`} {...option} />
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type RadioOption = Choice & { disabled?: boolean };

type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string;
  hint?: ReactNode;
  required?: boolean;
  /** Side by side instead of one below the other. */
  inline?: boolean;
  className?: string;
};

export function RadioGroup(props: RadioGroupProps) {
  const { values, fieldErrors } = useFormState();
  const id = useId();
  const error = fieldErrors[props.name];
  const start = values?.[props.name] ?? props.defaultValue;
  return (
    <fieldset
      className={classNames("min-w-0", props.className)}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="text-sm font-semibold text-ink">{props.legend}</legend>
      {props.hint ? <p className="text-sm text-ink-3">{props.hint}</p> : null}
      <div className={props.inline ? "flex flex-wrap gap-x-5" : "mt-0.5"}>
        {props.options.map((option) => (
          <label key={option.value} className="flex items-start gap-2.5 py-1">
            <input
              type="radio"
              name={props.name}
              value={option.value}
              defaultChecked={start === option.value}
              disabled={option.disabled}
              required={props.required}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-sm text-ink-3">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

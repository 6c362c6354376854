"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useControl } from "./form-context";
import { CONTROL } from "./text-input";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectProps = Omit<ComponentProps<"select">, "children" | "multiple"> & {
  options: readonly (SelectOption | SelectGroup)[];
};

function Choice({ option }: { option: SelectOption }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

/** The browser's own select, so that it works by keyboard, on phones and without script. */
export function Select({ options, className, defaultValue, ...rest }: SelectProps) {
  const control = useControl(rest);
  const start = rest.value === undefined ? { defaultValue: control.typed ?? defaultValue } : {};
  return (
    <span className={classNames("relative block", className)}>
      <select
        {...control.attributes}
        {...rest}
        {...start}
        className={classNames(CONTROL, "appearance-none pr-8")}
      >
        {options.map((item) =>
          "options" in item ? (
            <optgroup key={item.label} label={item.label}>
              {item.options.map((option) => (
                <Choice key={option.value} option={option} />
              ))}
            </optgroup>
          ) : (
            <Choice key={item.value} option={item} />
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}

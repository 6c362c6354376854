import { useId } from "react";

type Props<T extends string> = {
  legend: string;
  options: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
};

/** One of a few, side by side; arrow keys move as in any group of radio buttons. */
export function Segments<T extends string>({ legend, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="inline-flex rounded-control border border-line bg-paper p-0.5">
      <legend className="sr-only">{legend}</legend>
      {(Object.entries(options) as [T, string][]).map(([key, label]) => (
        <label
          key={key}
          className="cursor-pointer rounded-control px-2.5 py-1 text-sm text-ink-2 has-checked:bg-card has-checked:font-semibold has-checked:text-ink has-checked:ring-1 has-checked:ring-control has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            checked={value === key}
            onChange={() => onChange(key)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

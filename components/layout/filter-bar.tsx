"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";

type FilterSelect = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
};

type FilterBarProps = {
  /** Path of the page; the choices become its address. */
  action: string;
  selects: readonly FilterSelect[];
  /** Parameters of the address that stay as they are. */
  kept?: Record<string, string>;
  search?: { name: string; label: string; value: string };
};

/**
 * A field that is the browser's own and yet follows the address: after Back it says what the page
 * shows. Drawn anew instead, it would lose the focus of whoever just chose with the keyboard.
 */
function useFollowing<Field extends HTMLInputElement | HTMLSelectElement>(
  value: string,
): RefObject<Field | null> {
  const field = useRef<Field>(null);
  const last = useRef(value);
  useEffect(() => {
    const own = field.current;
    if (!own) return;
    // Whoever went on typing while the page came is ahead of it.
    const isAhead = own === document.activeElement && own.value !== last.current;
    last.current = value;
    if (!isAhead) own.value = value;
  }, [value]);
  return field;
}

function SearchField({ name, label, value }: NonNullable<FilterBarProps["search"]>) {
  return (
    <input
      ref={useFollowing<HTMLInputElement>(value)}
      type="search"
      name={name}
      defaultValue={value}
      aria-label={label}
      placeholder={label}
      className="min-h-9 w-56 rounded-control border border-control bg-card px-2.5 max-sm:col-span-full max-sm:w-full"
    />
  );
}

function SelectField({ name, label, value, options }: FilterSelect) {
  return (
    <label className="relative flex min-h-9 min-w-0 items-center rounded-control max-sm:flex-col max-sm:items-stretch border border-line bg-card hover:border-control has-focus-visible:border-control">
      <span className="pl-3 text-sm text-ink-3 max-sm:-mb-6 max-sm:pt-1 max-sm:text-xs">
        {label}
      </span>
      <select
        ref={useFollowing<HTMLSelectElement>(value)}
        name={name}
        aria-label={label}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className="max-w-56 appearance-none truncate rounded-control bg-transparent py-1.5 pr-7 pl-1.5 font-semibold max-sm:max-w-full max-sm:pt-5.5 max-sm:pb-1 max-sm:pl-3"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute right-2.5 text-ink-3 max-sm:bottom-2"
      />
    </label>
  );
}

/** Filters live in the address, so that a view can be shared; without script a button sends them. */
export function FilterBar({ action, selects, kept = {}, search }: FilterBarProps) {
  const router = useRouter();
  const t = useTranslations("ui");
  const [isLoading, startLoading] = useTransition();

  // Sent by hand, so that the address names only what was chosen.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value !== "") query.set(name, value);
    }
    const address = query.size === 0 ? action : `${action}?${query}`;
    startLoading(() => router.push(address, { scroll: false }));
  }

  return (
    <form
      action={action}
      onSubmit={submit}
      className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2 print:hidden"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search ? <SearchField {...search} /> : null}
      {selects.map((select) => (
        <SelectField key={select.name} {...select} />
      ))}
      {search ? (
        <Button type="submit">{t("search")}</Button>
      ) : (
        <noscript>
          <Button type="submit">{t("apply")}</Button>
        </noscript>
      )}
      <span role="status" className="self-center text-sm text-ink-2 max-sm:empty:hidden">
        {isLoading ? t("loading") : ""}
      </span>
    </form>
  );
}

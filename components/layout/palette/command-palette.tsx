"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import { matchingPlaces, type Place } from "./places";
import { isTyping, setSingleKeys, usesSingleKeys, walkRows } from "./single-keys";
import { useFoundAccounts } from "./use-found-accounts";

type CommandPaletteProps = { workspace: string; places: readonly Place[] };

type Entry = { href: string; label: string; kind: string };

const SHOWN_PLACES = 7;

/** Ctrl or Cmd with K from everywhere; / into the page's own search; j and k through its rows. */
function useShortcuts(open: () => void): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        open();
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || isTyping(event.target) || !usesSingleKeys()) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("main input[type=search]");
        event.preventDefault();
        if (field) field.focus();
        else open();
      } else if (event.key === "j" || event.key === "k") {
        if (walkRows(event.key === "j" ? 1 : -1)) event.preventDefault();
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
}

function SingleKeys() {
  const t = useTranslations("palette");
  const [isOn, setOn] = useState(usesSingleKeys);
  return (
    <label className="flex items-center gap-2 border-t border-line px-4 py-2.5 text-sm text-ink-2">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          setSingleKeys(currentTarget.checked);
          setOn(currentTarget.checked);
        }}
        className="size-4 accent-accent"
      />
      {t("singleKeys")}
    </label>
  );
}

function Option(props: { entry: Entry; id: string; isCurrent: boolean; choose: () => void }) {
  const { entry, id, isCurrent, choose } = props;
  return (
    // The field keeps the focus and has the keys; a click is the pointer's way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      tabIndex={-1}
      onClick={choose}
      className={classNames(
        "flex cursor-pointer items-baseline justify-between gap-4 rounded-control px-3 py-2",
        isCurrent ? "bg-accent-soft" : "hover:bg-line/50",
      )}
    >
      <span>{entry.label}</span>
      <span className="text-sm text-ink-3">{entry.kind}</span>
    </div>
  );
}

function PaletteBody({ workspace, places, close }: CommandPaletteProps & { close: () => void }) {
  const t = useTranslations("palette");
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const accounts = useFoundAccounts(workspace, typed);
  const entries: Entry[] = [
    ...accounts.map(({ id, name }) => ({
      href: `/w/${workspace}/accounts/${id}`,
      label: name,
      kind: t("account"),
    })),
    ...matchingPlaces(places, typed)
      .slice(0, SHOWN_PLACES)
      .map(({ href, label, kind }) => ({ href, label, kind: t(kind) })),
  ];
  const current = Math.min(at, entries.length - 1);
  function go(entry: Entry | undefined) {
    if (!entry) return;
    close();
    router.push(entry.href);
  }
  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setAt((current + step + entries.length) % entries.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(entries[current]);
    }
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever opens a search means to type
        autoFocus
        type="search"
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        aria-label={t("field")}
        placeholder={t("field")}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full border-b border-line bg-transparent px-4 py-3.5 text-lg outline-none focus-visible:border-accent"
      />
      <div
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t("results")}
        className="max-h-[50dvh] overflow-y-auto p-2"
      >
        {entries.map((entry, index) => (
          <Option
            key={entry.href}
            entry={entry}
            id={`${listId}-${index}`}
            isCurrent={index === current}
            choose={() => go(entry)}
          />
        ))}
      </div>
      {entries.length === 0 ? <p className="px-5 pb-4 text-ink-2">{t("nothing")}</p> : null}
      <SingleKeys />
    </>
  );
}

/** Outside the navigation, which a narrow window folds away, and the dialog with it. */
function PaletteDialog({ onClose, ...props }: CommandPaletteProps & { onClose: () => void }) {
  const t = useTranslations("palette");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={t("title")}
      onClose={onClose}
      className="m-auto mt-[12dvh] w-[min(36rem,calc(100vw-2rem))] rounded-card border border-control bg-card p-0 text-ink backdrop:bg-[#1d1c1a]/35"
    >
      <PaletteBody {...props} close={() => dialog.current?.close()} />
    </dialog>
  );
}

/** Finds accounts, pages and what can be begun. Without script the button leads to the accounts. */
export function CommandPalette({ workspace, places }: CommandPaletteProps) {
  const t = useTranslations("palette");
  const [isOpen, setIsOpen] = useState(false);
  const [open] = useState(() => () => setIsOpen(true));
  useShortcuts(open);
  return (
    <>
      <a
        href={`/w/${workspace}/accounts`}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          open();
        }}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex items-center gap-2 rounded-control border border-line px-2.5 py-1.5 text-ink-2 hover:border-control hover:text-ink"
      >
        <Search aria-hidden size={15} />
        <span className="flex-1">{t("title")}</span>
        <kbd aria-hidden className="font-sans text-xs text-ink-3">
          Ctrl K
        </kbd>
      </a>
      {isOpen
        ? createPortal(
            <PaletteDialog
              workspace={workspace}
              places={places}
              onClose={() => setIsOpen(false)}
            />,
            document.body,
          )
        : null}
    </>
  );
}

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { THEMES, type Theme } from "./theme";

type UserMenuProps = {
  name: string;
  role: string;
  theme: Theme;
  setTheme: (formData: FormData) => Promise<void>;
  signOut: () => Promise<void>;
};

/** Plain forms, so that theme and sign-out work without script too. */
export function UserMenu(props: UserMenuProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex flex-col gap-3 border-t border-line px-2.5 pt-4">
      <div>
        <p className="font-semibold">{props.name}</p>
        <p className="text-sm text-ink-3">{props.role}</p>
      </div>
      <form action={props.setTheme} aria-label={t("colours")} className="flex gap-1">
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === props.theme}
            className={classNames(
              "rounded-md border px-2 py-0.5 text-sm",
              theme === props.theme
                ? "border-control font-semibold text-ink"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {t(`themes.${theme}`)}
          </button>
        ))}
      </form>
      <form action={props.signOut}>
        <button type="submit" className="text-ink-2 hover:text-ink hover:underline">
          {t("signOut")}
        </button>
      </form>
    </div>
  );
}

import { useEffect, useState } from "preact/hooks";
import { stretchWords } from "./dates";
import { useShared } from "./shared";

export function Header({ switchTongue }: { switchTongue: () => void }) {
  const { story, words } = useShared();
  const other = words.tongue === "ar" ? "en" : "ar";
  const about = story.events.length === 0 ? "about.nothing" : story.span ? "about" : "about.undated";
  const facts = {
    events: words.count("about.events", story.events.length),
    documents: words.count("about.documents", story.documents.length),
    when: story.span ? stretchWords(words, story.span.first, story.span.last) : "",
  };
  return (
    <header>
      <h1>{words.text("title")}</h1>
      <div class="switches">
        <button type="button" lang={other} onClick={switchTongue}>
          {words.text("other.language")}
        </button>
        <Theme />
      </div>
      <p>
        {words.text(about, facts)}
        <span class="lead">{words.text("lead")}</span>
      </p>
    </header>
  );
}

/** Light or dark: as the system has it, until the reader chooses. */
function Theme() {
  const { words } = useShared();
  const system = matchMedia("(prefers-color-scheme: dark)");
  const [dark, setDark] = useState(system.matches);
  useEffect(() => {
    const follow = (change: MediaQueryListEvent) => setDark(change.matches);
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    dispatchEvent(new Event("isnad-theme"));
  }, [dark]);
  return (
    <button type="button" onClick={() => setDark(!dark)}>
      {words.text(dark ? "theme.light" : "theme.dark")}
    </button>
  );
}

export function Footer() {
  const { words } = useShared();
  const notices = document.querySelector<HTMLTemplateElement>("#notices")!.content.textContent;
  return (
    <footer>
      <p>{words.text("caution")}</p>
      <details>
        <summary>{words.text("notices")}</summary>
        <pre dir="ltr" lang="en" tabindex={0}>
          {notices}
        </pre>
      </details>
    </footer>
  );
}

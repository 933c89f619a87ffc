// Runs before the first paint, so that nobody who works in the dark is flashed, and the page is announced in the right
// language. A file of its own, since the content security policy allows no inline script. The keys are those of
// src/lib/theme.ts and src/lib/language.ts; a test compares them.
(function () {
  var root = document.documentElement;
  function stored(/** @type {string} */ key) {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  var scheme = stored("indexcards.theme");
  var dark =
    scheme === "dark" || (scheme !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  root.lang = stored("indexcards.language") ?? ((navigator.language || "en").startsWith("de") ? "de" : "en");
})();

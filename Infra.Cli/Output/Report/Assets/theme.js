// Light or dark: as the system says, until somebody presses the button.
const theme = {
  button: one("#theme"),
  system: matchMedia("(prefers-color-scheme: dark)"),

  get isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : this.system.matches;
  },

  start() {
    this.tell();
    this.system.addEventListener("change", () => this.tell());
    this.button.addEventListener("click", () => {
      const next = this.isDark ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      try {
        localStorage.setItem("infra-report-theme", next);
      } catch {
        // It lasts as long as the page then.
      }
      this.tell();
    });
  },

  tell() {
    this.button.setAttribute("aria-pressed", String(this.isDark));
  },
};

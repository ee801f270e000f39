// Before anything is drawn: that there is a script, and which theme was chosen last time.
document.documentElement.classList.add("script");
try {
  const theme = localStorage.getItem("infra-report-theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  // A browser may keep nothing for files; then the system's theme is taken.
}

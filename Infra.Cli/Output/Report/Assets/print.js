// Paper is white and has no lids to lift: what is folded is opened for it, and folded again afterwards.
const print = {
  folded: [],
  theme: undefined,

  start() {
    addEventListener("beforeprint", () => {
      this.folded = all("details:not([open])");
      for (const details of this.folded) details.open = true;
      this.theme = document.documentElement.dataset.theme;
      document.documentElement.dataset.theme = "light";
    });
    addEventListener("afterprint", () => {
      for (const details of this.folded) details.open = false;
      this.folded = [];
      if (this.theme) document.documentElement.dataset.theme = this.theme;
      else delete document.documentElement.dataset.theme;
    });
  },
};

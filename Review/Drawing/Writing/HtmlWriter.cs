using Review.Drawing.Layouts;

namespace Review.Drawing.Writing;

/// <summary>Writes a picture as a page that can be moved and enlarged, by mouse, touch and keyboard. It needs no network.</summary>
public static class HtmlWriter
{
    /// <summary>The page.</summary>
    /// <param name="picture">What is drawn.</param>
    /// <param name="layout">Where.</param>
    /// <param name="theme">The colours. Default: those of the reader's system.</param>
    public static string Write(Picture picture, Layout layout, Theme theme = Theme.Auto)
    {
        var page = new Markup();
        page.Raw("<!doctype html>\n");
        page.Open(
                "html",
                ("lang", "en"),
                (
                    "data-theme",
                    theme == Theme.Auto ? null
                    : theme == Theme.Dark ? "dark"
                    : "light"
                )
            )
            .Raw("\n");
        page.Open("head").Raw("\n").Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width,initial-scale=1"));
        page.Text("title", PictureWords.Title(picture));
        page.Open("style").Raw(Style(theme)).Close("style").Close("head");
        page.Open("body").Raw("\n");
        page.Open(
                "main",
                ("id", "view"),
                ("tabindex", 0),
                ("aria-label", "Picture. Arrow keys move it, plus and minus enlarge it, 0 shows all of it.")
            )
            .Raw("\n");
        page.Raw(SvgWriter.Write(picture, layout, theme)).Close("main");
        page.Open("script").Raw(Script).Close("script");
        return page.Close("body").Close("html").ToString();
    }

    private static string Style(Theme theme) =>
        $$"""

            :root{color-scheme:{{theme switch
            {
                Theme.Light => "light",
                Theme.Dark => "dark",
                _ => "light dark",
            }}};background:Canvas}
            body{margin:0}
            main{height:100vh;overflow:hidden;cursor:grab;touch-action:none}
            main:active{cursor:grabbing}
            main:focus-visible{outline:3px solid Highlight;outline-offset:-3px}
            svg{transform-origin:0 0;display:block}
            @media print{main{height:auto;overflow:visible} }
            @media print{svg{transform:none!important;width:100%;height:auto} }

            """;

    private const string Script = """

        (() => {
          const view = document.getElementById("view"), svg = view.querySelector("svg");
          const width = svg.width.baseVal.value, height = svg.height.baseVal.value;
          let x = 0, y = 0, scale = 1, held = new Map(), apart = 0;
          const show = () => { svg.style.transform = `translate(${x}px,${y}px) scale(${scale})`; };
          const fit = () => {
            scale = Math.min(view.clientWidth / width, view.clientHeight / height, 1);
            x = (view.clientWidth - width * scale) / 2; y = (view.clientHeight - height * scale) / 2; show();
          };
          const zoom = (by, cx, cy) => {
            const next = Math.min(8, Math.max(0.1, scale * by));
            x = cx - (cx - x) * next / scale; y = cy - (cy - y) * next / scale; scale = next; show();
          };
          view.addEventListener("wheel", e => { e.preventDefault(); zoom(Math.exp(-e.deltaY / 500), e.clientX, e.clientY); }, { passive: false });
          view.addEventListener("pointerdown", e => { view.setPointerCapture(e.pointerId); held.set(e.pointerId, e); apart = 0; });
          for (const end of ["pointerup", "pointercancel"]) view.addEventListener(end, e => { held.delete(e.pointerId); apart = 0; });
          view.addEventListener("pointermove", e => {
            const last = held.get(e.pointerId);
            if (!last) return;
            held.set(e.pointerId, e);
            if (held.size === 1) { x += e.clientX - last.clientX; y += e.clientY - last.clientY; show(); return; }
            const [a, b] = [...held.values()], now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
            if (apart) zoom(now / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
            apart = now;
          });
          view.addEventListener("keydown", e => {
            const cx = view.clientWidth / 2, cy = view.clientHeight / 2;
            const does = { ArrowLeft: () => x += 60, ArrowRight: () => x -= 60, ArrowUp: () => y += 60, ArrowDown: () => y -= 60,
              "+": () => zoom(1.25, cx, cy), "=": () => zoom(1.25, cx, cy), "-": () => zoom(0.8, cx, cy), "0": fit }[e.key];
            if (!does || e.ctrlKey || e.metaKey) return;
            e.preventDefault(); does(); show();
          });
          addEventListener("resize", fit);
          fit();
        })();

        """;
}

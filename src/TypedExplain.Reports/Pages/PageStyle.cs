namespace TypedExplain.Reports.Pages;

/// <summary>The style sheet of pages.</summary>
internal static class PageStyle
{
    public static string Sheet { get; } = """
        :root{color-scheme:light dark}
        *{box-sizing:border-box}
        body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:48rem;padding:1.5rem 1rem;background:var(--te-page);color:var(--te-ink);overflow-wrap:anywhere}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
        h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .75rem;break-after:avoid}
        h3{font-size:1rem;line-height:1.4;margin:0;break-after:avoid}
        p,ul,ol{margin:.5rem 0}
        ol,ul{padding-inline-start:1.4rem}
        li{margin:.25rem 0;break-inside:avoid}
        .te-line{color:var(--te-quiet);margin:.15rem 0}
        .te-warn{border-inline-start:4px solid var(--te-pos);padding:.4rem .8rem}
        .te-text{white-space:pre-wrap}
        .te-text mark{background:var(--light);color:inherit;border-radius:.2em;padding:.05em .1em}
        .te-text mark.strong{color:#fff}
        .te-image{image-rendering:pixelated;outline:1px solid var(--te-rule);max-width:100%;height:auto}
        .te-night{display:none}
        footer{margin-top:2rem;border-top:1px solid var(--te-grid);padding-top:.5rem}
        pre{white-space:pre-wrap;font-size:.8rem;background:var(--te-page);border:1px solid var(--te-grid);padding:.5rem}
        @media screen and (prefers-color-scheme:dark){.te-text mark{background:var(--dark)}.te-text mark.strong{color:#111}.te-day{display:none}.te-night{display:inline}}
        @page{margin:18mm 16mm}
        @media print{body{max-width:none;padding:0;font-size:10.5pt}thead{display:table-header-group}tr{break-inside:avoid}}

        """.ReplaceLineEndings("\n");
}

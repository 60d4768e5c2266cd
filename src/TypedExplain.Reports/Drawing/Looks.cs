namespace TypedExplain.Reports.Drawing;

/// <summary>
/// How pictures look, as a style sheet for light and dark: orange above 0 and blue below, as everywhere in the library, told
/// apart by the color-blind too; every text and mark has the contrast that WCAG 2.2 asks for.
/// </summary>
internal static class Looks
{
    /// <summary>How many colors and shapes of series there are before they begin again.</summary>
    public const int Series = 6;

    /// <summary>How many steps the colors of low to high values have.</summary>
    public const int Steps = 8;

    /// <summary>How many steps the colors of heat maps have; of those from 0 both ways the middle one is around 0.</summary>
    public const int HeatSteps = 9;

    private const int Shades = 5;

    private const string LightColors = "--te-page:#ffffff;--te-ink:#1b1b1f;--te-quiet:#55555e;--te-rule:#8a8a94;--te-grid:#e3e3e8;--te-pos:#b85000;--te-neg:#0063a8;--te-total:#55555e;--te-band:#c9c9d2;--te-mark:#1b1b1f;"
        + "--te-s0:#0063a8;--te-s1:#b85000;--te-s2:#00745a;--te-s3:#a04080;--te-s4:#8a6500;--te-s5:#5b4bb3;"
        + "--te-v0:#3b1f7a;--te-v1:#3a4f9c;--te-v2:#2b70a6;--te-v3:#1f8a99;--te-v4:#2b9d74;--te-v5:#75a636;--te-v6:#c49a00;--te-v7:#dd7a00;--te-vm:#9a9aa4;"
        + "--te-h0:#e6f0f8;--te-h1:#bfdbee;--te-h2:#99c6e4;--te-h3:#73b0d8;--te-h4:#4f98c8;--te-h5:#2b80b9;--te-h6:#1966a2;--te-h7:#114b86;--te-h8:#08306b;--te-d0:#00497c;--te-d1:#286fa1;--te-d2:#4f95c6;--te-d3:#a0c2dc;--te-d4:#f0f0f2;--te-d5:#e4bd9e;--te-d6:#d98a4a;--te-d7:#b26325;--te-d8:#8a3c00";

    private const string DarkColors = "--te-page:#18181b;--te-ink:#eaeaee;--te-quiet:#b4b4be;--te-rule:#8a8a94;--te-grid:#34343a;--te-pos:#f0954a;--te-neg:#5fb0ea;--te-total:#b4b4be;--te-band:#4c4c55;--te-mark:#ffffff;"
        + "--te-s0:#5fb0ea;--te-s1:#f0954a;--te-s2:#3fc39c;--te-s3:#e08cc4;--te-s4:#d9b13a;--te-s5:#a99cf5;"
        + "--te-v0:#8f76e0;--te-v1:#7a8be6;--te-v2:#5ea6dc;--te-v3:#4dbfca;--te-v4:#5acb9e;--te-v5:#a3cf62;--te-v6:#e6c23e;--te-v7:#f5a445;--te-vm:#7c7c86;"
        + "--te-h0:#1d2a38;--te-h1:#1e3d59;--te-h2:#1e5079;--te-h3:#256599;--te-h4:#3780b6;--te-h5:#499ad2;--te-h6:#71b5e4;--te-h7:#a3d1ef;--te-h8:#d6ecfb;--te-d0:#7cc4f5;--te-d1:#5498c8;--te-d2:#2d6d9c;--te-d3:#2c4c66;--te-d4:#2c2c31;--te-d5:#68462e;--te-d6:#a3602a;--te-d7:#cd8952;--te-d8:#f7b27a";

    /// <summary>The colors by name, for light and dark, of whatever has a class.</summary>
    /// <param name="of">The class or element.</param>
    public static string Colors(string of) => $"{of}{{{LightColors}}}\n@media screen and (prefers-color-scheme:dark){{{of}{{{DarkColors}}}}}\n";

    /// <summary>The looks of the parts of pictures.</summary>
    public static string Parts { get; } = Rules();

    /// <summary>A color of low to high, from 0 to 1; the look of what is missing for what is not a number.</summary>
    public static string Value(double place) => double.IsNaN(place) ? "te-vm" : $"te-v{Math.Clamp((int)(place * Steps), 0, Steps - 1)}";

    /// <summary>A color of a heat map, from 0 to 1: light to dark, or from one color through none to another.</summary>
    public static string Heat(double place, bool isDiverging) => $"te-{(isDiverging ? 'd' : 'h')}{Math.Clamp((int)(place * HeatSteps), 0, HeatSteps - 1)}";

    /// <summary>A shade for how many there are, as a share of the most; what is there shows.</summary>
    public static string Shade(double share) => $"te-q{Math.Clamp((int)Math.Ceiling(share * Shades), 1, Shades)}";

    /// <summary>The color of a class on a light screen, for those who draw by themselves.</summary>
    public static string Light(string look)
    {
        string name = "--" + look.Split(' ')[0] + ":";
        int at = LightColors.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? "#55555e" : LightColors.Substring(at + name.Length, 7);
    }

    /// <summary>The look of a series.</summary>
    public static string Of(int series) => $"te-s{series % Series}";

    private static string Rules()
    {
        string series = string.Concat(Enumerable.Range(0, Series).Select(i => $".te-s{i}{{fill:var(--te-s{i});stroke:var(--te-s{i})}}\n"));
        string values = string.Concat(Enumerable.Range(0, Steps).Select(i => $".te-v{i}{{fill:var(--te-v{i})}}\n"));
        string heats = string.Concat(Enumerable.Range(0, HeatSteps).Select(i => $".te-h{i}{{fill:var(--te-h{i})}}\n.te-d{i}{{fill:var(--te-d{i})}}\n"));
        string shades = string.Concat(Enumerable.Range(1, Shades).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $".te-q{i}{{fill:var(--te-s0);fill-opacity:{0.08 + (0.14 * i):0.00}}}\n")));
        return $$"""
            .te-svg{font-family:system-ui,sans-serif;font-size:13px;background:var(--te-page)}
            .te-svg text{fill:var(--te-ink);stroke:var(--te-page);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
            .te-svg .te-small{font-size:12px}
            .te-svg .te-quiet{fill:var(--te-quiet)}
            .te-svg .te-number{font-variant-numeric:tabular-nums}
            .te-pos{fill:var(--te-pos)}
            .te-neg{fill:var(--te-neg)}
            .te-total{fill:var(--te-total)}
            .te-band{fill:var(--te-band)}
            .te-rest{fill-opacity:.55}
            .te-grid{stroke:var(--te-grid)}
            .te-rule{stroke:var(--te-rule)}
            .te-link{stroke:var(--te-rule);stroke-dasharray:2 2}
            .te-error{stroke:var(--te-ink);stroke-width:1.5;fill:none}
            .te-mark{fill:var(--te-mark);stroke:var(--te-page);stroke-width:1.5}
            .te-faint{fill-opacity:.35}
            .te-hatch{stroke:var(--te-quiet);stroke-width:1;fill:none}
            .te-dashed{stroke-dasharray:6 4}
            .te-dotted{stroke-dasharray:2 3}
            {{series}}{{values}}{{heats}}{{shades}}.te-vm{fill:var(--te-vm)}
            .te-curve{fill:none;stroke-width:2}
            .te-thin{fill:none;stroke:var(--te-rule);stroke-opacity:.35}
            .te-shade{fill-opacity:.18;stroke:none}
            .te-dot{stroke:var(--te-page);stroke-width:1.5}
            .te-svg .te-hollow{fill:none;stroke:var(--te-s4);stroke-width:2.5}
            .te-svg .te-halo{fill:none;stroke:var(--te-page);stroke-width:5.5}
            .te-svg .te-ring{fill:none;stroke-width:2}

            """.ReplaceLineEndings("\n");
    }
}

namespace TypedExplain.Reports.Charts;

/// <summary>What of the data goes where in a specification of Vega-Lite.</summary>
/// <param name="Channel">Where: x, y, color and so on.</param>
/// <param name="Field">What.</param>
/// <param name="Type">Quantitative, nominal or ordinal.</param>
/// <param name="Title">What a reader is told it is; null for what Vega-Lite says.</param>
internal sealed record VegaChannel(string Channel, string Field, string Type, string? Title = null)
{
    /// <summary>All texts that the scale has, in their order; null for those that occur.</summary>
    public IReadOnlyList<string>? Domain { get; init; }

    /// <summary>Whether the scale is logarithmic.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether the scale need not reach 0, since nothing is drawn from there.</summary>
    public bool IsAround { get; init; }

    /// <summary>Whether the data are the colors themselves.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The name of a range of colors; null for that of Vega-Lite.</summary>
    public string? Scheme { get; init; }

    /// <summary>The numbers at the ends of the scale; null for those that occur.</summary>
    public (double From, double To)? Ends { get; init; }

    /// <summary>A number across or upwards that is drawn to scale.</summary>
    public static VegaChannel Number(string channel, string field, string? title, bool isLog = false) => new(channel, field, "quantitative", title) { IsLog = isLog, IsAround = !isLog };

    /// <summary>The second end of what another channel begins.</summary>
    public static VegaChannel End(string channel, string field) => new(channel, field, "quantitative");

    /// <summary>Places with names, in their order.</summary>
    public static VegaChannel Places(string channel, string field, IReadOnlyList<string> names, string? title) => new(channel, field, "nominal", title) { Domain = names };
}

using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class TrustRegion<T>
{
    private const string Protected = "protected";

    /// <summary>Why there is no region, or why it may be wider or less than it says, in words; nothing where there is nothing to say.</summary>
    public IEnumerable<string> Cautions => Told(CultureInfo.InvariantCulture);

    /// <summary>The region in words: what it holds for, what each number may be, and what was found. Protected numbers are not told.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    /// <param name="provider">The culture.</param>
    public string ToString(IFormatProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        StringBuilder text = new();
        text.Append(provider, $"{Method}'s explanation of {Output} of {T.Schema.Name} has a fidelity of at least {NumberText.Answer(Search.MinimumFidelity, provider)} ");
        text.Append(HalfWidth > 0 ? string.Create(provider, $"within ±{HalfWidth:0.###} standard deviations of the instance\n") : "nowhere around the instance\n");
        if (HalfWidth > 0)
            AppendRanges(text, provider);
        text.Append(provider, $"  fidelity {NumberText.Answer(FidelityAtInstance, provider)} at the instance");
        if (HalfWidth > 0)
            text.Append(provider, $", {NumberText.Answer(LeastFidelity, provider)} at least where the model was asked{(Bound is { } bound ? string.Create(provider, $", {NumberText.Answer(bound, provider)} at least anywhere with {Search.Confidence:P0} confidence ({Samples} {Noun.Of(Samples, "sample")})") : "")}");
        text.Append(provider, $"\n  a difference of {NumberText.Answer(AnswerSpread, provider)} is a fidelity of 0; {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        foreach (string caution in Told(provider))
            text.Append("  caution: ").Append(caution).Append('\n');
        return text.ToString();
    }

    private void AppendRanges(StringBuilder text, IFormatProvider provider)
    {
        int name = Varied.Max(feature => feature.DisplayName.Length);
        foreach (Feature<T> feature in Varied)
            text.Append(provider, $"  {feature.DisplayName.PadRight(name)}  {(feature.IsProtected ? Protected : $"{feature.FormatRange(Lower[feature], Upper[feature], provider)}{(Cut.Contains(feature) ? ", as far as it goes" : "")}")}\n");
        string[] held = [.. T.Schema.Features.Where(feature => !Varied.Contains(feature) && !(feature.IsProtected && feature.Kind == FeatureKind.Missing)).Select(feature => feature.DisplayName), .. T.Schema.Media.Select(media => media.DisplayName)];
        if (held.Length > 0)
            text.Append("  as the instance has them: ").AppendJoin(", ", held).Append('\n');
    }

    /// <summary>The cautions, with numbers as a culture writes them.</summary>
    internal IEnumerable<string> Told(IFormatProvider provider)
    {
        switch (End)
        {
            case TrustRegionEnd.LargestTried:
                yield return string.Create(provider, $"nothing failed up to the largest half width that was tried; a wider region may hold (LargestHalfWidth)");
                break;
            case TrustRegionEnd.BudgetSpent when HalfWidth > 0:
                yield return string.Create(provider, $"the budget ended the search; a wider region may hold (MaxQueries is {Search.MaxQueries})");
                break;
            case TrustRegionEnd.BudgetSpent:
                yield return string.Create(provider, $"the budget ended the search before a cube was known to hold; give it more (MaxQueries is {Search.MaxQueries}), or draw fewer samples in each cube (Samples is {Search.Samples})");
                break;
            case TrustRegionEnd.BelowAtInstance:
                yield return string.Create(provider, $"at the instance itself the fidelity is {NumberText.Answer(FidelityAtInstance, provider)}; explain nearer to it (Radius), or ask for less (MinimumFidelity)");
                break;
            case TrustRegionEnd.TooNarrow:
                yield return "a record right beside the instance fails: the model jumps there; ask for less (MinimumFidelity)";
                break;
        }

        if (HalfWidth > 0 && Bound is null)
            yield return string.Create(provider, $"{Samples} {Noun.Of(Samples, "sample is", "samples are")} too few for a bound over {Varied.Length} {Noun.Of(Varied.Length, "number")}; draw ten for each of them (Samples)");
        else if (HalfWidth > 0 && !IsBoundMet)
            yield return "nothing that fails was found, but the bound does not rule it out; draw more samples (Samples)";
        if (Search.Strategy == TrustStrategy.Uniform && Varied.Length > 1)
            yield return "uniform samples miss what fails in the corners; the region may be too wide (Strategy)";
    }
}

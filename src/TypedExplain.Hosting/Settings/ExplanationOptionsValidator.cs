using System.Globalization;
using Microsoft.Extensions.Options;

namespace TypedExplain.Hosting.Settings;

/// <summary>Says by name which options are outside what they may be.</summary>
/// <param name="name">The name of the options that it looks at.</param>
/// <param name="place">Where they come from, such as the path of the section.</param>
internal sealed class ExplanationOptionsValidator(string name, string place) : IValidateOptions<ExplanationServiceOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name1, ExplanationServiceOptions options)
    {
        if (name1 != name)
            return ValidateOptionsResult.Skip;
        string[] faults = [.. Faults(options).Select(fault => $"{place}:{fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ExplanationServiceOptions options)
    {
        if (!Enum.IsDefined(options.Method))
            yield return Wrong("Method", (int)options.Method, $"one of {string.Join(", ", Enum.GetNames<ExplanationMethod>())}");
        if (options.Samples < 2)
            yield return Wrong("Samples", options.Samples, "at least 2, or left out");
        if (options.Radius is { } radius && !(radius > 0 && double.IsFinite(radius)))
            yield return Wrong("Radius", radius, "above 0, or left out");
        if (options.Environments < 2)
            yield return Wrong("Environments", options.Environments, "at least 2, or left out");
        else if (options.Environments is not null && options.Method == ExplanationMethod.Lime)
            yield return Wrong("Environments", options.Environments, "left out, because LIME has none");
        if (options.MaxQueries < 1)
            yield return Wrong("MaxQueries", options.MaxQueries, "at least 1");
        if (options.Concurrency < 1)
            yield return Wrong("Concurrency", options.Concurrency, "at least 1");
        if (options.Queue < 0)
            yield return Wrong("Queue", options.Queue, "at least 0");
        if (!Enum.IsDefined(options.ProtectedValues))
            yield return Wrong("ProtectedValues", (int)options.ProtectedValues, $"one of {string.Join(", ", Enum.GetNames<ProtectedValues>())}");
        foreach (string fault in options.Standard is null ? ["Standard is null; leave it out for the default."] : Faults(options.Standard))
            yield return fault;
        if (options.Contributions is null)
            yield return "Contributions is null; leave it out for the default.";
        else if (!Enum.IsDefined(options.Contributions.Method))
            yield return Wrong("Contributions:Method", (int)options.Contributions.Method, $"one of {string.Join(", ", Enum.GetNames<ContributionMethod>())}");
        else if (options.Contributions.Samples < 2)
            yield return Wrong("Contributions:Samples", options.Contributions.Samples, "at least 2, or left out");
        foreach (string fault in options.Decision is { } decision ? Faults(decision) : [])
            yield return fault;
    }

    private static IEnumerable<string> Faults(StandardOptions standard)
    {
        if (!(standard.MinimumFit <= 1))
            yield return Wrong("Standard:MinimumFit", standard.MinimumFit, "at most 1");
        if (!(standard.MinimumSignAgreement is >= 0 and <= 1))
            yield return Wrong("Standard:MinimumSignAgreement", standard.MinimumSignAgreement, "from 0 to 1");
        if (standard.MaximumHalfWidth is { } width && !(width > 0))
            yield return Wrong("Standard:MaximumHalfWidth", width, "above 0, or left out");
        if (standard.TopReasonsDecided < 0)
            yield return Wrong("Standard:TopReasonsDecided", standard.TopReasonsDecided, "at least 0");
        if (standard.MissAtInstance is { } miss && !(miss >= 0))
            yield return Wrong("Standard:MissAtInstance", standard.MissAtInstance, "at least 0, or left out");
        if (!(standard.MinimumTrustHalfWidth >= 0 && double.IsFinite(standard.MinimumTrustHalfWidth)))
            yield return Wrong("Standard:MinimumTrustHalfWidth", standard.MinimumTrustHalfWidth, "a finite number, at least 0");
        if (!(standard.MinimumTrustFidelity is >= 0 and <= 1))
            yield return Wrong("Standard:MinimumTrustFidelity", standard.MinimumTrustFidelity, "from 0 to 1");
    }

    private static IEnumerable<string> Faults(DecisionOptions decision)
    {
        if (!double.IsFinite(decision.Cutoff))
            yield return Wrong("Decision:Cutoff", decision.Cutoff, "a finite number");
        if (decision.Band is { } band && !(band >= 0 && double.IsFinite(band)))
            yield return Wrong("Decision:Band", band, "at least 0, or left out");
        if (!Enum.IsDefined(decision.Favorable))
            yield return Wrong("Decision:Favorable", (int)decision.Favorable, "one of its names");
        if (decision.MaxReasons < 1)
            yield return Wrong("Decision:MaxReasons", decision.MaxReasons, "at least 1");
        if (decision.Alternatives < 1)
            yield return Wrong("Decision:Alternatives", decision.Alternatives, "at least 1");
        if (decision.MaxQueries < 2)
            yield return Wrong("Decision:MaxQueries", decision.MaxQueries, "at least 2");
    }

    private static string Wrong(string option, double? value, string allowed) => string.Create(CultureInfo.InvariantCulture, $"{option} is {value:R}; it must be {allowed}.");
}

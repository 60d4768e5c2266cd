using System.Globalization;
using TypedExplain.Decisions;
using TypedExplain.Reports.Pages;
using TypedExplain.Testing;

namespace TypedExplain.Reports;

/// <summary>Pages on one decision, on a portfolio, and on two versions of a model. A report is a value: what it shows is handed to it, and it asks no model.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Report<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The title of the page; null for one that says what is on it.</summary>
    public string? Title { get; init; }

    /// <summary>Lines below the title, such as the case, the name and version of the model, and the date; the page has no clock of its own.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>For whom a page on a decision is.</summary>
    public ReportAudience Audience { get; init; }

    /// <summary>The principal reasons, for a page on a decision; null for none.</summary>
    public ReasonStatement<T>? Reasons { get; init; }

    /// <summary>What would change the decision, for a page on a decision; null for none.</summary>
    public RecourseOutcome<T>? Recourse { get; init; }

    /// <summary>What the model would answer if one feature were another, for a page on a decision: a curve for each feature.</summary>
    public IReadOnlyList<CeterisParibusCurve<T>> WhatIf { get; init; } = [];

    /// <summary>What features add alone and each two together, for a page on a decision; null for none.</summary>
    public ShapInteractions<T>? Interactions { get; init; }

    /// <summary>How far the explanation holds, for a page on a decision by effects; null for none.</summary>
    public TrustRegion<T>? Region { get; init; }

    /// <summary>The permutation importance of features, for a page on a portfolio; null for none.</summary>
    public FeatureImportances<T>? Importances { get; init; }

    /// <summary>Partial dependence and accumulated effects, for a page on a portfolio; those of the same feature and output are drawn together, and must be of one model: <see cref="CurvePicture"/> draws those of several under names.</summary>
    public IReadOnlyList<FeatureCurve<T>> Curves { get; init; } = [];

    /// <summary>Partial dependence on two features, and what pairs add to the effects of each, for a page on a portfolio.</summary>
    public IReadOnlyList<FeatureSurface<T>> Surfaces { get; init; } = [];

    /// <summary>How pictures are made; also whether protected features have their values.</summary>
    public PictureOptions Pictures { get; init; } = new();

    /// <summary>A page on one decision, by contributions.</summary>
    /// <param name="values">The contributions.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or a trust region is given, which is of effects.</exception>
    public ReportPage Decision(ShapValues<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new DecisionPage<T>(this).Of(values);
    }

    /// <summary>A page on one decision, by the effects of a linear method, with texts and images.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the trust region is that of another explanation.</exception>
    public ReportPage Decision(Explanation<T> explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return new DecisionPage<T>(this).Of(explanation);
    }

    /// <summary>A page on one decision whose explanation was held to a standard; one that was refused says so in place of the picture.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ReportPage Decision(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new DecisionPage<T>(this).Of(outcome);
    }

    /// <summary>A page on what a second version of a model changes.</summary>
    /// <param name="diff">The comparison.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ReportPage Versions(ModelDiff<T> diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return VersionsPage.Of(this, diff);
    }

    /// <summary>A page on a portfolio: what became of the instances, what matters, by segment, and how it depends on values. As large for a million explanations as for a hundred.</summary>
    /// <param name="summary">The explanations.</param>
    /// <param name="own">One of them, to be marked; null for none.</param>
    /// <exception cref="InvalidOptionException">The marked one is of another output or explainer than the rest, or an option is outside what it may be.</exception>
    public ReportPage Portfolio(PortfolioSummary<T> summary, ShapValues<T>? own = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return PortfolioPage.Of(this, summary, own);
    }

    /// <summary>Begins a page.</summary>
    internal PageWriter Begin(string title)
    {
        _ = PictureOptions.Checked(Pictures);
        if (Audience is not (ReportAudience.Customer or ReportAudience.Validator))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Audience of a report is {(int)Audience}; it must be Customer or Validator."));
        _ = Given(WhatIf, nameof(WhatIf));
        _ = Given(Curves, nameof(Curves));
        _ = Given(Surfaces, nameof(Surfaces));
        return new(Title ?? title, Given(Lines, nameof(Lines)));
    }

    private static IReadOnlyList<TItem> Given<TItem>(IReadOnlyList<TItem>? list, string name)
        where TItem : class
    {
        if (list is null)
            throw new InvalidOptionException($"{name} of a report is null; leave it out for none.");
        return list.Any(item => item is null) ? throw new InvalidOptionException($"{name} of a report holds null; leave that out.") : list;
    }

    internal CultureInfo Culture => Pictures.Culture ?? CultureInfo.InvariantCulture;
}

using TypedExplain.Decisions;
using TypedExplain.Hosting.Services;
using TypedExplain.Reports;

namespace TypedExplain.Hosting;

/// <summary>
/// Pages on decisions of a service, as its endpoint <c>/page</c> gives them: contributions, or else effects; the principal reasons and recourse,
/// where the options have a decision; and where the receipts of them are. Every question goes the way of all others, so it is remembered, kept
/// and counted as they are. It is a service of the application, keyed by the name of the model.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class DecisionPages<T>
    where T : IFeatureRecord<T>
{
    private readonly IExplanationService<T> _service;
    private readonly ExplanationService<T> _core;

    internal DecisionPages(IExplanationService<T> service, ExplanationService<T> core) => (_service, _core) = (service, core);

    /// <summary>Draws the page on an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="report">
    /// For whom the page is, and what stands on it besides, such as a title and the case. Reasons and recourse that it holds are shown as they
    /// are, and not asked for; values of protected features are told as the options of the service say. Null for a plain page.
    /// </param>
    /// <param name="cancellation">Ends the work within one batch.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">An option of the report is outside what it may be.</exception>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    public async ValueTask<ReportPage> DrawAsync(T instance, Report<T>? report = null, CancellationToken cancellation = default)
    {
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        report ??= new();
        bool decides = _core.Options.Decision is not null;
        Served<ReasonStatement<T>>? reasons = report.Reasons is null && decides && _core.HasReasons ? await _service.StateReasonsAsync(instance, cancellation).ConfigureAwait(false) : null;
        Served<RecourseOutcome<T>>? recourse = report.Recourse is null && decides ? await RecourseAsync(instance, cancellation).ConfigureAwait(false) : null;
        Report<T> whole = report with
        {
            Pictures = (report.Pictures ?? new()) with { ProtectedValues = _core.Options.ProtectedValues },
            Reasons = report.Reasons ?? reasons?.Result,
            Recourse = report.Recourse ?? recourse?.Result,
        };
        if (_core.HasContributions)
        {
            Served<ShapValues<T>> contributions = await _service.ContributeAsync(instance, cancellation).ConfigureAwait(false);
            return Kept(whole, ("contributions", contributions.Receipt), ("reasons", reasons?.Receipt), ("recourse", recourse?.Receipt)).Decision(contributions.Result);
        }

        Served<Outcome<T>> effects = await _service.ExplainAsync(instance, cancellation).ConfigureAwait(false);
        return Kept(whole, ("effects", effects.Receipt), ("reasons", reasons?.Receipt), ("recourse", recourse?.Receipt)).Decision(effects.Result);
    }

    /// <summary>The report with a line that says which receipts hold what it shows.</summary>
    private static Report<T> Kept(Report<T> report, params ReadOnlySpan<(string Of, LogEntry? Receipt)> results)
    {
        List<string> kept = [];
        foreach ((string of, LogEntry? receipt) in results)
        {
            if (receipt is not null)
                kept.Add($"{of} {receipt.Sequence}");
        }

        return kept.Count == 0 || report.Lines is null ? report : report with { Lines = [.. report.Lines, $"Receipts: {string.Join(", ", kept)}"] };
    }

    /// <summary>Recourse; null where the record's annotations do not say what a person can change, so that there is none to look for.</summary>
    private async ValueTask<Served<RecourseOutcome<T>>?> RecourseAsync(T instance, CancellationToken cancellation)
    {
        try
        {
            return await _service.FindRecourseAsync(instance, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOptionException)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Explainers.Certified;

/// <summary>The look for the trust region that a standard asks for, in what is left of a budget; it may fail as the model may.</summary>
internal sealed class RegionAttempt<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Explanation<T> _explanation;
    private readonly ExplanationStandard _standard;
    private readonly Run<T, TrustRegion<T>>? _run;

    /// <summary>The look for a region.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="model">The model.</param>
    /// <param name="standard">What is asked for.</param>
    /// <param name="budget">How many rows may be asked about.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public RegionAttempt(Explanation<T> explanation, IModelInfo<T> model, ExplanationStandard standard, int budget, CancellationToken cancellation)
    {
        (_explanation, _standard) = (explanation, standard);
        double halfWidth = standard.MinimumTrustHalfWidth;
        if (budget >= 1)
            _run = explanation.BeginTrustRegion(model, standard.TrustRegion with { StartHalfWidth = halfWidth, LargestHalfWidth = halfWidth, MaxQueries = Math.Min(budget, standard.TrustRegion.MaxQueries) }, cancellation);
        else
            Missed = [string.Create(CultureInfo.InvariantCulture, $"no query is left to look for the trust region of ±{halfWidth:0.###} standard deviations")];
    }

    /// <summary>The region; null where there is none yet, or the model failed.</summary>
    public TrustRegion<T>? Region { get; private set; }

    /// <summary>How many rows were asked about.</summary>
    public int Queries => (int)(_run?.Queries ?? 0);

    /// <summary>What the explanation lacks, once the look has ended.</summary>
    public ImmutableArray<string> Missed { get; private set; } = [];

    /// <summary>What the model is to be asked about next; null where the look has ended.</summary>
    public RowBatch<T>? TryNext()
    {
        try
        {
            if (_run is null)
                return null;
            if (_run.TryNext(out RowBatch<T>? rows))
                return rows;
            Region = _run.Result;
            Missed = _explanation.Missed(_standard, Region);
        }
        catch (TypedExplainException error) when (error is InvalidModelException or RemoteModelException or BudgetExhaustedException)
        {
            Missed = [$"the model failed when the trust region was looked for: {error.Message}"];
        }

        return null;
    }

    public void Dispose() => _run?.Dispose();
}

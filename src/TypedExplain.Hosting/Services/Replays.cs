using TypedExplain.Decisions;

namespace TypedExplain.Hosting.Services;

/// <summary>Makes results of receipts again: those of decisions by what states reasons and finds recourse now, the others by their own options.</summary>
internal static class Replays<T>
    where T : IFeatureRecord<T>
{
    public static ReplayOutcome Of(Receipt<T> receipt, IModel<T> model, Dataset<T>? background, Explainers<T> explainers, CancellationToken cancellation)
    {
        if (receipt.ReadReasons() is not null)
            return receipt.Replay(model, explainers.RequiredReasons(), cancellation);
        if (receipt.ReadRecourse() is not null)
            return receipt.Replay(model, explainers.RequiredRecourse(), cancellation);
        return receipt.Replay(model, background is null ? null : (WeightedRows<T>)background, cancellation);
    }
}

using System.Collections.Immutable;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Explanations.Plans;

/// <summary>What an explanation will ask for.</summary>
/// <param name="Least">The fewest rows that the model is asked about.</param>
/// <param name="Most">The most.</param>
/// <param name="Batches">The most batches that they come in.</param>
/// <param name="Way">How the numbers come about, in words.</param>
internal sealed record PlannedWork<T>(long Least, long Most, long Batches, string Way)
    where T : IFeatureRecord<T>
{
    /// <summary>What would be cheaper or better, in words.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Goes through the explanation, or a share of it, with made-up answers.</summary>
    public required Action<IModelInfo<T>, CancellationToken> Rehearse { get; init; }

    /// <summary>What share of the explanation's own work the rehearsal is at most.</summary>
    public double Rehearsed { get; init; } = 1;

    /// <summary>One row more may be asked about: what the instance's row stands for, where columns do not hold all of the instance.</summary>
    public PlannedWork<T> Checking(T instance) => RowOrigin<T>.Lost(instance, out _).IsEmpty ? this : this with { Most = Most + 1, Batches = Batches + 1 };
}

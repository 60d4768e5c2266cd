using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Training;

/// <summary>How training went.</summary>
/// <param name="Status">Why it ended.</param>
/// <param name="BestEpoch">The epoch whose parameters the model has, from 1; 0 where none was completed.</param>
/// <param name="BestTotal">Its validation loss with Σ λ·R; NaN where none was completed.</param>
/// <param name="Epochs">What each epoch came to.</param>
/// <param name="Lambdas">λ of each regularizer, in their order.</param>
/// <param name="TrainingRows">How many rows it learned from.</param>
/// <param name="ValidationRows">How many rows decided when to stop.</param>
public sealed record TrainingReport(TrainingStatus Status, int BestEpoch, double BestTotal, ImmutableArray<TrainingEpoch> Epochs, ImmutableArray<double> Lambdas, int TrainingRows, int ValidationRows)
{
    /// <summary>
    /// How many of the validation rows are training rows too, equal in every column and in the target. A loss on rows that were
    /// learned from flatters, and does not tell when to stop. Few are expected where records take few values.
    /// </summary>
    public int SharedRows { get; init; }

    /// <summary>Status, epochs and losses in a line; with a warning where most validation rows are training rows too.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} after {Epochs.Length} {Noun.Of(Epochs.Length, "epoch")}; best was {BestEpoch} with validation loss {BestTotal:G4}{(2 * SharedRows > ValidationRows ? $"; {SharedRows} of {ValidationRows} validation rows are training rows too, so that this loss flatters" : "")}");
}

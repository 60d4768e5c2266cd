using System.Diagnostics;

namespace TypedExplain.Models;

/// <summary>Asks a model that takes no token about a part of the rows at a time, so that it can be stopped between them.</summary>
internal static class ScoringInParts
{
    private const int FirstRows = 16;
    private const int MostGrowth = 8;

    // Short enough that whoever stops the work does not notice, and long enough that a model does not either.
    private static readonly TimeSpan s_part = TimeSpan.FromMilliseconds(20);

    /// <summary>Scores rows; in one batch where nobody can stop it.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static void Score<T>(IModel<T> model, EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
#pragma warning disable CA2016 // What takes a token is what calls this.
        if (!cancellation.CanBeCanceled)
        {
            model.Score(rows, scores);
            return;
        }

        int outputs = model.Outputs.Length, part = FirstRows;
        for (int first = 0, count; first < rows.Count; first += count)
        {
            cancellation.ThrowIfCancellationRequested();
            count = Math.Min(part, rows.Count - first);
            long started = Stopwatch.GetTimestamp();
            model.Score(rows.Slice(first, count), scores.Slice(first * outputs, count * outputs));
            double share = s_part / Stopwatch.GetElapsedTime(started);
            part = (int)Math.Clamp(count * Math.Min(share, MostGrowth), 1, rows.Count);
        }
#pragma warning restore CA2016
    }
}

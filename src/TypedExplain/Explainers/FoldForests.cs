using System.Collections.Immutable;
using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Growing;
using TypedExplain.Numerics;

namespace TypedExplain.Explainers;

/// <summary>
/// Forests that each learn from all samples except those of their fold. As a model, they answer with the mean of their predictions.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class FoldForests<T> : IModel<T>
    where T : IFeatureRecord<T>
{
    private readonly TreeEnsemble[] _forests = new TreeEnsemble[ForestAdjustment.Folds];

    /// <summary>Grows the forests.</summary>
    /// <param name="rows">The encoded samples; the first is the instance.</param>
    /// <param name="answers">What is to be learned of each.</param>
    /// <param name="options">How to grow.</param>
    /// <param name="stream">Its first numbers are the seeds of the forests.</param>
    /// <param name="cancellation">Gives up.</param>
    public FoldForests(ReadOnlySpan<double> rows, ReadOnlySpan<double> answers, ForestAdjustment options, RandomStream stream, CancellationToken cancellation)
    {
        int columns = T.Schema.Columns;
        ForestOptions growing = new()
        {
            Trees = options.Trees,
            MinLeafRows = options.MinLeafRows,
            FeaturesPerSplit = Math.Max(1, columns / 2),
            MaxThreads = 1,
        };
        for (int fold = 0; fold < _forests.Length; fold++)
        {
            List<double> seen = new(rows.Length), learned = new(answers.Length);
            for (int row = 0; row < answers.Length; row++)
            {
                if (FoldOf(row) == fold)
                    continue;
                seen.AddRange(rows.Slice(row * columns, columns));
                learned.Add(answers[row]);
            }

            _forests[fold] = TreeEnsemble.Grow([.. seen], columns, [.. learned], 0, growing with { Seed = (int)stream.Bits(fold) }, cancellation);
        }
    }

    public ImmutableArray<string> Outputs => ["residual"];

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        using Pooled memory = Pooled.Unset(rows.Count);
        scores = scores[..rows.Count];
        scores.Clear();
        foreach (TreeEnsemble forest in _forests)
        {
            forest.Score(rows.Values, memory.Span);
            for (int row = 0; row < scores.Length; row++)
                scores[row] += memory.Span[row] / _forests.Length;
        }
    }

    /// <summary>The prediction of each sample by the forest that has not seen it.</summary>
    /// <param name="rows">The encoded samples.</param>
    /// <param name="said">Where the predictions go.</param>
    public void OfUnseen(ReadOnlySpan<double> rows, Span<double> said)
    {
        int columns = T.Schema.Columns;
        using Pooled memory = Pooled.Unset(rows.Length + said.Length);
        for (int fold = 0; fold < _forests.Length; fold++)
        {
            int count = 0;
            for (int row = 0; row < said.Length; row++)
            {
                if (FoldOf(row) == fold)
                    rows.Slice(row * columns, columns).CopyTo(memory.Span[(count++ * columns)..]);
            }

            Span<double> own = memory.Span.Slice(rows.Length, count);
            _forests[fold].Score(memory.Span[..(count * columns)], own);
            for (int row = said.Length - 1; row >= 0; row--)
            {
                if (FoldOf(row) == fold)
                    said[row] = own[--count];
            }
        }
    }

    /// <summary>The fold of a sample. Both of a pair are in the same fold, because each tells much about the other.</summary>
    private static int FoldOf(int row) => (row + 1) / 2 % ForestAdjustment.Folds;
}

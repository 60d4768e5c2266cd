using System.Collections.Immutable;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Models;

/// <summary>
/// Compares a model's answer for an instance with that for the record that its row stands for. The model is asked only where
/// they differ and where it looked at records at all: a model of columns cannot tell the two apart.
/// </summary>
internal sealed class RowCheck<T>
    where T : IFeatureRecord<T>
{
    private readonly ImmutableArray<LostMember<T>> _members = [];

    private RowCheck()
    {
    }

    private RowCheck(ImmutableArray<LostMember<T>> members, RowBatch<T> asked) => (_members, Asked) = (members, asked);

    /// <summary>Nothing was lost.</summary>
    public static RowCheck<T> Nothing { get; } = new();

    /// <summary>What the instance's row stands for, which the model is to be asked about; null where it need not be.</summary>
    public RowBatch<T>? Asked { get; }

    /// <summary>How many rows the model is asked about.</summary>
    public int Queries => Asked is null ? 0 : 1;

    /// <summary>What a model is to be asked about what an instance's row stands for.</summary>
    /// <param name="model">The model.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="records">The records of the batch in which the model was asked about it.</param>
    public static RowCheck<T> Of(IModelInfo<T> model, T instance, RowRecords<T>? records)
    {
        if (records is not { WasRead: true })
            return Nothing;
        ImmutableArray<LostMember<T>> lost = RowOrigin<T>.Lost(instance, out T standIn);
        if (lost.IsEmpty)
            return Nothing;
        double[] columns = new double[T.Schema.Columns];
        T.Encode(instance, columns);
        return new(lost, new RowBatch<T>(model, columns, new SingleRecord<T>(standIn), new double[model.Outputs.Length]));
    }

    /// <summary>What was lost, for one of the model's outputs; null where its answer is the same.</summary>
    /// <param name="output">The output's position.</param>
    /// <param name="prediction">The answer for the instance.</param>
    public RowLoss<T>? Loss(int output, double prediction) =>
        Asked is null || Asked.Scores[output] == prediction ? null : new(_members, Asked.Scores[output]);
}

using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>
/// Compares a model's answer for an instance with that for the record that its row stands for. The model is asked only where
/// they differ and where it looked at records at all: a model of columns cannot tell the two apart.
/// </summary>
internal sealed class RowCheck<T>
    where T : IFeatureRecord<T>
{
    private readonly ImmutableArray<LostMember<T>> _members = [];
    private readonly double[] _answers = [];

    private RowCheck()
    {
    }

    private RowCheck(ImmutableArray<LostMember<T>> members, double[] answers) => (_members, _answers) = (members, answers);

    /// <summary>Nothing was lost.</summary>
    public static RowCheck<T> Nothing { get; } = new();

    /// <summary>How many rows the model was asked about.</summary>
    public int Queries => _answers.Length > 0 ? 1 : 0;

    /// <summary>Asks a model about what an instance's row stands for.</summary>
    /// <param name="model">The model.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="records">The records of the batch in which the model was asked about it.</param>
    public static RowCheck<T> Of(IModel<T> model, T instance, RowRecords<T> records)
    {
        if (!records.WasRead)
            return Nothing;
        ImmutableArray<LostMember<T>> lost = RowOrigin<T>.Lost(instance, out T standIn);
        if (lost.IsEmpty)
            return Nothing;
        double[] columns = new double[T.Schema.Columns], answers = new double[model.Outputs.Length];
        T.Encode(instance, columns);
        model.ScoreAll(new EncodedRows<T>(columns, new StandIn<T>(standIn)), answers);
        return new(lost, answers);
    }

    /// <summary>What was lost, for one of the model's outputs; null where its answer is the same.</summary>
    /// <param name="output">The output's position.</param>
    /// <param name="prediction">The answer for the instance.</param>
    public RowLoss<T>? Loss(int output, double prediction) =>
        _answers.Length == 0 || _answers[output] == prediction ? null : new(_members, _answers[output]);
}

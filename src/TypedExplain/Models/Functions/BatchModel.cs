using System.Collections.Immutable;
using TypedExplain.Errors;

namespace TypedExplain.Models.Functions;

/// <summary>Calls a function of many records once per batch, and counts its answers.</summary>
internal sealed class BatchModel<T>(Func<IReadOnlyList<T>, IReadOnlyList<double>> score) : IModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs { get; } = ["score"];

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        T[] records = new T[rows.Count];
        for (int row = 0; row < records.Length; row++)
            records[row] = rows.Decode(row);

        IReadOnlyList<double> answers = score(records);
        if (answers.Count != records.Length)
            throw new InvalidModelException($"The model gave {answers.Count} {Noun.Of(answers.Count, "answer")} for {records.Length} {Noun.Of(records.Length, "record")} of {T.Schema.Name}; it must give one for each.");
        for (int row = 0; row < records.Length; row++)
            scores[row] = answers[row];
    }
}

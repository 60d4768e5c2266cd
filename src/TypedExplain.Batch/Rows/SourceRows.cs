using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>Some rows of a source: records with their numbers, and what is wrong with the rows between them that are none.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SourceRows<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Rows as they were read.</summary>
    /// <param name="records">The records.</param>
    /// <param name="numbers">For each record the number of its row in the source, from 1; rising.</param>
    /// <param name="bad">The rows that are no records; one may be told several times, by column.</param>
    /// <exception cref="InvalidOptionException">There is not one number per record.</exception>
    public SourceRows(IReadOnlyList<T> records, IReadOnlyList<long> numbers, IReadOnlyList<BadRow> bad)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(bad);
        if (records.Count != numbers.Count)
            throw new InvalidOptionException($"numbers has {numbers.Count} {Noun.Of(numbers.Count, "item")} for {records.Count} {Noun.Of(records.Count, "record")}; it must have one for each.");
        (Records, Numbers, Bad) = (records, numbers, bad);
    }

    /// <summary>What the rows say, in the order of the source; bad rows are not among them.</summary>
    public IReadOnlyList<T> Records { get; }

    /// <summary>For each record the number of its row in the source, from 1.</summary>
    public IReadOnlyList<long> Numbers { get; }

    /// <summary>What is wrong with rows that are no records.</summary>
    public IReadOnlyList<BadRow> Bad { get; }
}

using System.Collections.Immutable;

namespace TypedExplain.Batch;

/// <summary>What the results of a job are.</summary>
/// <param name="Record">The name of the record.</param>
/// <param name="Question">What was asked, in a word.</param>
/// <param name="Columns">The columns, in their order.</param>
public sealed record ResultSchema(string Record, string Question, ImmutableArray<ResultColumn> Columns)
{
    /// <summary>The name of the record.</summary>
    public string Record { get; init; } = Record ?? throw new ArgumentNullException(nameof(Record));

    /// <summary>What was asked, in a word.</summary>
    public string Question { get; init; } = Question ?? throw new ArgumentNullException(nameof(Question));
}

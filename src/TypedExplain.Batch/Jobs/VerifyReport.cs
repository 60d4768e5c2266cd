using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Batch;

/// <summary>Whether the files of a job are what their manifests say, and whether rows that were made again are the same to the bit.</summary>
public sealed class VerifyReport
{
    internal VerifyReport(int shards, int unfinished, long rows, ImmutableArray<string> problems) => (Shards, Unfinished, Rows, Problems) = (shards, unfinished, rows, problems);

    /// <summary>How many finished shards were looked at.</summary>
    public int Shards { get; }

    /// <summary>How many shards have no manifest.</summary>
    public int Unfinished { get; }

    /// <summary>How many rows were made again.</summary>
    public long Rows { get; }

    /// <summary>What is not as it must be; empty where all is well.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Whether nothing is wrong with what is finished.</summary>
    public bool IsSound => Problems.IsEmpty;

    /// <summary>What was looked at, and what is wrong.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Shards} shards looked at{(Unfinished > 0 ? $", {Unfinished} not finished" : "")}; {Rows} rows made again, {(IsSound ? "all the same to the bit" : $"{Problems.Length} problems")}{string.Concat(Problems.Select(problem => "\n  " + problem))}");
}

using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>Whether the files of a job are what their manifests say, and whether rows that were made again are the same to the bit.</summary>
public sealed class VerifyReport
{
    internal VerifyReport(int shards, int unfinished, long rows, long leftOut, ImmutableArray<string> problems) => (Shards, Unfinished, Rows, LeftOut, Problems) = (shards, unfinished, rows, leftOut, problems);

    /// <summary>How many finished shards were looked at.</summary>
    public int Shards { get; }

    /// <summary>How many shards have no manifest.</summary>
    public int Unfinished { get; }

    /// <summary>How many rows were made again.</summary>
    public long Rows { get; }

    /// <summary>How many of the rows that were to be made again are of records that ended the process; they were not asked about.</summary>
    public long LeftOut { get; }

    /// <summary>What is not as it must be; empty where all is well.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Whether nothing is wrong with what is finished.</summary>
    public bool IsSound => Problems.IsEmpty;

    /// <summary>What was looked at, and what is wrong.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Shards} {Noun.Of(Shards, "shard")} looked at{(Unfinished > 0 ? $", {Unfinished} not finished" : "")}; {Rows} {Noun.Of(Rows, "row")} made again{(LeftOut > 0 ? $", {LeftOut} passed over, since their records ended the process" : "")}, {(IsSound ? "all the same to the bit" : $"{Problems.Length} {Noun.Of(Problems.Length, "problem")}")}{string.Concat(Problems.Select(problem => "\n  " + problem))}");
}

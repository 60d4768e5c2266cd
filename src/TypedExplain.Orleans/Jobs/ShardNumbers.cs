namespace TypedExplain.Orleans;

/// <summary>How many rows of a shard there are of which kind, so far or in all.</summary>
/// <param name="Rows">Records with results, refused ones included.</param>
/// <param name="Refused">Those of them without the answer that was asked for.</param>
/// <param name="Bad">Rows that are no records.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.ShardNumbers")]
public readonly record struct ShardNumbers([property: Id(0)] long Rows, [property: Id(1)] long Refused, [property: Id(2)] long Bad)
{
    internal ShardNumbers Plus(ShardNumbers other) => new(Rows + other.Rows, Refused + other.Refused, Bad + other.Bad);
}

using TypedExplain.Generated;

namespace TypedExplain.Decisions.Tests.Reasons.Support;

/// <summary>A record of so many numbers that nobody lists every coalition, each with a reason of its own; the last is protected, though it has one, too.</summary>
internal sealed record Wide(double[] Numbers) : IFeatureRecord<Wide>
{
    public const int Features = 20;

    private static readonly FeatureSchema<Wide> s_schema = new(nameof(Wide), [.. Enumerable.Range(0, Features).Select(i => new Feature<Wide> { Name = $"X{i}", Kind = FeatureKind.Real, Index = i, Column = i, Reasons = [new($"C{i:00}")], IsProtected = i == Features - 1 })])
    {
        Reasons = [.. Enumerable.Range(0, Features).Select(i => new Reason<Wide>($"C{i:00}", $"Number {i}"))],
    };

    static FeatureSchema<Wide> IFeatureRecord<Wide>.Schema => s_schema;

    /// <summary>Records drawn at random.</summary>
    public static Dataset<Wide> Draw(int count, int seed)
    {
        RandomStream stream = new(seed, "wide");
        return new(Enumerable.Range(0, count).Select(i => new Wide([.. Enumerable.Range(0, Features).Select(j => stream.Uniform((i * Features) + j))])));
    }

    static void IFeatureRecord<Wide>.Encode(in Wide record, Span<double> columns) => record.Numbers.CopyTo(columns);

    static Wide IFeatureRecord<Wide>.Decode(ReadOnlySpan<double> columns) => new(columns.ToArray());

    static void IFeatureRecord<Wide>.Interpret(in Interpretation rows) => throw new NotSupportedException();

    static void IFeatureRecord<Wide>.Perturb(in Perturbation rows) => throw new NotSupportedException();
}

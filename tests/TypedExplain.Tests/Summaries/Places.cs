using System.Globalization;
using TypedExplain.Generated;

namespace TypedExplain.Tests.Summaries;

/// <summary>A category with ten thousand names: a schema that nobody writes down.</summary>
/// <param name="Category">The position of the category.</param>
internal sealed record Places(int Category) : IFeatureRecord<Places>
{
    public const int Names = 10_000;

    public static FeatureSchema<Places> Schema { get; } = new(nameof(Places), new Feature<Places>
    {
        Name = "Place",
        Kind = FeatureKind.Category,
        Index = 0,
        Column = 0,
        Encoding = CategoryEncoding.Code,
        Categories = [.. Enumerable.Range(0, Names).Select(name => string.Create(CultureInfo.InvariantCulture, $"place {name}"))],
    });

    public static void Encode(in Places record, Span<double> columns) => columns[0] = record.Category;

    public static Places Decode(ReadOnlySpan<double> columns) => new((int)columns[0]);

    public static void Interpret(in Interpretation rows) => throw new NotSupportedException();

    public static void Perturb(in Perturbation rows) => throw new NotSupportedException();
}

using System.Globalization;
using TypedExplain.Generated;

namespace TypedExplain.Tests.Summaries;

/// <summary>Two thousand numbers, all the same in a row: a schema that nobody writes down.</summary>
/// <param name="Number">What all the numbers are.</param>
internal sealed record Numbers2000(double Number) : IFeatureRecord<Numbers2000>
{
    public const int Features = 2000;

    public static FeatureSchema<Numbers2000> Schema { get; } = new(nameof(Numbers2000), [.. Enumerable.Range(0, Features).Select(index => new Feature<Numbers2000>
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"Number{index}"),
        Kind = FeatureKind.Real,
        Index = index,
        Column = index,
    })]);

    public static void Encode(in Numbers2000 record, Span<double> columns) => columns.Fill(record.Number);

    public static Numbers2000 Decode(ReadOnlySpan<double> columns) => new(columns[0]);

    public static void Interpret(in Interpretation rows) => throw new NotSupportedException();

    public static void Perturb(in Perturbation rows) => throw new NotSupportedException();
}

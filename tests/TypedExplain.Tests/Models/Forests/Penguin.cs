using TypedExplain.Generated;

namespace TypedExplain.Tests.Models.Forests;

internal enum Island
{
    Biscoe,
    Dream,
    Torgersen,
}

internal enum Species
{
    Adelie,
    Chinstrap,
    Gentoo,
}

/// <summary>A record of one number and one category, with the part of the seam written by hand that a forest uses.</summary>
internal sealed record Penguin(double Mass, Island Island) : IFeatureRecord<Penguin>
{
    private static readonly FeatureSchema<Penguin> s_schema = new(
        nameof(Penguin),
        new Feature<Penguin> { Name = nameof(Mass), Kind = FeatureKind.Real, Index = 0, Column = 0, Unit = "g" },
        new Feature<Penguin> { Name = nameof(Island), Kind = FeatureKind.Category, Index = 1, Column = 1, Categories = ["Biscoe", "Dream", "Torgersen"] });

    static FeatureSchema<Penguin> IFeatureRecord<Penguin>.Schema => s_schema;

    static void IFeatureRecord<Penguin>.Encode(in Penguin record, Span<double> columns)
    {
        columns[0] = record.Mass;
        Cell.FromCategory((int)record.Island, columns.Slice(1, 3));
    }

    static Penguin IFeatureRecord<Penguin>.Decode(ReadOnlySpan<double> columns) =>
        new(columns[0], (Island)Cell.ToCategory(columns.Slice(1, 3)));

    static void IFeatureRecord<Penguin>.Interpret(in Interpretation rows) => throw new NotSupportedException();

    static void IFeatureRecord<Penguin>.Perturb(in Perturbation rows) => throw new NotSupportedException();
}

using System.Collections.Immutable;

namespace TypedExplain.Decisions.Tests.Support;

/// <summary>Small schemas with every rule that there is, instances of them, and forests over them, all by a number.</summary>
internal sealed class RandomLattices(int number)
{
    private readonly RandomStream _stream = new(number, "lattices");
    private long _next;

    /// <summary>States a schema of a few features of every kind.</summary>
    public FeatureSchema<Lattice> Schema()
    {
        int count = 3 + Choose(4);
        List<Feature<Lattice>> features = [];
        int column = 0;
        for (int index = 0; index < count; index++)
        {
            Feature<Lattice> feature = Feature(index, column, features);
            column += feature.ColumnCount;
            features.Add(feature);
        }

        return Lattice.Use([.. features]);
    }

    /// <summary>An instance of the schema that breaks no rule between features.</summary>
    public Lattice Instance(FeatureSchema<Lattice> schema)
    {
        double[] row = new double[schema.Columns];
        foreach (Feature<Lattice> feature in schema.Features)
        {
            Span<double> own = row.AsSpan(feature.Column, feature.ColumnCount);
            if (feature.Kind == FeatureKind.Category)
                feature.WriteCategory(Choose(feature.Categories.Length), own);
            else
                own[0] = feature.Kind == FeatureKind.Flag ? Choose(2) : feature.Kind == FeatureKind.Real ? 0.5 * Choose(8) : Choose((int)Math.Min(6, feature.Limits.Maximum) + 1);
        }

        foreach (Feature<Lattice> feature in schema.Features.Where(feature => feature.Within is not null))
            row[feature.Column] = Math.Min(row[feature.Column], row[schema.Features[feature.Within!.Value].Column]);
        return new([.. row]);
    }

    /// <summary>A forest that asks about every column.</summary>
    public Forest<Lattice> Forest(FeatureSchema<Lattice> schema) => ForestOf.Trees<Lattice>([.. Enumerable.Range(0, 1 + Choose(5)).Select(_ => Node(schema, 4))]);

    /// <summary>One of some numbers from 0 on.</summary>
    public int Choose(int count) => _stream.Choose(_next++, count);

    private ForestOf.Node Node(FeatureSchema<Lattice> schema, int depth) => depth == 0 || Choose(5) == 0
        ? new((Choose(2001) - 1000) / 500.0)
        : new(0, Choose(schema.Columns), Choose(14) * 0.5 + 0.25, Node(schema, depth - 1), Node(schema, depth - 1));

    private Feature<Lattice> Feature(int index, int column, List<Feature<Lattice>> before)
    {
        FeatureKind kind = (FeatureKind)Choose(5);
        bool isNumber = kind is FeatureKind.Real or FeatureKind.Whole;
        int levels = 2 + Choose(3);
        int[] numbers = [.. before.Where(other => other.Kind is FeatureKind.Real or FeatureKind.Whole && other.MovesWith.IsEmpty && other.Within is null).Select(other => other.Index)];
        int[] sources = [.. before.Where(other => other.Kind is FeatureKind.Whole or FeatureKind.Flag or FeatureKind.Ordinal).Select(other => other.Index)];
        ImmutableArray<FeatureLink> links = kind == FeatureKind.Whole && sources.Length > 0 && Choose(2) == 0
            ? [.. Enumerable.Range(0, 1 + Choose(Math.Min(2, sources.Length))).Select(i => new FeatureLink(sources[(i + Choose(sources.Length)) % sources.Length], Choose(3) - 1 is var factor && factor == 0 ? 2 : factor)).DistinctBy(link => link.Source)]
            : [];
        return new()
        {
            Name = $"F{index}",
            Index = index,
            Column = column,
            Kind = kind,
            Encoding = Choose(2) == 0 ? CategoryEncoding.Code : CategoryEncoding.OneHot,
            Categories = kind is FeatureKind.Category or FeatureKind.Ordinal ? [.. Enumerable.Range(0, levels).Select(level => $"L{level}")] : [],
            Limits = isNumber ? new(0, 6) : kind == FeatureKind.Ordinal ? new(0, levels - 1) : FeatureRange.Unbounded,
            Step = kind == FeatureKind.Real ? 0.5 * (1 + Choose(2)) : isNumber && Choose(3) == 0 ? 2 : null,
            MostSteps = isNumber && Choose(3) == 0 ? 1 + Choose(3) : null,
            Cost = Choose(2) == 0 ? null : 0.5 * (1 + Choose(6)),
            Constraints = Choose(5) == 0 ? FeatureConstraints.Immutable
                : kind == FeatureKind.Category || Choose(2) == 0 ? FeatureConstraints.None
                : Choose(2) == 0 ? FeatureConstraints.OnlyIncreases : FeatureConstraints.OnlyDecreases,
            MovesWith = links,
            Within = isNumber && numbers.Length > 0 && Choose(3) == 0 ? numbers[Choose(numbers.Length)] : null,
        };
    }
}

using System.Collections.Immutable;

namespace TypedExplain.Decisions.Tests.Support;

/// <summary>All rows that the annotations of a schema let an action lead to, written down one by one without any of the library's code for it: the slow twin of the search.</summary>
internal static class Everything
{
    /// <summary>A reachable row, what it costs, and which features an action chooses to change.</summary>
    public sealed record Row(double[] Columns, double Cost, ImmutableHashSet<int> Changed);

    public static IEnumerable<Row> Of<T>(FeatureSchema<T> schema, double[] instance)
        where T : IFeatureRecord<T>
    {
        (double Value, double Cost)[][] values = [.. schema.Features.Select(feature => Values(feature, Number(feature, instance)).ToArray())];
        int[] at = new int[values.Length];
        while (true)
        {
            double[] row = [.. instance];
            double[] number = [.. schema.Features.Select((feature, i) => values[i][at[i]].Value)];
            foreach (Feature<T> feature in InOrder(schema))
            {
                // What it moves with comes first.
                number[feature.Index] += feature.MovesWith.Sum(link => link.Factor * (number[link.Source] - Number(schema.Features[link.Source], instance)));
            }

            foreach (Feature<T> feature in schema.Features)
                Write(feature, number[feature.Index], row);
            if (Violations(schema, instance, number).Count == 0)
                yield return new(row, at.Select((option, i) => values[i][option].Cost).Sum(), [.. Enumerable.Range(0, at.Length).Where(i => at[i] > 0)]);

            int next = 0;
            while (next < at.Length && ++at[next] == values[next].Length)
                at[next++] = 0;
            if (next == at.Length)
                yield break;
        }
    }

    /// <summary>The rules between features, and the limits, that a row breaks.</summary>
    private static List<string> Violations<T>(FeatureSchema<T> schema, double[] instance, double[] number)
        where T : IFeatureRecord<T>
    {
        List<string> broken = [];
        foreach (Feature<T> feature in schema.Features)
        {
            double own = Number(feature, instance);
            if (feature.IsNumeric && number[feature.Index] != own && (number[feature.Index] < feature.Limits.Minimum || number[feature.Index] > feature.Limits.Maximum))
                broken.Add($"{feature} outside");
            if (feature.Within is { } other && number[feature.Index] > number[other])
                broken.Add($"{feature} above another");
        }

        return broken;
    }

    private static IEnumerable<(double Value, double Cost)> Values<T>(Feature<T> feature, double own)
        where T : IFeatureRecord<T>
    {
        yield return (own, 0);
        if (feature.Constraints == FeatureConstraints.Immutable)
            yield break;
        double cost = feature.Cost ?? 1;
        bool mayRise = feature.Constraints != FeatureConstraints.OnlyDecreases, mayFall = feature.Constraints != FeatureConstraints.OnlyIncreases;
        if (feature.Kind == FeatureKind.Category)
        {
            for (int category = 0; category < feature.Categories.Length; category++)
            {
                if (category != own)
                    yield return (category, cost);
            }

            yield break;
        }

        double step = feature.Step ?? 1, least = feature.Kind == FeatureKind.Flag ? 0 : feature.Limits.Minimum, largest = feature.Kind == FeatureKind.Flag ? 1 : feature.Limits.Maximum;
        for (int steps = 1; steps <= (feature.MostSteps ?? 1000); steps++)
        {
            if (mayRise && own + (steps * step) <= largest)
                yield return (own + (steps * step), steps * cost);
            if (mayFall && own - (steps * step) >= least)
                yield return (own - (steps * step), steps * cost);
        }
    }

    private static IEnumerable<Feature<T>> InOrder<T>(FeatureSchema<T> schema)
        where T : IFeatureRecord<T>
    {
        HashSet<int> done = [];
        while (done.Count < schema.Features.Length)
        {
            foreach (Feature<T> feature in schema.Features.Where(feature => !done.Contains(feature.Index) && feature.MovesWith.All(link => done.Contains(link.Source))))
            {
                done.Add(feature.Index);
                if (!feature.MovesWith.IsEmpty)
                    yield return feature;
            }
        }
    }

    private static double Number<T>(Feature<T> feature, double[] row)
        where T : IFeatureRecord<T> => feature is { Kind: FeatureKind.Category, Encoding: CategoryEncoding.OneHot } ? Array.IndexOf(row, 1.0, feature.Column, feature.ColumnCount) - feature.Column : row[feature.Column];

    private static void Write<T>(Feature<T> feature, double number, double[] row)
        where T : IFeatureRecord<T>
    {
        if (feature is { Kind: FeatureKind.Category, Encoding: CategoryEncoding.OneHot })
        {
            for (int i = 0; i < feature.ColumnCount; i++)
                row[feature.Column + i] = i == number ? 1 : 0;
        }
        else
        {
            row[feature.Column] = number;
        }
    }
}

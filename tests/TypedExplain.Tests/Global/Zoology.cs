using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Rows and models for laws of global explanations.</summary>
internal static class Zoology
{
    /// <summary>Random records of a schema.</summary>
    public static Dataset<T> Background<T>(int rows = 30)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(11);
        return new(Enumerable.Range(0, rows).Select(_ => twin.Random(random)));
    }

    /// <summary>A model that holds each row that it is asked about to be one that a record has.</summary>
    public static IModel<T> Legal<T>(IModel<T> model)
        where T : IFeatureRecord<T> => Model.FromRows<T>((rows, scores) =>
        {
            double[] again = new double[T.Schema.Columns];
            for (int row = 0; row < rows.Count; row++)
            {
                T.Encode(T.Decode(rows[row]), again);
                Assert.Equal(again, rows[row].ToArray());
            }

            model.Score(rows, scores);
        });

    /// <summary>The answer for one row of columns.</summary>
    public static double Answer<T>(IModel<T> model, double[] columns)
        where T : IFeatureRecord<T>
    {
        double[] score = new double[1];
        model.Score(new EncodedRows<T>(columns), score);
        return score[0];
    }

    /// <summary>The row with a value of a feature, by what the schema says of columns; null where it cannot have one.</summary>
    public static double[]? With<T>(double[] row, Feature<T> feature, GridPoint point)
        where T : IFeatureRecord<T>
    {
        double[] columns = [.. row];
        bool ownFlag = feature.Index + 1 < T.Schema.Features.Length && T.Schema.Features[feature.Index + 1] is { Kind: FeatureKind.Missing, Covers: 1 };
        int start = feature.Kind == FeatureKind.Missing ? T.Schema.Features[feature.Index - feature.Covers].Column : feature.Column, end = feature.Column + feature.ColumnCount;
        foreach (Feature<T> missing in T.Schema.Features.Skip(feature.Index + (ownFlag ? 2 : 1)).Where(other => other.Kind == FeatureKind.Missing && other.Index - other.Covers <= feature.Index))
        {
            if (row[missing.Column] == 1)
                return null;
        }

        if (feature.Kind == FeatureKind.Missing)
        {
            if (row[feature.Column] == 1)
                return null;
            if (point.Value == 1)
            {
                Array.Clear(columns, start, end - start);
                columns[feature.Column] = 1;
            }

            return columns;
        }

        Array.Clear(columns, start, end - start + (ownFlag ? 1 : 0));
        if (point.IsMissing)
            columns[end] = 1;
        else if (feature is { Kind: FeatureKind.Category, Encoding: CategoryEncoding.OneHot })
            columns[start + (int)point.Value] = 1;
        else if (feature.Kind == FeatureKind.Category)
            feature.WriteCategory((int)point.Value, columns.AsSpan(start, end - start));
        else
            columns[start] = point.Value;
        return columns;
    }

    /// <summary>The rows of a data set, as columns.</summary>
    public static double[][] Rows<T>(Dataset<T> data)
        where T : IFeatureRecord<T> => [.. Enumerable.Range(0, data.Count).Select(row => data.Encoded[row].ToArray())];

    /// <summary>Features that can be looked at by themselves: not beyond a few of each record.</summary>
    public static IEnumerable<Feature<T>> Features<T>()
        where T : IFeatureRecord<T> => T.Schema.Features.Where((_, i) => T.Schema.Features.Length <= 30 || i % (T.Schema.Features.Length / 20) == 0);
}

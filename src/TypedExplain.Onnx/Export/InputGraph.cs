using TypedExplain.Onnx.Files;
using TypedExplain.Training.Models;

namespace TypedExplain.Onnx.Export;

/// <summary>
/// Writes how an encoded row becomes the inputs of a network, with standard operators on whole matrices and in double
/// precision: X·A for what is affine, then logarithms, circles and categories each from their columns, put in place by a matrix.
/// </summary>
internal sealed class InputGraph<T>(GraphWriter graph, InputMap<T> map)
    where T : IFeatureRecord<T>
{
    private const double LogOf2 = 0.693147180559945309417232121458;

    // Below every number whose logarithm is taken, and above what stands where a number is missing.
    private const double Smallest = 1e-300;
    private const double Half = 0.5;

    private readonly int _columns = T.Schema.Columns;
    private readonly int _inputs = map.Inputs;

    /// <summary>The inputs, in single precision, for the rows of an input.</summary>
    public string Of(string rows)
    {
        string sum = Affine(rows);
        foreach (string? part in new[] { Logarithms(rows), Circles(rows), Categories(rows) })
            sum = part is null ? sum : graph.Node("Add", [sum, part]);
        string present = Present(rows) is { } mask ? graph.Node("Mul", [sum, mask]) : sum;
        return Cast(present, OnnxTensor.SingleType);
    }

    private string Affine(string rows)
    {
        double[] weights = new double[_columns * _inputs], shift = new double[_inputs];
        foreach (Feature<T> feature in T.Schema.Features.Where(IsAffine))
        {
            (int first, int count) = map.Of(feature);
            for (int i = 0; i < count; i++)
                weights[((feature.Column + i) * _inputs) + first + i] = feature.IsNumeric ? 1 / map.Scales[feature.Index] : 1;
            if (feature.IsNumeric)
                shift[first] = -map.Means[feature.Index] / map.Scales[feature.Index];
        }

        return graph.Node("Add", [Product(rows, weights, _columns, _inputs), graph.Numbers(shift, _inputs)]);
    }

    private string? Logarithms(string rows)
    {
        Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.Scale == FeatureScale.Log)];
        if (features.Length == 0)
            return null;
        string numbers = graph.Node("Add", [Columns(rows, features.Select(feature => feature.Column)), graph.Numbers([.. features.Select(feature => feature.LogOffset)], features.Length)]);
        string logarithms = graph.Node("Log", [graph.Node("Max", [numbers, graph.Numbers([Smallest], 1)])]);
        double[] weights = new double[features.Length * _inputs], shift = new double[_inputs];
        for (int i = 0; i < features.Length; i++)
        {
            (int first, _) = map.Of(features[i]);
            double scale = map.Scales[features[i].Index];
            weights[(i * _inputs) + first] = 1 / (LogOf2 * scale);
            shift[first] = -map.Means[features[i].Index] / scale;
        }

        return graph.Node("Add", [Product(logarithms, weights, features.Length, _inputs), graph.Numbers(shift, _inputs)]);
    }

    private string? Circles(string rows)
    {
        Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.Scale == FeatureScale.Cyclic)];
        if (features.Length == 0)
            return null;

        // Sine and cosine of an angle: the sine of the angle, and of a quarter of a turn more.
        int count = 2 * features.Length;
        double[] factors = new double[count], shifts = new double[count], weights = new double[count * _inputs];
        for (int i = 0; i < count; i++)
        {
            FeatureRange range = T.Schema.Axes[features[i / 2].Index].Range;
            factors[i] = 2 * Math.PI / (range.Maximum - range.Minimum);
            shifts[i] = (-range.Minimum * factors[i]) + (i % 2 * Math.PI / 2);
            weights[(i * _inputs) + map.Of(features[i / 2]).First + (i % 2)] = 1;
        }

        string numbers = Columns(rows, features.SelectMany(feature => new[] { feature.Column, feature.Column }));
        string angles = graph.Node("Add", [graph.Node("Mul", [numbers, graph.Numbers(factors, count)]), graph.Numbers(shifts, count)]);
        return Product(graph.Node("Sin", [angles]), weights, count, _inputs);
    }

    private string? Categories(string rows)
    {
        Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.Kind == FeatureKind.Category && feature.Encoding != CategoryEncoding.OneHot)];
        if (features.Length == 0)
            return null;

        // A category is the one whose code lies nearer than half way to any other's.
        int count = features.Sum(feature => feature.Categories.Length), at = 0;
        double[] reading = new double[_columns * count], codes = new double[count], reach = new double[count], weights = new double[count * _inputs];
        foreach (Feature<T> feature in features)
        {
            double[] own = [.. Enumerable.Range(0, feature.Categories.Length).Select(category => feature.Encoding == CategoryEncoding.Given ? feature.Codes[category] : category)];
            for (int category = 0; category < own.Length; category++, at++)
            {
                for (int column = 0; column < feature.ColumnCount; column++)
                    reading[((feature.Column + column) * count) + at] = feature.Encoding == CategoryEncoding.Binary ? DigitValue(feature, column) : 1;
                codes[at] = own[category];
                reach[at] = own.Where((_, other) => other != category).Select(other => Math.Abs(other - own[category]) / 2).DefaultIfEmpty(Half).Min();
                weights[(at * _inputs) + map.Of(feature).First + category] = 1;
            }
        }

        string distance = graph.Node("Abs", [graph.Node("Sub", [Product(rows, reading, _columns, count), graph.Numbers(codes, count)])]);
        string isOwn = Cast(graph.Node("Less", [distance, graph.Numbers(reach, count)]), OnnxTensor.DoubleType);
        return Product(isOwn, weights, count, _inputs);
    }

    /// <summary>1 for every input whose value is there, and 0 where one of the flags that cover it is set; null where nothing can be missing.</summary>
    private string? Present(string rows)
    {
        if (T.Schema.IsComplete)
            return null;
        double[] weights = new double[_columns * _inputs];
        foreach (Feature<T> flag in T.Schema.Features.Where(feature => feature.Kind == FeatureKind.Missing))
        {
            foreach (Feature<T> covered in T.Schema.Features.AsSpan()[(flag.Index - flag.Covers)..flag.Index])
            {
                (int first, int count) = map.Of(covered);
                weights.AsSpan((flag.Column * _inputs) + first, count).Fill(1);
            }
        }

        return Cast(graph.Node("Less", [Product(rows, weights, _columns, _inputs), graph.Numbers([Half], 1)]), OnnxTensor.DoubleType);
    }

    /// <summary>What a digit of a category's number counts, read off how the schema writes the numbers.</summary>
    private static double DigitValue(Feature<T> feature, int column)
    {
        Span<double> digits = stackalloc double[feature.ColumnCount];
        for (int value = 1; value < feature.Categories.Length; value *= 2)
        {
            feature.WriteCategory(value, digits);
            if (digits[column] != 0)
                return value;
        }

        return 0;
    }

    private static bool IsAffine(Feature<T> feature) =>
        feature.IsNumeric ? feature.Scale == FeatureScale.Linear : feature.Kind != FeatureKind.Category || feature.Encoding == CategoryEncoding.OneHot;

    private string Columns(string rows, IEnumerable<int> columns) =>
        graph.Node("Gather", [rows, graph.Integers([.. columns.Select(column => (long)column)])], Attributes.Integer("axis", 1));

    private string Product(string rows, double[] weights, int from, int to) => graph.Node("MatMul", [rows, graph.Numbers(weights, from, to)]);

    private string Cast(string value, int type) => graph.Node("Cast", [value], Attributes.Integer("to", type));
}

using System.Numerics;
using TypedExplain.Files;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Training.Models;

/// <summary>
/// How an encoded row becomes the inputs of a network. A number is standardized on its scale by the training rows (÷ n − 1),
/// a circle becomes sine and cosine, a category one input per name; flags and missingness stay 1 or 0. A missing number
/// counts as the mean, and every input of another missing value is 0.
/// </summary>
internal sealed class InputMap<T>
    where T : IFeatureRecord<T>
{
    private const double LogOf2 = 0.693147180559945309417232121458;

    private readonly int[] _first;

    /// <summary>Numbers that always have a value and are measured as they are: one subtraction and one division each.</summary>
    private readonly (int Column, int Input, double Mean, double Scale)[] _plain;
    private readonly Feature<T>[] _others;

    public InputMap(double[] means, double[] scales)
    {
        Means = means;
        Scales = scales;
        _first = new int[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            _first[feature.Index] = Inputs;
            Inputs += InputsOf(feature);
        }

        Feature<T>[] plain = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.Scale == FeatureScale.Linear && !T.Schema.IsNullable(feature))];
        _plain = [.. plain.Select(feature => (feature.Column, _first[feature.Index], means[feature.Index], scales[feature.Index]))];
        _others = [.. T.Schema.Features.Except(plain)];
    }

    /// <summary>Per feature: what is taken off a number on its scale.</summary>
    public double[] Means { get; }

    /// <summary>Per feature: what it is divided by then; 1 where it never varied.</summary>
    public double[] Scales { get; }

    /// <summary>How many inputs a row has.</summary>
    public int Inputs { get; }

    /// <summary>How many inputs a record has.</summary>
    public static int Width { get; } = T.Schema.Features.Sum(InputsOf);

    /// <summary>The map that training rows give.</summary>
    public static InputMap<T> Of(Dataset<T> rows)
    {
        FeatureStatistics<T> statistics = rows.Statistics;
        double[] scales = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            int present = 0;
            for (int row = 0; row < rows.Count; row++)
                present += feature.IsPresent(rows.Encoded[row]) ? 1 : 0;
            double deviation = present < 2 ? 0 : statistics.Deviation[feature] * Math.Sqrt(present / (present - 1.0));
            scales[feature.Index] = deviation == 0 ? 1 : deviation;
        }

        return new(statistics.Mean.AsSpan().ToArray(), scales);
    }

    /// <summary>The map that <see cref="Write(BinaryWriter)"/> stored.</summary>
    public static InputMap<T> Read(StoredReader reader)
    {
        double[] means = reader.ReadDoubles(), scales = reader.ReadDoubles();
        if (means.Length != T.Schema.Features.Length || scales.Length != means.Length)
            throw reader.Damaged($"{means.Length} means and {scales.Length} scales do not fit {T.Schema.Features.Length} features");
        return Array.TrueForAll(scales, scale => scale > 0) ? new(means, scales) : throw reader.Damaged("a scale is not above 0");
    }

    /// <summary>Stores the map.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Means);
        writer.Write(Scales);
    }

    /// <summary>The first input of a feature, and how many it has.</summary>
    public (int First, int Count) Of(Feature<T> feature) => (_first[feature.Index], InputsOf(feature));

    /// <summary>Writes encoded rows as inputs.</summary>
    public void Write<TNumber>(ReadOnlySpan<double> rows, Span<TNumber> inputs)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int columns = T.Schema.Columns;
        for (int row = 0, at = 0; row < rows.Length; row += columns, at += Inputs)
        {
            ReadOnlySpan<double> own = rows.Slice(row, columns);
            Span<TNumber> to = inputs.Slice(at, Inputs);
            foreach ((int column, int input, double mean, double scale) in _plain)
                to[input] = TNumber.CreateTruncating((own[column] - mean) / scale);
            foreach (Feature<T> feature in _others)
                Write(feature, own, to.Slice(_first[feature.Index], InputsOf(feature)));
        }
    }

    /// <summary>Carries a gradient from the inputs of a row back to its columns.</summary>
    public void CarryBack(ReadOnlySpan<double> row, ReadOnlySpan<float> inputGradient, Span<double> gradient)
    {
        gradient.Clear();
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!feature.IsPresent(row))
                continue;
            ReadOnlySpan<float> own = inputGradient.Slice(_first[feature.Index], InputsOf(feature));
            Axis axis = T.Schema.Axes[feature.Index];
            double value = row[feature.Column];
            switch (feature.Kind, feature.Scale)
            {
                case (FeatureKind.Category, _) when feature.Encoding == CategoryEncoding.OneHot:
                    for (int i = 0; i < own.Length; i++)
                        gradient[feature.Column + i] = own[i];
                    break;
                case (FeatureKind.Category, _):
                    break;
                case (_, FeatureScale.Cyclic):
                    (double sine, double cosine) = SineAndCosine(axis, value);
                    gradient[feature.Column] = ((own[0] * cosine) - (own[1] * sine)) * (2 * Math.PI / (axis.Range.Maximum - axis.Range.Minimum));
                    break;
                case (_, FeatureScale.Log):
                    gradient[feature.Column] = own[0] / (Scales[feature.Index] * LogOf2 * (value + feature.LogOffset));
                    break;
                default:
                    gradient[feature.Column] = feature.IsNumeric ? own[0] / Scales[feature.Index] : own[0];
                    break;
            }
        }
    }

    private void Write<TNumber>(Feature<T> feature, ReadOnlySpan<double> row, Span<TNumber> inputs)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        inputs.Clear();
        if (!feature.IsPresent(row))
            return;
        Axis axis = T.Schema.Axes[feature.Index];
        double value = row[feature.Column];
        if (feature.Scale == FeatureScale.Cyclic && feature.IsNumeric)
        {
            (double sine, double cosine) = SineAndCosine(axis, value);
            (inputs[0], inputs[1]) = (TNumber.CreateTruncating(sine), TNumber.CreateTruncating(cosine));
        }
        else if (feature.IsNumeric)
        {
            inputs[0] = TNumber.CreateTruncating((axis.Scaled(value) - Means[feature.Index]) / Scales[feature.Index]);
        }
        else if (feature.Kind == FeatureKind.Category && feature.Encoding != CategoryEncoding.OneHot)
        {
            inputs[feature.CategoryIn(row)] = TNumber.One;
        }
        else
        {
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = TNumber.CreateTruncating(row[feature.Column + i]);
        }
    }

    private static int InputsOf(Feature<T> feature) =>
        feature.Kind == FeatureKind.Category ? feature.Categories.Length : feature.IsNumeric && feature.Scale == FeatureScale.Cyclic ? 2 : 1;

    private static (double Sine, double Cosine) SineAndCosine(Axis axis, double value)
    {
        double turns = (value - axis.Range.Minimum) / (axis.Range.Maximum - axis.Range.Minimum);
        return VectorMath.SinCosOfTurns(turns - Math.Floor(turns));
    }
}

using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace TypedExplain;

/// <summary>One number per feature of a record. The generator adds a property with each feature's name.</summary>
/// <typeparam name="T">The record.</typeparam>
public class FeatureVector<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _values;

    internal FeatureVector(double[] values) => _values = values;

    /// <summary>The number of one feature.</summary>
    /// <param name="feature">The feature.</param>
    public double this[Feature<T> feature] => _values[feature.Index];

    /// <summary>The number of the feature at a position of the schema.</summary>
    /// <param name="index">The position, from 0.</param>
    public double this[[OptionRange(AtLeast = 0)] int index] => _values[index];

    /// <summary>For generated code: the numbers of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FeatureVector<TInner> VectorOf<TInner>(int feature)
        where TInner : IFeatureRecord<TInner> =>
        new(_values.AsSpan(feature, TInner.Schema.Features.Length).ToArray());

    /// <summary>For generated code: the numbers of an array.</summary>
    /// <param name="feature">Position of the feature of its first number.</param>
    /// <param name="length">Its length.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FeatureSpan SpanOf(int feature, int length) => new(_values.AsSpan(feature, length));

    /// <summary>The numbers in the order of the schema.</summary>
    public ReadOnlySpan<double> AsSpan() => _values;

    /// <summary>Names and numbers, in the order of the schema.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Feature<T> feature in T.Schema.Features)
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : ", ")}{feature.Name} {this[feature]:0.####}");
        return text.ToString();
    }
}

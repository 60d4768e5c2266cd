using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>One number per feature of a record. The generator adds a property with each feature's name.</summary>
/// <typeparam name="T">The record.</typeparam>
public class FeatureVector<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _values;
    private readonly ImmutableArray<bool> _isProtected;

    internal FeatureVector(double[] values)
        : this(values, default)
    {
    }

    /// <summary>Numbers of which some are protected where they stand, though not by the record itself.</summary>
    private FeatureVector(double[] values, ImmutableArray<bool> isProtected) => (_values, _isProtected) = (values, isProtected);

    /// <summary>The number of one feature.</summary>
    /// <param name="feature">The feature.</param>
    public double this[Feature<T> feature] => _values[feature is null ? throw new ArgumentNullException(nameof(feature)) : feature.Index];

    /// <summary>The number of the feature at a position of the schema.</summary>
    /// <param name="index">The position, from 0.</param>
    public double this[[OptionRange(AtLeast = 0)] int index] => _values[index];

    /// <summary>For generated code: the numbers of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FeatureVector<TInner> VectorOf<TInner>(int feature)
        where TInner : IFeatureRecord<TInner> =>
        new(_values.AsSpan(feature, TInner.Schema.Features.Length).ToArray(), [.. Enumerable.Range(feature, TInner.Schema.Features.Length).Select(IsProtected)]);

    /// <summary>For generated code: the numbers of an array.</summary>
    /// <param name="feature">Position of the feature of its first number.</param>
    /// <param name="length">Its length.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FeatureSpan SpanOf(int feature, int length) => new(_values.AsSpan(feature, length));

    /// <summary>The numbers in the order of the schema.</summary>
    public ReadOnlySpan<double> AsSpan() => _values;

    /// <summary>Names and numbers, in the order of the schema; those of protected features are withheld.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Feature<T> feature in T.Schema.Features)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(feature.Name).Append(' ');
            if (IsProtected(feature.Index))
                text.Append(Protection.Withheld);
            else
                text.Append(CultureInfo.InvariantCulture, $"{this[feature]:0.####}");
        }

        return text.ToString();
    }

    private bool IsProtected(int feature) => T.Schema.Features[feature].IsProtected || (!_isProtected.IsDefault && _isProtected[feature]);
}

namespace TypedExplain;

/// <summary>The numbers of an array's features, one each, and as a group.</summary>
public readonly ref struct FeatureSpan
{
    private readonly ReadOnlySpan<double> _values;

    internal FeatureSpan(ReadOnlySpan<double> values) => _values = values;

    /// <summary>The number of one element of the array.</summary>
    /// <param name="index">Its position, from 0.</param>
    public double this[[OptionRange(AtLeast = 0)] int index] => _values[index];

    /// <summary>How many elements the array has.</summary>
    public int Length => _values.Length;

    /// <summary>All together: of effects, that of raising every element by one unit.</summary>
    public double Sum
    {
        get
        {
            double sum = 0;
            foreach (double value in _values)
                sum += value;
            return sum;
        }
    }

    /// <summary>The numbers in the order of the array.</summary>
    public ReadOnlySpan<double> AsSpan() => _values;

    /// <summary>The numbers, for a <c>foreach</c>.</summary>
    public ReadOnlySpan<double>.Enumerator GetEnumerator() => _values.GetEnumerator();
}

using TypedExplain.Generated;

namespace TypedExplain.Summaries;

/// <summary>Bins of a feature's values: ranges of a number; categories, ranks and flags by value, some of them together; and those without a value.</summary>
internal sealed class ValueBins<T>
    where T : IFeatureRecord<T>
{
    private readonly Feature<T> _feature;
    private readonly double[] _cuts;
    private readonly int[] _binOf;
    private readonly List<(DependenceKind Kind, int Category)> _bins = [];

    private ValueBins(Feature<T> feature, double[] cuts, int[] own, int categories)
    {
        (_feature, _cuts) = (feature, cuts);
        _binOf = new int[categories];
        if (categories == 0)
            _bins.AddRange(Enumerable.Range(0, cuts.Length + 1).Select(bin => (DependenceKind.Range, bin)));
        Array.Fill(_binOf, own.Length);
        foreach (int category in own)
        {
            _binOf[category] = _bins.Count;
            _bins.Add((DependenceKind.Category, category));
        }

        if (own.Length < categories)
            _bins.Add((DependenceKind.Others, categories - own.Length));
        if (T.Schema.IsNullable(feature))
            _bins.Add((DependenceKind.Missing, 0));
    }

    /// <summary>How many bins there are.</summary>
    public int Count => _bins.Count;

    /// <summary>The bins of a feature; null for a number without a background.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="background">Whose rows say which categories are frequent; null where the first count as such.</param>
    /// <param name="reference">The values of a number in the background.</param>
    /// <param name="mostRanges">How many ranges a number has at most.</param>
    /// <param name="mostCategories">How many categories have a bin of their own at most.</param>
    public static ValueBins<T>? Of(Feature<T> feature, WeightedRows<T>? background, ReferenceValues? reference, int mostRanges, int mostCategories)
    {
        int categories = feature.Kind switch
        {
            FeatureKind.Category or FeatureKind.Ordinal => feature.Categories.Length,
            FeatureKind.Flag or FeatureKind.Missing => 2,
            _ => 0,
        };
        if (categories == 0)
            return reference is { } values ? new(feature, values.Cuts(mostRanges), [], 0) : null;
        IEnumerable<int> all = Enumerable.Range(0, categories);
        if (categories > mostCategories)
        {
            double[] weights = background is null ? new double[categories] : Weights(feature, background);
            all = all.OrderByDescending(category => weights[category]).Take(mostCategories).Order();
        }

        return new(feature, [], [.. all], categories);
    }

    /// <summary>The category, rank or state that a row has of a feature that is not a number.</summary>
    public static int CategoryOf(Feature<T> feature, ReadOnlySpan<double> columns) => feature.Kind switch
    {
        FeatureKind.Category => feature.CategoryIn(columns),
        FeatureKind.Ordinal => Cell.ToRank(columns[feature.Column], feature.Categories.Length),
        _ => Cell.ToBoolean(columns[feature.Column]) ? 1 : 0,
    };

    /// <summary>The bin of a row's value.</summary>
    public int Of(ReadOnlySpan<double> columns)
    {
        if (!_feature.IsPresent(columns))
            return _bins.Count - 1;
        if (_binOf.Length > 0)
            return _binOf[CategoryOf(_feature, columns)];
        double value = columns[_feature.Column];
        int low = 0, high = _cuts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_cuts[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Which values a bin holds.</summary>
    public DependenceKind KindOf(int bin) => _bins[bin].Kind;

    /// <summary>The category of a bin; null where it is not one value.</summary>
    public int? CategoryOf(int bin) => _bins[bin] is (DependenceKind.Category, int category) ? category : null;

    /// <summary>Between which numbers the values of a bin lie: above the first and up to the second.</summary>
    public (double Above, double UpTo) Ends(int bin) => KindOf(bin) != DependenceKind.Range ? (double.NaN, double.NaN)
        : (bin == 0 ? double.NegativeInfinity : _cuts[bin - 1], bin == _cuts.Length ? double.PositiveInfinity : _cuts[bin]);

    /// <summary>The values of a bin in words.</summary>
    public string Label(int bin)
    {
        (DependenceKind kind, int own) = _bins[bin];
        return kind switch
        {
            DependenceKind.Missing => "missing",
            DependenceKind.Others => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{own} others"),
            DependenceKind.Category when _feature.Categories.IsEmpty => own == 1 ? "true" : "false",
            DependenceKind.Category => Errors.VisibleText.Name(_feature.CategoryDisplayNames[own]),
            _ when _cuts.Length == 0 => "any",
            _ when own == 0 => $"up to {_feature.FormatNumber(_cuts[0])}",
            _ when own == _cuts.Length => $"above {_feature.FormatNumber(_cuts[^1])}",
            _ => $"above {_feature.FormatNumber(_cuts[own - 1])} to {_feature.FormatNumber(_cuts[own])}",
        };
    }

    private static double[] Weights(Feature<T> feature, WeightedRows<T> background)
    {
        double[] weights = new double[feature.Categories.Length];
        for (int row = 0; row < background.Count; row++)
        {
            ReadOnlySpan<double> columns = background.Rows.Encoded[row];
            if (feature.IsPresent(columns))
                weights[CategoryOf(feature, columns)] += background.Weights[row];
        }

        return weights;
    }
}

namespace TypedExplain.Summaries;

/// <summary>What is kept of one feature's numbers.</summary>
internal sealed class FeatureTally<T>
    where T : IFeatureRecord<T>
{
    private readonly Feature<T> _feature;
    private readonly ValuePosition? _position;

    /// <summary>Of no numbers yet.</summary>
    public FeatureTally(Feature<T> feature, SummaryPlan<T> plan)
    {
        _feature = feature;
        _position = plan.PositionOf(feature);
        Numbers = Tally.Fine(_position is not null);
        Dependence = plan.BinsOf(feature) is { } bins ? new(bins, feature.Column) : null;
    }

    /// <summary>The numbers.</summary>
    public Tally Numbers { get; }

    /// <summary>The numbers by the feature's value; null where there are no bins.</summary>
    public DependenceTally<T>? Dependence { get; }

    /// <summary>How often it has the largest magnitude.</summary>
    public long First { get; set; }

    /// <summary>How often it cannot be told from 0.</summary>
    public long Undecided { get; set; }

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="columns">The instance.</param>
    public void Add(double number, ReadOnlySpan<double> columns)
    {
        Numbers.Add(number, Position(columns));
        Dependence?.Add(number, columns);
    }

    /// <summary>Adds the numbers of another one.</summary>
    public void Merge(FeatureTally<T> other)
    {
        Numbers.Merge(other.Numbers);
        Dependence?.Merge(other.Dependence!);
        First += other.First;
        Undecided += other.Undecided;
    }

    private int Position(ReadOnlySpan<double> columns) => _position is null ? 0
        : !_feature.IsPresent(columns) ? ValuePosition.Missing
        : _feature.Kind is FeatureKind.Real or FeatureKind.Whole ? _position.OfNumber(columns[_feature.Column])
        : _position.OfCategory(ValueBins<T>.CategoryOf(_feature, columns));
}

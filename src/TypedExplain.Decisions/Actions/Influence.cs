namespace TypedExplain.Decisions.Actions;

/// <summary>Which movers change which features, themselves or through features that move with others.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Influence<T>
    where T : IFeatureRecord<T>
{
    private readonly ActionSpace<T> _space;
    private readonly SortedDictionary<int, double>[] _factors;
    private readonly double[] _slack;

    public Influence(ActionSpace<T> space)
    {
        _space = space;
        _factors = [.. space.Schema.Features.Select(_ => new SortedDictionary<int, double>())];
        for (int mover = 0; mover < space.Movers.Length; mover++)
            _factors[space.Movers[mover].Feature.Index][mover] = 1;
        _slack = new double[_factors.Length];
        foreach (Feature<T> linked in space.Linked)
        {
            foreach (FeatureLink link in linked.MovesWith)
            {
                foreach ((int mover, double factor) in _factors[link.Source])
                    _factors[linked.Index][mover] = _factors[linked.Index].GetValueOrDefault(mover) + (factor * link.Factor);
                _slack[linked.Index] += Math.Abs(link.Factor) * _slack[link.Source];
            }

            // A day is whole, and how long it is in the unit of the feature does not matter here: the question stays open.
            if (linked.Precision == NumberPrecision.Day)
                _slack[linked.Index] = double.PositiveInfinity;
            _slack[linked.Index] += Rounding(linked) * (Math.Abs(space.Instance[linked.Column]) + _factors[linked.Index].Sum(mover => Size(mover.Key, mover.Value)));
        }
    }

    /// <summary>The movers that change a feature, each with by how much the feature changes per unit of it.</summary>
    public IReadOnlyDictionary<int, double> On(int feature) => _factors[feature];

    /// <summary>By how much at most a feature is off what its movers add up to, because its type, or that of a feature between them, keeps few digits.</summary>
    public double Slack(int feature) => _slack[feature];

    /// <summary>The rules between features that some choice of actions breaks: for each the movers that it concerns.</summary>
    public IEnumerable<int[]> Rules() =>
        _space.Limited.Select(feature => On(feature.Index).Keys.Union(On(feature.Within!.Value).Keys).ToArray())
            .Concat(_space.Linked.Where(MayLeave).Select(feature => On(feature.Index).Keys.ToArray()));

    /// <summary>The least and largest that a feature changes by, where each mover may take any of its options.</summary>
    public (double Least, double Most) Change(int mover, double factor)
    {
        double least = 0, most = 0;
        foreach (Option option in _space.Movers[mover].Options)
        {
            double change = factor * (option.Value - _space.Movers[mover].Options[0].Value);
            (least, most) = (Math.Min(least, change), Math.Max(most, change));
        }

        return (least, most);
    }

    private static double Rounding(Feature<T> feature) => feature.Precision switch
    {
        NumberPrecision.Half => 1e-3,
        NumberPrecision.Single => 1e-6,
        _ => 0,
    };

    private double Size(int mover, double factor) => Change(mover, factor) is var (least, most) ? most - least : 0;

    private bool MovesByFractions(int mover, double factor) =>
        Array.Exists(_space.Movers[mover].Options, option => factor * (option.Value - _space.Movers[mover].Options[0].Value) is var change && change != Math.Floor(change));

    private bool MayLeave(Feature<T> feature)
    {
        double least = _space.Instance[feature.Column] - Slack(feature.Index), most = _space.Instance[feature.Column] + Slack(feature.Index);
        foreach ((int mover, double factor) in On(feature.Index))
        {
            (double down, double up) = Change(mover, factor);
            (least, most) = (least + down, most + up);
        }

        return !(feature.Limits.Contains(least) && feature.Limits.Contains(most)) || (feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal && On(feature.Index).Any(mover => MovesByFractions(mover.Key, mover.Value)));
    }
}

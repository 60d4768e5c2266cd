using System.Collections.Immutable;
using System.Numerics;

namespace TypedExplain.Decisions.Actions;

/// <summary>All that actions can make of an instance: the product of what each feature may become, less what breaks a rule between features.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class ActionSpace<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _instance;
    private readonly ImmutableArray<Feature<T>> _linked;
    private readonly ImmutableArray<Feature<T>> _limited;
    private readonly double[] _own;

    private ActionSpace(FeatureSchema<T> schema, double[] instance, Mover<T>[] movers)
    {
        (Schema, _instance, Movers) = (schema, instance, movers);
        _linked = [.. Links.Order(schema).Where(feature => feature.IsPresent(instance))];
        _limited = [.. schema.Features.Where(feature => feature.Within is { } other && feature.IsPresent(instance) && schema.Features[other].IsPresent(instance))];
        _own = [.. schema.Features.Select(feature => FeatureNumber.Read(feature, instance))];
    }

    /// <summary>What a record holds.</summary>
    public FeatureSchema<T> Schema { get; }

    /// <summary>The features that an action may change, in the order of the schema.</summary>
    public Mover<T>[] Movers { get; }

    /// <summary>The instance, encoded.</summary>
    public ReadOnlySpan<double> Instance => _instance;

    /// <summary>The features that move with others and have a value, each after those that it moves with.</summary>
    public ImmutableArray<Feature<T>> Linked => _linked;

    /// <summary>The features that must not be above another one.</summary>
    public ImmutableArray<Feature<T>> Limited => _limited;

    /// <summary>What actions can make of an instance.</summary>
    /// <param name="instance">The instance, encoded; kept.</param>
    /// <param name="costs">The user's costs, or null.</param>
    /// <exception cref="InvalidOptionException">The annotations do not tell what a feature may become, or the instance breaks a rule itself.</exception>
    public static ActionSpace<T> Of(double[] instance, IActionCost<T>? costs)
    {
        FeatureSchema<T> schema = T.Schema;
        Options<T> options = new(costs);
        Mover<T>[] movers = [.. schema.Features
            .Where(feature => Options<T>.MayChange(feature, instance))
            .Select(feature => new Mover<T>(feature, options.Of(feature, instance)))
            .Where(mover => mover.Options.Length > 1)];
        ActionSpace<T> space = new(schema, instance, movers);
        space.RequireLegalInstance();
        return space;
    }

    /// <summary>How many rows there are if no rule between features rules any out.</summary>
    public BigInteger Product => Movers.Aggregate(BigInteger.One, (product, mover) => product * mover.Options.Length);

    /// <summary>Writes the row that a choice leads to, also where it is not reachable.</summary>
    /// <param name="choice">For each mover the option that is taken.</param>
    /// <param name="row">Where the row goes.</param>
    /// <returns>Whether it is reachable: no feature leaves its limits or is above another that it must not be above.</returns>
    public bool TryApply(ReadOnlySpan<int> choice, Span<double> row)
    {
        _instance.CopyTo(row);
        for (int i = 0; i < choice.Length; i++)
        {
            if (choice[i] > 0)
                FeatureNumber.Write(Movers[i].Feature, Movers[i].Options[choice[i]].Value, row);
        }

        bool isReachable = true;
        foreach (Feature<T> feature in _linked)
        {
            double by = 0;
            foreach (FeatureLink link in feature.MovesWith)
                by = FeatureNumber.Moved(by, FeatureNumber.Times(ChangeOf(link.Source, row), link.Factor));
            if (by == 0)
                continue;
            double value = FeatureNumber.Kept(feature, FeatureNumber.Moved(row[feature.Column], by), _instance);
            isReachable &= feature.Limits.Contains(value) && !(feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal && value != Math.Floor(value));
            row[feature.Column] = value;
        }

        foreach (Feature<T> feature in _limited)
            isReachable &= !(row[feature.Column] > row[Schema.Features[feature.Within!.Value].Column]);
        return isReachable;
    }

    /// <summary>The sum of what the options of a choice cost.</summary>
    public double CostOf(ReadOnlySpan<int> choice)
    {
        double cost = 0;
        for (int i = 0; i < choice.Length; i++)
            cost += Movers[i].Options[choice[i]].Cost;
        return cost;
    }

    /// <summary>By how much a feature has changed from the instance's own value.</summary>
    public double ChangeOf(int feature, ReadOnlySpan<double> row)
    {
        Feature<T> source = Schema.Features[feature];
        return source.IsPresent(_instance) ? FeatureNumber.Moved(FeatureNumber.Read(source, row), -_own[feature]) : 0;
    }

    private void RequireLegalInstance()
    {
        foreach (Feature<T> feature in _limited)
        {
            Feature<T> other = Schema.Features[feature.Within!.Value];
            if (_instance[feature.Column] > _instance[other.Column])
                throw new InvalidOptionException($"The instance of {Schema.Name} breaks a rule itself: {feature} is above {other}, and [Within(nameof({other}))] says that it never is. Correct the record, or remove the annotation.");
        }
    }
}

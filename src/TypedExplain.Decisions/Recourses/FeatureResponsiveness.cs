using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Decisions;

/// <summary>
/// How an instance's answer responds to changes of one feature alone. It stands beside principal reasons, never instead of them: that a
/// feature cannot be changed does not make it less of a reason.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureResponsiveness<T>
    where T : IFeatureRecord<T>
{
    internal FeatureResponsiveness(Feature<T> feature, int reachable, int wanted) => (Feature, Reachable, Wanted) = (feature, reachable, wanted);

    /// <summary>What is changed by itself.</summary>
    public Feature<T> Feature { get; }

    /// <summary>How many changes of it alone the annotations allow.</summary>
    public int Reachable { get; }

    /// <summary>After how many of them the answer is wanted.</summary>
    public int Wanted { get; }

    /// <summary>The share of the allowed changes after which the answer is wanted; 0 where none is allowed.</summary>
    public double Share => Reachable == 0 ? 0 : Wanted / (double)Reachable;

    /// <summary>The feature and the share.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature.Name}: {Wanted} of {Reachable} {Noun.Of(Reachable, "change")}");
}

using System.Globalization;
using System.Numerics;

namespace TypedExplain.Decisions.Recourses;

/// <summary>What is known of every search for recourse.</summary>
internal sealed record RecourseFacts<T>(T Instance, double Answer, WantedAnswers Wanted, BigInteger Reachable, bool IsReachableExact, int Queries)
    where T : IFeatureRecord<T>
{
    /// <summary>What found it, and of which output of the model; null where it was read from JSON.</summary>
    public (IDescribed By, string Output)? Origin { get; init; }

    /// <summary>How many rows can be reached, in words.</summary>
    public string Size => (IsReachableExact ? "" : "at most ") + Reachable.ToString("N0", CultureInfo.InvariantCulture) + (Reachable.IsOne ? " reachable row" : " reachable rows");
}

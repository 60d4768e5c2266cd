using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>The mean change of the answer from one point of an accumulated curve to the next, for the rows between them.</summary>
public sealed class LocalStep
{
    internal LocalStep(GridPoint from, GridPoint to, double effect, double standardError, int support) =>
        (From, To, Effect, StandardError, Support) = (from, to, effect, standardError, support);

    /// <summary>Where it begins.</summary>
    public GridPoint From { get; }

    /// <summary>Where it ends.</summary>
    public GridPoint To { get; }

    /// <summary>The mean change of the answer.</summary>
    public double Effect { get; }

    /// <summary>Its standard error; NaN for a single row.</summary>
    public double StandardError { get; }

    /// <summary>How many rows of the background lie between both; of flags, ranks and categories, at either.</summary>
    public int Support { get; }

    /// <summary>From where to where, and the change.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From.Label} to {To.Label}: {Effect:+0.######;-0.######;0} ± {StandardError:G3} ({Support} {Noun.Of(Support, "row")})");
}

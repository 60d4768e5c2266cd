using System.Globalization;

namespace TypedExplain;

/// <summary>
/// What a number that a model answers with is. It decides the scale on which surrogates explain it: a probability by its log
/// odds, on which surrogates cannot leave 0 to 1, everything else as it is.
/// </summary>
/// <remarks>There are no other kinds than those that are made here.</remarks>
public sealed record OutputKind
{
    // Beyond it the log odds of single and of double precision are noise.
    private const double LeastProbability = 1e-9;

    private readonly string _name;

    private OutputKind(string name) => _name = name;

    /// <summary>A probability, from 0 to 1.</summary>
    public static OutputKind Probability { get; } = new("probability") { IsProbability = true, Least = LeastProbability };

    /// <summary>The log odds of a probability, log(p/(1 − p)).</summary>
    public static OutputKind LogOdds { get; } = new("log odds");

    /// <summary>A number of which no more is known. Every model that does not say what it answers with has this kind.</summary>
    public static OutputKind Score { get; } = new("score");

    /// <summary>The unit of an amount; null for every other kind.</summary>
    public string? Unit { get; private init; }

    /// <summary>Whether it is a probability, of votes or not.</summary>
    public bool IsProbability { get; private init; }

    /// <summary>How many votes there are; 0 where there are none.</summary>
    internal int Voters { get; private init; }

    /// <summary>The least probability whose log odds mean something: less counts as this, and more than 1 less this as that.</summary>
    internal double Least { get; private init; }

    /// <summary>
    /// A probability that is a share of votes, such as those of a forest's trees or of nearest neighbors: where log odds are
    /// taken, no vote of n counts as half a vote of n + 1, and all votes as all but half a vote.
    /// </summary>
    /// <param name="voters">How many votes there are, at least 1.</param>
    /// <exception cref="InvalidOptionException">There are no votes.</exception>
    public static OutputKind Votes([OptionRange(AtLeast = 1)] int voters) => voters >= 1
        ? new(string.Create(CultureInfo.InvariantCulture, $"probability by {voters} votes")) { IsProbability = true, Voters = voters, Least = 1 / (2.0 * (voters + 1)) }
        : throw new InvalidOptionException($"voters of an output is {voters}; it must be at least 1.");

    /// <summary>A number of units: money, days, points.</summary>
    /// <param name="unit">The unit as texts write it behind the number, such as "EUR".</param>
    /// <exception cref="InvalidOptionException">The unit is not named.</exception>
    public static OutputKind Amount(string unit) => unit is null ? throw new ArgumentNullException(nameof(unit))
        : string.IsNullOrWhiteSpace(unit) ? throw new InvalidOptionException("unit of an amount is empty; it must name what is counted, such as EUR. A number without a unit is OutputKind.Score.")
        : new("amount") { Unit = unit };

    /// <summary>The kind, with the unit of an amount.</summary>
    public override string ToString() => Unit is null ? _name : $"{_name} in {Unit}";
}

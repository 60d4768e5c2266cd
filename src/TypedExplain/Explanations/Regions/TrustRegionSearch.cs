using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>
/// How a trust region is looked for. Its half width is how far it reaches from the instance to either side, in standard deviations
/// of each number on its scale, as the effects per standard deviation are.
/// </summary>
/// <remarks>
/// The fidelity of an explanation at a record is 1 − |model's answer − surrogate's answer| / spread, on the model's own scale. The spread is
/// 1 for probabilities, and else what <see cref="AnswerSpread"/> says.
/// </remarks>
public sealed record TrustRegionSearch : IDescribed
{
    /// <summary>The least fidelity that the explanation must have everywhere in the region, from 0 to 1. At 1 the surrogate must be the model.</summary>
    [OptionRange(AtLeast = 0, AtMost = 1)]
    public double MinimumFidelity { get; init; } = 0.9;

    /// <summary>The half width that is tried first, in standard deviations, above 0. It is doubled until a cube fails.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double StartHalfWidth { get; init; } = 0.25;

    /// <summary>The largest half width that is tried, in standard deviations, above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LargestHalfWidth { get; init; } = 4;

    /// <summary>How many uniform samples are drawn in each cube; at least 2. The bound needs ten for each number that varies.</summary>
    [OptionRange(AtLeast = 2)]
    public int Samples { get; init; } = 200;

    /// <summary>The most rows that the model is asked about; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxQueries { get; init; } = 20_000;

    /// <summary>How near the half width must come to the nearest known failure, as a share of it, above 0 and below 1.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double Tolerance { get; init; } = 0.02;

    /// <summary>The confidence of the bound, above 0 and below 1.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double Confidence { get; init; } = 0.95;

    /// <summary>
    /// The difference between model and surrogate that counts as a fidelity of 0, in the units of the answers, above 0. Null takes 1 for a
    /// probability, and else the standard deviation of the model's answers for a hundred records whose numbers vary as in the background.
    /// </summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double? AnswerSpread { get; init; }

    /// <summary>How a cube is searched.</summary>
    public TrustStrategy Strategy { get; init; }

    /// <summary>The seed: the same one gives the same region.</summary>
    public int Seed { get; init; }

    Description IDescribed.Describe()
    {
        Description description = Description.OfLibrary(nameof(TrustRegionSearch))
            .With("minimumFidelity", MinimumFidelity)
            .With("startHalfWidth", StartHalfWidth)
            .With("largestHalfWidth", LargestHalfWidth)
            .With("samples", Samples)
            .With("maxQueries", MaxQueries)
            .With("tolerance", Tolerance)
            .With("confidence", Confidence)
            .With("strategy", Strategy.ToString())
            .With("seed", Seed);
        return AnswerSpread is { } spread ? description.With("answerSpread", spread) : description;
    }

    /// <summary>Refuses options that say nothing.</summary>
    internal void Check()
    {
        Require(MinimumFidelity is >= 0 and <= 1, nameof(MinimumFidelity), MinimumFidelity, "from 0 to 1");
        Require(IsPositive(StartHalfWidth), nameof(StartHalfWidth), StartHalfWidth, "a finite number above 0");
        Require(IsPositive(LargestHalfWidth), nameof(LargestHalfWidth), LargestHalfWidth, "a finite number above 0");
        Require(Samples >= 2, nameof(Samples), Samples, "at least 2");
        Require(MaxQueries >= 1, nameof(MaxQueries), MaxQueries, "at least 1");
        Require(Tolerance is > 0 and < 1, nameof(Tolerance), Tolerance, "above 0 and below 1");
        Require(Confidence is > 0 and < 1, nameof(Confidence), Confidence, "above 0 and below 1");
        Require(AnswerSpread is not { } spread || IsPositive(spread), nameof(AnswerSpread), AnswerSpread ?? 0, "a finite number above 0, or null");
        if (Strategy is not (TrustStrategy.Directed or TrustStrategy.Uniform))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Strategy of the trust region is {(int)Strategy}; it must be Directed or Uniform."));
    }

    /// <summary>Refuses more samples than fit into memory.</summary>
    internal void CheckMemory(int columns)
    {
        if ((long)Samples * Math.Max(1, columns) > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the trust region is {Samples}; with {columns} {Noun.Of(columns, "number")} a row it must be at most {MemoryLimit.Numbers / columns}."));
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private static void Require(bool holds, string option, double value, string allowed)
    {
        if (!holds)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of the trust region is {value}; it must be {allowed}."));
    }
}

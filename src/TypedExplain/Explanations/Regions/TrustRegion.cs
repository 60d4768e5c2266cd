using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

/// <summary>
/// A cube around an instance in which the fidelity of an explanation was never found below what was asked for. Made by
/// <c>explanation.TrustRegion(model)</c>. Immutable.
/// </summary>
/// <remarks>
/// Numbers vary, each within the half width in standard deviations on its scale and within its legal values. Flags, categories, missing values,
/// numbers that are fixed or constant in the background, texts and images stay as the instance has them: the region says nothing of others.
/// Method: Dhurandhar, Haldar, Wei and Natesan Ramamurthy, "Trust Regions for Explanations via Black-Box Probabilistic Certification", 2024.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class TrustRegion<T>
    where T : IFeatureRecord<T>
{
    internal TrustRegion(double[] lower, double[] upper, bool[] varies, bool[] isCut)
    {
        (Lower, Upper) = (new(lower), new(upper));
        Varied = [.. T.Schema.Features.Where(feature => varies[feature.Index])];
        Cut = [.. T.Schema.Features.Where(feature => isCut[feature.Index])];
    }

    /// <summary>What was asked for.</summary>
    public TrustRegionSearch Search { get; internal init; } = new();

    /// <summary>The name of the method whose explanation it is of.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>The explained output of the model.</summary>
    public string Output { get; internal init; } = "";

    /// <summary>How far the region reaches from the instance to either side, in standard deviations; 0 where there is no region.</summary>
    public double HalfWidth { get; internal init; }

    /// <summary>Why the search ended.</summary>
    public TrustRegionEnd End { get; internal init; }

    /// <summary>The smallest half width of a cube that is known to fail, because a record in it does; infinite where none was found.</summary>
    public double FailsAt { get; internal init; }

    /// <summary>The smallest value of each number in the region, in its own unit; of what is held, its value, and not a number where it has none on a scale.</summary>
    /// <remarks>On a circle the region goes from here upward to <see cref="Upper"/>, which may be the smaller number.</remarks>
    public FeatureVector<T> Lower { get; }

    /// <summary>The largest value.</summary>
    public FeatureVector<T> Upper { get; }

    /// <summary>The numbers that vary, in the order of the schema.</summary>
    public ImmutableArray<Feature<T>> Varied { get; }

    /// <summary>Those that their range or type ends before the edge of the cube.</summary>
    public ImmutableArray<Feature<T>> Cut { get; }

    /// <summary>How near the surrogate is to the model where it was fitted: 1 where both say the same.</summary>
    public double FidelityAtInstance { get; internal init; }

    /// <summary>The least fidelity that was found in the region.</summary>
    public double LeastFidelity { get; internal init; }

    /// <summary>
    /// What the fidelity is at least in the whole region, with the confidence that was asked for, by extreme values: f₁ − (f₂ − f₁)/(c^(−2/d) − 1), where
    /// f₁ and f₂ are the least two fidelities of uniform samples, c is the confidence and d how many numbers vary; never above
    /// <see cref="LeastFidelity"/>. Null where the samples are too few: fewer than ten for each number that varies.
    /// </summary>
    /// <remarks>
    /// It is right in the limit of many samples, where the fidelity has its least value inside the cube and is smooth there. Where that lies
    /// in a corner the confidence is somewhat less: of 95 %, about 90.
    /// </remarks>
    public double? Bound { get; internal init; }

    /// <summary>How many uniform samples of the region the bound is taken from.</summary>
    public int Samples { get; internal init; }

    /// <summary>The difference between model and surrogate that counts as a fidelity of 0.</summary>
    public double AnswerSpread { get; internal init; }

    /// <summary>How many rows the model was asked about.</summary>
    public int Queries { get; internal init; }

    /// <summary>Whether the bound, too, is at least the fidelity that was asked for.</summary>
    public bool IsBoundMet => Bound >= Search.MinimumFidelity;

    /// <summary>Whether the explanation holds in a cube of a half width: the region is as wide, or holds every legal record.</summary>
    /// <param name="halfWidth">The half width, in standard deviations, 0 or more.</param>
    /// <exception cref="InvalidOptionException">It is negative or not a number.</exception>
    public bool Reaches([OptionRange(AtLeast = 0)] double halfWidth) => halfWidth >= 0
        ? End == TrustRegionEnd.EveryLegalRecord || (HalfWidth >= halfWidth && End is not (TrustRegionEnd.BelowAtInstance or TrustRegionEnd.TooNarrow))
        : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"halfWidth of a trust region is {halfWidth}; it must be 0 or more."));

    /// <summary>What a number may be in the region, in its own unit; of what is held its own value twice.</summary>
    /// <param name="feature">The feature.</param>
    public FeatureRange this[Feature<T> feature]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(feature);
            return new(Lower[feature], Upper[feature]);
        }
    }
}

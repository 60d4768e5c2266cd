using System.Collections.Immutable;
using System.Numerics;
using TypedExplain.Summaries;

namespace TypedExplain;

/// <summary>
/// Many explanations, taken one by one, in memory that does not grow with their number: how important each feature is, how its
/// contributions or effects are spread, and how they depend on its value. Summaries of shards are merged; every number of the
/// result has the same bits for any order and any division into shards. Nothing of a single row is kept but the least and the largest numbers.
/// Not for use by several threads at a time: give each its own and merge them.
/// </summary>
/// <remarks>Words, segments and pixels of texts and images differ from instance to instance, so their effects are not in it.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class PortfolioSummary<T>
    where T : IFeatureRecord<T>
{
    private readonly FeatureTally<T>[] _features;
    private readonly SegmentTallies<T>[] _segments;
    private readonly Tally _answers = Tally.Fine(withPositions: false);
    private readonly long[] _caveats = new long[BitOperations.Log2((uint)LastCaveat) + 1];

    private SummaryIdentity? _identity;
    private IDescribed? _explainer;
    private long _tested;

    /// <summary>A summary of nothing yet.</summary>
    /// <param name="options">What it keeps; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public PortfolioSummary(SummaryOptions<T>? options = null)
    {
        Options = (options ?? new()).Checked();
        SummaryPlan<T> plan = new(Options);
        _features = [.. T.Schema.Features.Select(feature => new FeatureTally<T>(feature, plan))];
        _segments = [.. Options.Segments.Select((feature, i) => new SegmentTallies<T>(feature, plan.SegmentBins[i]))];
    }

    /// <summary>What it keeps.</summary>
    public SummaryOptions<T> Options { get; }

    /// <summary>What its numbers are; null before the first explanation.</summary>
    public SummaryQuantity? Quantity => _identity?.Quantity;

    /// <summary>The explained output of the model; null before the first explanation.</summary>
    public string? Output => _identity?.Output;

    /// <summary>What the output is; null before the first explanation.</summary>
    public OutputKind? Kind => _identity?.Kind;

    /// <summary>The scale of the numbers and answers; null before the first explanation.</summary>
    public LinkFunction? Link => _identity?.Link;

    /// <summary>The base value of all contributions; null before the first, and for effects.</summary>
    public double? BaseValue => _identity?.BaseValue;

    /// <summary>The explainer and its options, as <see cref="Description"/> writes them; null before the first explanation.</summary>
    public string? Explainer => _identity?.Explainer;

    /// <summary>How many explanations are in the numbers.</summary>
    public long Explained => _answers.Count;

    /// <summary>How many of these were certified to meet a standard.</summary>
    public long Certified { get; private set; }

    /// <summary>How many of these fell short of a standard within their budget.</summary>
    public long BestEffort { get; private set; }

    /// <summary>How many instances were refused an explanation; none of their numbers are here.</summary>
    public long Refused { get; private set; }

    /// <summary>How many instances could not be explained.</summary>
    public long Failed { get; private set; }

    /// <summary>How many instances were not reached before the work was ended.</summary>
    public long NotReached { get; private set; }

    /// <summary>How many explanations have each caveat, without those that none has.</summary>
    public ImmutableArray<CaveatCount> Caveats => [.. _caveats.Select((count, bit) => new CaveatCount((Caveats)(1 << bit), count)).Where(caveat => caveat.Count > 0)];

    /// <summary>The model's answers for the explained instances, on the scale of the numbers.</summary>
    public NumberSummary Answers => new(_answers);

    /// <summary>One feature.</summary>
    /// <param name="feature">The feature.</param>
    public FeatureSummary<T> this[Feature<T> feature]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(feature);
            return new(feature, _features[feature.Index], _tested);
        }
    }

    /// <summary>The segments by each of <see cref="SummaryOptions{T}.Segments"/>, in the order of these and of their values; those without explanations too.</summary>
    public ImmutableArray<SegmentSummary<T>> Segments => [.. _segments.SelectMany(segments => segments.Read())];

    /// <summary>The mean of each feature's magnitudes: how important it is. Not a number before the first explanation.</summary>
    public FeatureVector<T> Importance => new([.. _features.Select(feature => feature.Numbers.MeanMagnitude())]);

    /// <summary>
    /// The features with their numbers, the largest mean magnitude first; of equals the first in the schema leads. Protected features
    /// are among them; ask <see cref="Feature{T}.IsProtected"/> before they are shown.
    /// </summary>
    public IEnumerable<FeatureSummary<T>> Ranked() => Order().Select(feature => this[feature]);
}

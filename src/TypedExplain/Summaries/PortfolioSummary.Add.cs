using System.Numerics;
using TypedExplain.Errors;
using TypedExplain.Numerics;
using TypedExplain.Summaries;

namespace TypedExplain;

public sealed partial class PortfolioSummary<T>
{
    private const Caveats LastCaveat = TypedExplain.Caveats.NoProbability;

    /// <summary>Adds the contributions of one instance.</summary>
    /// <param name="values">The contributions.</param>
    /// <exception cref="InvalidOptionException">They are not comparable with those before: another explainer, output, scale or base value, or these are effects.</exception>
    public void Add(ShapValues<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireFinite(values.Contributions.AsSpan(), values.Prediction);
        Require(values.Explainer, SummaryQuantity.Contributions, values.Output, values.Kind, values.Link, values.BaseValue);
        Add(values.Contributions.AsSpan(), values.Columns, values.Prediction, values.Caveats);
    }

    /// <summary>Adds the effects of one instance's features, per standard deviation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <exception cref="InvalidOptionException">They are not comparable with those before: another explainer, output or scale, or these are contributions.</exception>
    public void Add(Explanation<T> explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        RequireFinite(explanation.Standardized.AsSpan(), explanation.LinkedPrediction);
        Require(explanation.Explainer, SummaryQuantity.StandardizedEffects, explanation.Output, explanation.Kind, explanation.Link, null);
        Add(explanation.Standardized.AsSpan(), explanation.Columns, explanation.LinkedPrediction, explanation.Caveats);
        if (explanation.Inference is not { } inference)
            return;
        _tested++;
        for (int i = 0; i < _features.Length; i++)
            _features[i].Undecided += inference.IsUndecided[i] ? 1 : 0;
    }

    /// <summary>Adds an explanation that was held to a standard, and counts what became of it; a refused one is only counted.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="InvalidOptionException">The explanation is not comparable with those before.</exception>
    public void Add(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        switch (outcome)
        {
            case Certified<T> certified:
                Add(certified.Explanation);
                Certified++;
                break;
            case BestEffort<T> best:
                Add(best.Explanation);
                BestEffort++;
                break;
            case Refused<T>:
                Refused++;
                break;
        }
    }

    /// <summary>Adds the contributions of one of many instances; one that failed or was not reached is only counted.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="InvalidOptionException">The contributions are not comparable with those before.</exception>
    public void Add(RowOutcome<ShapValues<T>> outcome)
    {
        if (Counted(outcome) is { } values)
            Add(values);
    }

    /// <summary>Adds the explanation of one of many instances; one that failed or was not reached is only counted.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="InvalidOptionException">The explanation is not comparable with those before.</exception>
    public void Add(RowOutcome<Explanation<T>> outcome)
    {
        if (Counted(outcome) is { } explanation)
            Add(explanation);
    }

    /// <summary>Counts an instance that could not be explained, of whose error nothing else is known.</summary>
    internal void AddFailed() => Failed++;

    /// <summary>Adds what another summary has, such as that of another shard. The other one stays as it is.</summary>
    /// <param name="other">The other one.</param>
    /// <exception cref="InvalidOptionException">It has other options, its explanations are not comparable with these, or it is this one.</exception>
    public void Merge(PortfolioSummary<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
            throw new InvalidOptionException("other is the summary itself, whose explanations would count twice; merge another one.");
        Options.RequireSame(other.Options);
        RequireLike(other);
        if (Reached + other.Reached > Tally.Most)
            throw new InvalidOptionException($"The two summaries have {Reached} and {other.Reached} {Noun.Of(other.Reached, "instance")}; a summary holds at most {Tally.Most}. Was one merged with itself again and again?");
        (_identity, _explainer) = (_identity ?? other._identity, _explainer ?? other._explainer);
        for (int i = 0; i < _features.Length; i++)
            _features[i].Merge(other._features[i]);
        for (int i = 0; i < _segments.Length; i++)
            _segments[i].Merge(other._segments[i]);
        _answers.Merge(other._answers);
        for (int bit = 0; bit < _caveats.Length; bit++)
            _caveats[bit] += other._caveats[bit];
        _tested += other._tested;
        (Certified, BestEffort, Refused) = (Certified + other.Certified, BestEffort + other.BestEffort, Refused + other.Refused);
        (Failed, NotReached) = (Failed + other.Failed, NotReached + other.NotReached);
    }

    /// <summary>Refuses contributions that are not comparable with those that are here.</summary>
    /// <exception cref="InvalidOptionException">They are of another explainer, output, scale or base value, or these are effects.</exception>
    internal void RequireLike(ShapValues<T> values) =>
        _identity?.RequireSame(new(SummaryQuantity.Contributions, ((IDescribed)values.Explainer).Describe().ToString(), values.Output, values.Kind, values.Link, values.BaseValue));

    /// <summary>Refuses a summary of explanations that are not comparable with these.</summary>
    /// <exception cref="InvalidOptionException">They are of another explainer, output, scale or base value, or of another kind.</exception>
    internal void RequireLike(PortfolioSummary<T> other)
    {
        if (_identity is not null && other._identity is not null)
            _identity.RequireSame(other._identity);
    }

    // What was counted, in whatever way.
    private long Reached => Explained + Refused + Failed + NotReached;

    private TResult? Counted<TResult>(RowOutcome<TResult> outcome)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(outcome);
        switch (outcome)
        {
            case Explained<TResult> explained:
                return explained.Result;
            case Failed<TResult>:
                Failed++;
                return null;
            case NotReached<TResult>:
                NotReached++;
                return null;
            default:
                return null;
        }
    }

    // None of this library is, but nothing could be added up with one.
    private static void RequireFinite(ReadOnlySpan<double> numbers, double answer)
    {
        if (!VectorOps.AreFinite(numbers) || !double.IsFinite(answer))
            throw new InvalidOptionException("What is added has a number or an answer that is not finite; count it as failed instead.");
    }

    private void Require(IDescribed explainer, SummaryQuantity quantity, string output, OutputKind kind, LinkFunction link, double? baseValue)
    {
        // An explainer describes itself once, not for each of its explanations.
        if (_identity is { } own && ReferenceEquals(explainer, _explainer)
            && own.Quantity == quantity && own.Output == output && own.Kind == kind && own.Link == link && Nullable.Equals(own.BaseValue, baseValue))
            return;
        SummaryIdentity added = new(quantity, explainer.Describe().ToString(), output, kind, link, baseValue);
        if (_identity is null)
            _identity = added;
        else
            _identity.RequireSame(added);
        _explainer = explainer;
    }

    private void Add(ReadOnlySpan<double> numbers, ReadOnlySpan<double> columns, double answer, Caveats caveats)
    {
        int first = -1;
        double largest = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            _features[i].Add(numbers[i], columns);
            if (Math.Abs(numbers[i]) > largest)
                (first, largest) = (i, Math.Abs(numbers[i]));
        }

        if (first >= 0)
            _features[first].First++;
        foreach (SegmentTallies<T> segments in _segments)
            segments.Add(numbers, columns);
        _answers.Add(answer);
        for (uint rest = (uint)caveats; rest != 0; rest &= rest - 1)
            _caveats[BitOperations.TrailingZeroCount(rest)]++;
    }
}

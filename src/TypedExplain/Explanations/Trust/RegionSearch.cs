using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain.Explanations.Trust;

/// <summary>
/// Looks for the largest cube in which an explanation holds: doubled until one fails, then between the widest that held and the nearest failure.
/// A record that fails counts against every cube that it lies in, also those that seemed to hold.
/// </summary>
internal sealed class RegionSearch<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many records tell the spread of the answers.</summary>
    public const int SpreadRows = 100;

    // A failure nearer than this many standard deviations leaves no region.
    private const double Narrowest = 1e-4;

    // The model may answer a little differently in another batch, but not by more than this share.
    private const double SameAnswer = 1e-4;

    // Answers that all but agree are told apart by this share of them.
    private const double NoSpread = 1e-9;

    private readonly Explanation<T> _explanation;
    private readonly TrustRegionSearch _search;
    private readonly NumberSpace<T> _space;
    private readonly Fidelities<T> _fidelities;
    private readonly RandomStream _stream;
    private readonly List<Cube<T>> _held = [];
    private double _atInstance = double.NaN;

    public RegionSearch(Explanation<T> explanation, IModelInfo<T> model, TrustRegionSearch search)
    {
        search.Check();
        search.CheckMemory(T.Schema.Columns);
        model.RequireOneOutput();
        (_explanation, _search) = (explanation, search);
        _space = new(explanation.Columns, explanation.Statistics, feature => model.Reads(feature) || explanation.Standardized[feature] != 0);
        if (_space.Dimensions == 0)
            throw new InvalidOptionException($"{T.Schema.Name} has no trust region: it is measured over numbers, and here none varies. Flags, categories, missing values, texts and images are held at the instance's, as are numbers that are fixed, constant in the background or not read by the model. Look at explanation.Fit, or at NeighborhoodFidelity over such records.");
        _fidelities = new(explanation, model, search, _space);
        _stream = new RandomStream(search.Seed, "trust region").For(explanation.Columns);
    }

    /// <summary>Whether the answers' own spread is to be found out.</summary>
    public bool MeasuresSpread => _search.AnswerSpread is null && !_explanation.Kind.IsProbability;

    /// <summary>How many rows are asked about at least: the first batch.</summary>
    public int Least => MeasuresSpread ? 1 + SpreadRows : 1;

    /// <summary>The most batches: from each half width tried to the next, the gap between what held and what failed is halved at least every other time.</summary>
    public static long MostBatches(TrustRegionSearch search)
    {
        double doublings = VectorMath.Log(Math.Max(2, search.LargestHalfWidth / Math.Min(search.StartHalfWidth, search.LargestHalfWidth)));
        double halvings = VectorMath.Log(Math.Max(2, search.LargestHalfWidth / Narrowest)) + VectorMath.Log(2 / search.Tolerance);
        return 1 + ((long)Math.Ceiling((doublings + (2 * halvings)) / VectorMath.Log(2)) * (Cube<T>.MostBatches + Approach<T>.MostBatches));
    }

    /// <summary>The steps of the run.</summary>
    public IEnumerable<RunStep<T, TrustRegion<T>>> Steps(CancellationToken cancellation)
    {
        if (!_fidelities.Fits(Least))
        {
            yield return Result(TrustRegionEnd.BudgetSpent);
            yield break;
        }

        yield return _fidelities.Ask(First(), own: true);
        TakeFirst();
        if (!(_atInstance >= _search.MinimumFidelity))
        {
            yield return Result(TrustRegionEnd.BelowAtInstance);
            yield break;
        }

        TrustRegionEnd? end = null;
        double halfWidth = Math.Min(_search.StartHalfWidth, _search.LargestHalfWidth);
        int failedInRow = 0;
        for (int number = 0; end is null; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            Cube<T> cube = new(halfWidth, _search, _space, _fidelities, _stream.For(number));
            foreach (RowBatch<T> batch in cube.Probe())
                yield return batch;
            if (cube.Fails)
            {
                foreach (RowBatch<T> batch in new Approach<T>(_search, _space, _fidelities, _stream.For(number).For(-3)).Steps())
                    yield return batch;
                failedInRow++;
            }
            else if (cube.IsCut)
            {
                if (Widest is null)
                    _fidelities.Exhausted?.Throw();
                end = TrustRegionEnd.BudgetSpent;
            }
            else
            {
                _held.Add(cube);
                failedInRow = 0;
            }

            double fails = FailsAt();
            _held.RemoveAll(held => held.HalfWidth >= fails);
            end ??= Ended(fails);
            halfWidth = Next(fails, failedInRow);
        }

        yield return Result(end.Value);
    }

    /// <summary>The widest cube that held.</summary>
    private Cube<T>? Widest => _held.MaxBy(cube => cube.HalfWidth);

    private double FailsAt() => _fidelities.Nearest is { } nearest ? NumberSpace<T>.Outside(nearest.Radius) : double.PositiveInfinity;

    private TrustRegionEnd? Ended(double fails)
    {
        double widest = Widest?.HalfWidth ?? 0;
        return widest >= fails * (1 - _search.Tolerance) ? TrustRegionEnd.Found
            : fails < Narrowest ? TrustRegionEnd.TooNarrow
            : double.IsPositiveInfinity(fails) && widest >= _space.Farthest ? TrustRegionEnd.EveryLegalRecord
            : widest >= _search.LargestHalfWidth ? TrustRegionEnd.LargestTried
            : null;
    }

    /// <summary>The next half width: twice the last; below a failure just short of it, or, where that failed too, half the way.</summary>
    private double Next(double fails, int failedInRow)
    {
        double widest = Widest?.HalfWidth ?? 0;
        if (!double.IsFinite(fails))
            return Math.Min(2 * widest, _search.LargestHalfWidth);
        bool halves = _search.Strategy == TrustStrategy.Uniform || (failedInRow > 0 && failedInRow % 2 == 0);
        double near = Math.Min(fails * (1 - (_search.Tolerance / 2)), _search.LargestHalfWidth);
        return halves ? (widest + near) / 2 : near;
    }

    /// <summary>The instance, and records that tell how far answers spread.</summary>
    private double[] First()
    {
        double[] distances = new double[Least * _space.Dimensions];
        for (int number = 0; MeasuresSpread && number < _space.Dimensions; number++)
        {
            double[] normal = new double[SpreadRows];
            _stream.For(-1).For(number).FillNormal(0, normal);
            double mean = _space.Mean(number, _explanation.Statistics);
            for (int row = 0; row < SpreadRows; row++)
                distances[((row + 1) * _space.Dimensions) + number] = _space.Snapped(number, mean + normal[row], double.PositiveInfinity);
        }

        return distances;
    }

    private void TakeFirst()
    {
        ReadOnlySpan<double> answers = _fidelities.Answers;
        double prediction = answers[0], largest = Math.Abs(prediction);
        if (MeasuresSpread)
        {
            double mean = 0, squares = 0;
            foreach (double answer in answers[1..])
                mean += answer / SpreadRows;
            foreach (double answer in answers[1..])
            {
                squares += (answer - mean) * (answer - mean);
                largest = Math.Max(largest, Math.Abs(answer));
            }

            _fidelities.Spread = Math.Max(Math.Sqrt(squares / SpreadRows), Math.Max(NoSpread * largest, double.Epsilon));
        }
        else
        {
            _fidelities.Spread = _search.AnswerSpread ?? 1;
        }

        if (!(Math.Abs(prediction - _explanation.Prediction) <= SameAnswer * Math.Max(largest, Math.Abs(_explanation.Prediction))))
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The model answers {prediction} for {T.Schema.Describe(_explanation.Columns)}, and the one that was explained answered {_explanation.Prediction}. A trust region is of an explanation and its own model: ask that one, with the same output."));
        _atInstance = _fidelities.Take()[0].Fidelity;
    }

    private TrustRegion<T> Result(TrustRegionEnd end)
    {
        Cube<T>? cube = end is TrustRegionEnd.BelowAtInstance or TrustRegionEnd.TooNarrow ? null : Widest;
        double halfWidth = end == TrustRegionEnd.EveryLegalRecord ? Math.Min(cube!.HalfWidth, Math.Max(_space.Farthest, 0)) : cube?.HalfWidth ?? 0;
        double least = cube is null ? _atInstance : _fidelities.Least(cube.HalfWidth);
        FeatureRange[] ranges = [.. T.Schema.Features.Select(feature => feature.IsNumeric && feature.IsPresent(_explanation.Columns) ? _space.Range(feature, halfWidth) : new(double.NaN, double.NaN))];
        return new(
            [.. ranges.Select(range => range.Minimum)],
            [.. ranges.Select(range => range.Maximum)],
            [.. T.Schema.Features.Select(_space.Varies)],
            [.. T.Schema.Features.Select(feature => _space.IsCut(feature, halfWidth))])
        {
            Search = _search,
            Method = _explanation.Explainer.Name,
            Output = _explanation.Output,
            HalfWidth = halfWidth,
            End = end,
            FailsAt = end == TrustRegionEnd.BelowAtInstance ? 0 : FailsAt(),
            FidelityAtInstance = _atInstance,
            LeastFidelity = least,
            Bound = cube?.Bound(least),
            Samples = cube?.Samples ?? 0,
            AnswerSpread = _fidelities.Spread,
            Queries = _fidelities.Queries,
        };
    }
}

using System.Runtime.ExceptionServices;
using TypedExplain.Models;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Explanations.Trust;

/// <summary>Asks a model about records around an instance, within a budget, and compares its answers with the surrogate's.</summary>
internal sealed class Fidelities<T>(Explanation<T> explanation, IModelInfo<T> model, TrustRegionSearch search, NumberSpace<T> space)
    where T : IFeatureRecord<T>
{
    // Below this share of the answers, a difference is rounding.
    private const double RoundingShare = 1e-9;

    private readonly List<(double Radius, double Fidelity)> _all = [];
    private readonly double _media = explanation.LinkedLocalPrediction - explanation.LinkedOf(explanation.Columns);
    private RowBatch<T>? _asked;
    private double[] _distances = [];

    /// <summary>How many rows were asked about.</summary>
    public int Queries { get; private set; }

    /// <summary>The difference that counts as a fidelity of 0.</summary>
    public double Spread { get; set; } = 1;

    /// <summary>The nearest record that fails.</summary>
    public Place? Nearest { get; private set; }

    /// <summary>What the model threw because its own budget was spent; null where it was not.</summary>
    public ExceptionDispatchInfo? Exhausted { get; private set; }

    /// <summary>Whether so many rows fit into the budget.</summary>
    public bool Fits(int rows) => rows <= search.MaxQueries - Queries && Exhausted is null;

    /// <summary>What the model is to be asked about; then <see cref="Take"/>.</summary>
    /// <param name="distances">For each row in turn one distance per number.</param>
    /// <param name="own">Whether the first row is the instance itself.</param>
    public RowBatch<T> Ask(double[] distances, bool own = false)
    {
        int count = Math.Max(1, space.Dimensions == 0 ? 1 : distances.Length / space.Dimensions);
        double[] rows = new double[count * T.Schema.Columns];
        space.Encode(distances, rows);
        _distances = distances;
        Queries += count;
        return _asked = new(model, rows, new RowsAround<T>(explanation.Instance, count, own ? 0 : -1), new double[count]);
    }

    /// <summary>The answers of the model as it gave them.</summary>
    public ReadOnlySpan<double> Answers => _asked!.Scores;

    /// <summary>The places that were asked about with their fidelities, once the model has answered; none where its budget was spent.</summary>
    public Place[] Take()
    {
        try
        {
            return Taken(_asked!, _asked!.Scores);
        }
        catch (BudgetExhaustedException error)
        {
            Exhausted = ExceptionDispatchInfo.Capture(error);
            return [];
        }
    }

    /// <summary>Whether a record in a cube fails.</summary>
    public bool HasFailed(double halfWidth) => Nearest is { } nearest && NumberSpace<T>.IsInside(nearest.Radius, halfWidth);

    /// <summary>The least fidelity that was found in a cube.</summary>
    public double Least(double halfWidth)
    {
        double least = double.PositiveInfinity;
        foreach ((double radius, double fidelity) in _all)
            least = NumberSpace<T>.IsInside(radius, halfWidth) ? Math.Min(least, fidelity) : least;
        return least;
    }

    private Place[] Taken(RowBatch<T> asked, ReadOnlySpan<double> answers)
    {
        if (explanation.Kind.IsProbability)
            AnswerScale.RequireProbabilities(asked.Rows, answers, model.Outputs, 0, "Say what the model answers with: model.As(OutputKind.Score).");
        Place[] places = new Place[asked.Count];
        for (int row = 0; row < places.Length; row++)
        {
            double[] distances = _distances.AsSpan(row * space.Dimensions, space.Dimensions).ToArray();
            double surrogate = explanation.Scale.From(explanation.LinkedOf(asked.Rows[row]) + _media), answer = answers[row];
            double off = Math.Abs(answer - surrogate);
            places[row] = new(distances, NumberSpace<T>.RadiusOf(distances), off <= RoundingShare * Math.Max(Math.Abs(answer), Math.Abs(surrogate)) ? 1 : 1 - (off / Spread));
            if (!(places[row].Fidelity >= search.MinimumFidelity) && !(Nearest is { } nearest && nearest.Radius <= places[row].Radius))
                Nearest = places[row];
            _all.Add((places[row].Radius, places[row].Fidelity));
        }

        return places;
    }
}

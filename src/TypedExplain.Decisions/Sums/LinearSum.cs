using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain.Decisions.Sums;

/// <summary>
/// The weighted sum of a linear model as what each option adds to that of the instance. Bounds of the answer follow from it, since an
/// answer never falls where the sum rises.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class LinearSum<T> : IScoreBounds
    where T : IFeatureRecord<T>
{
    // Per column, and of a probability.
    private const double Rounding = 1e-14, Digits = 1e-12;

    // A double is 1 from here on.
    private const double LargestLogOdds = 36;

    private readonly LinearModel<T> _model;
    private readonly double _own;
    private readonly double _room;
    private readonly double[] _least;
    private readonly double[] _most;

    public LinearSum(LinearModel<T> model, ActionSpace<T> space, SearchMover[] movers)
    {
        _model = model;
        _own = model.Sum(space.Instance);
        Added = [.. movers.Select(mover => OptionsOf(mover, space))];

        // What an undecided mover may add at least and at most, and all after it.
        (_least, _most) = (new double[movers.Length + 1], new double[movers.Length + 1]);
        for (int i = movers.Length - 1; i >= 0; i--)
            (_least[i], _most[i]) = (_least[i + 1] + Added[i].Min(), _most[i + 1] + Added[i].Max());
        double size = Math.Abs(model.Constant) + Added.Sum(options => Math.Max(Math.Abs(options.Min()), Math.Abs(options.Max()))) + SlackOf(space);
        for (int column = 0; column < space.Instance.Length; column++)
            size += Math.Abs(model.Coefficients[column] * space.Instance[column]);
        _room = (Rounding * (16 + space.Instance.Length) * (1 + size)) + SlackOf(space);
        IsSum = SlackOf(space) == 0;
    }

    /// <summary>Whether what options add is added up to the last digits: false where a feature that moves with others keeps few digits of their sum.</summary>
    public bool IsSum { get; }

    /// <summary>For each mover of the search and each of its options what the sum changes by.</summary>
    public double[][] Added { get; }

    /// <summary>The linear model that a model stands for; null where it is something else.</summary>
    public static LinearModel<T>? ModelOf(IModelInfo<T> model) => model switch
    {
        LinearModel<T> linear => linear,
        OutputModel<T> one => ModelOf(one.Inner),
        IWrappingModel<T> wrapping => ModelOf(wrapping.Inner),
        _ => null,
    };

    /// <summary>By how much the sum must rise (or, by the sign, fall) for an answer to be wanted; negative infinity where any is.</summary>
    public double Goal(WantedAnswers wanted, int sign)
    {
        double edge = sign > 0 ? wanted.Minimum : wanted.Maximum;
        if (_model.IsLogistic)
            edge = edge <= 0 ? double.NegativeInfinity : edge >= 1 ? double.PositiveInfinity : VectorMath.Log(edge / (1 - edge));

        // A probability of 1 needs log odds beyond those that round to it, which are finite.
        if (double.IsPositiveInfinity(edge) && sign > 0)
            edge = LargestLogOdds;
        if (double.IsNegativeInfinity(edge) && sign < 0)
            edge = -LargestLogOdds;
        return sign * (edge - _own);
    }

    /// <summary>How much less than the goal may be enough, by rounding.</summary>
    public double Room => _room + (_model.IsLogistic ? LargestLogOdds * Digits : 0);

    /// <summary>What the model answers for a row.</summary>
    public double AnswerOf(ReadOnlySpan<double> row)
    {
        double answer = 0;
        _model.Score(new EncodedRows<T>(row), new Span<double>(ref answer));
        return answer;
    }

    /// <inheritdoc/>
    public (double Least, double Most) Of(ReadOnlySpan<int> choice, int decided)
    {
        double sum = _own;
        for (int i = 0; i < decided; i++)
            sum += Added[i][choice[i]];
        double least = sum + _least[decided] - _room, most = sum + _most[decided] + _room;

        // The last digits of a probability are not those of its log odds.
        return _model.IsLogistic ? (AnswerScale.Probability(least) - Digits, AnswerScale.Probability(most) + Digits) : (least, most);
    }

    private double[] OptionsOf(SearchMover mover, ActionSpace<T> space)
    {
        int[] choice = new int[space.Movers.Length];
        double[] row = new double[space.Schema.Columns];
        double[] added = new double[mover.Options.Length];
        for (int i = 0; i < added.Length; i++)
        {
            choice[mover.Mover] = mover.Options[i];
            _ = space.TryApply(choice, row);
            for (int column = 0; column < row.Length; column++)
                added[i] += _model.Coefficients[column] * (row[column] - space.Instance[column]);
        }

        return added;
    }

    private double SlackOf(ActionSpace<T> space)
    {
        Influence<T> influence = new(space);
        return space.Linked.Sum(feature => _model.Coefficients[feature.Column] == 0 ? 0 : Math.Abs(_model.Coefficients[feature.Column]) * influence.Slack(feature.Index));
    }
}

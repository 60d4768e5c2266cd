using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// A prior of games: each product of z over a set T of players has a coefficient of variance Π r_i over T, with r_i = rate·scale_i, so
/// that products of many players are rarer than those of few. Its covariance is Π(1 + r_i·z_i·z′_i), of which this is the odd or
/// the even half. The products of lowest order may be larger: they have ten times the variance besides.
/// </summary>
internal sealed class ParityKernel
{
    private const int LineTimes = 10;
    private const int MostNodes = 24;

    private readonly Parity _parity;
    private readonly double[] _rates;
    private readonly double[] _scales;

    // Where values are integrated.
    private readonly double[] _points;
    private readonly double[] _weights;

    // Per byte of players, for each of its 256 values: what the differing players turn Π(1+r) and Π(1−r) and Σ scale into.
    private readonly double[] _up;
    private readonly double[] _down;
    private readonly double[] _sum;
    private readonly double _allUp;
    private readonly double _allDown;
    private readonly double _allSum;
    private readonly double _squares;
    private readonly double _unit;

    /// <summary>Prepares tables.</summary>
    /// <param name="parity">Which half.</param>
    /// <param name="scales">How large products with each player are, above 0 and up to 1.</param>
    /// <param name="rate">How much rarer products of one player more are, above 0 and below 1.</param>
    public ParityKernel(Parity parity, double[] scales, double rate)
    {
        (_parity, _scales, Rate) = (parity, scales, rate);
        _rates = [.. scales.Select(scale => rate * scale)];
        int nodes = Math.Min((scales.Length + 1) / 2, MostNodes);
        (_points, _weights) = (new double[nodes], new double[nodes]);
        GaussLegendre.Fill(_points, _weights);
        int bytes = 8 * CoalitionSet.WordsFor(scales.Length);
        (_up, _down, _sum) = (new double[256 * bytes], new double[256 * bytes], new double[256 * bytes]);
        (_allUp, _allDown) = (1, 1);
        foreach (double own in _rates)
            (_allUp, _allDown) = (_allUp * (1 + own), _allDown * (1 - own));
        foreach (double scale in scales)
            (_allSum, _squares) = (_allSum + scale, _squares + (scale * scale));
        for (int at = 0; at < bytes; at++)
            Fill(at);
        _unit = parity == Parity.Odd ? rate : rate * rate;
        Variance = Higher(_allUp, _allDown) - (parity == Parity.Odd ? _allSum : Pairs(_allSum));
    }

    /// <summary>How much rarer products of one player more are.</summary>
    public double Rate { get; }

    /// <summary>How large products with each player are.</summary>
    public double[] Scales => _scales;

    /// <summary>The variance of a value that products above the lowest order make.</summary>
    public double Variance { get; }

    /// <summary>The covariance of the values of two pairs.</summary>
    public double Of(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        double up = _allUp, down = _allDown, sum = _allSum;
        for (int word = 0; word < one.Length; word++)
        {
            ulong differing = one[word] ^ other[word];
            for (int at = 256 * 8 * word; differing != 0; at += 256, differing >>= 8)
            {
                int row = at + (int)(differing & 255);
                up *= _up[row];
                down *= _down[row];
                sum += _sum[row];
            }
        }

        return Higher(up, down) + (LineTimes * (_parity == Parity.Odd ? sum : Pairs(sum) + Pairs(_allSum)));
    }

    /// <summary>
    /// Adds to values what a center gives them, times a factor: of the odd half φ_i = 2·Σ β_T/|T| over the T with i, of the even half the
    /// interaction of each two, 4·Σ β_T/(|T|−1) over the T with both. 1/|T| is the integral of t^(|T|−1), which Gauss's points give.
    /// </summary>
    /// <param name="center">The center.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="values">One number per player, or per two players: those of the first with each later one, then of the second.</param>
    public void AddValues(ReadOnlySpan<ulong> center, double factor, Span<double> values)
    {
        int players = _rates.Length;
        using Pooled memory = Pooled.Unset(3 * players);
        Span<double> signed = memory.Span[..players], ups = memory.Span.Slice(players, players), downs = memory.Span[(2 * players)..];
        for (int i = 0; i < players; i++)
            signed[i] = CoalitionSet.Has(center, i) ? _rates[i] : -_rates[i];
        for (int node = 0; node < _points.Length; node++)
        {
            double up = 1, down = 1;
            for (int i = 0; i < players; i++)
            {
                double step = _points[node] * signed[i];
                (ups[i], downs[i]) = (signed[i] / (1 + step), signed[i] / (1 - step));
                (up, down) = (up * (1 + step), down * (1 - step));
            }

            if (_parity == Parity.Odd)
            {
                double each = factor * _weights[node] / _unit;
                for (int i = 0; i < players; i++)
                    values[i] += each * ((up * ups[i]) + (down * downs[i]));
            }
            else
            {
                double each = 2 * factor * _weights[node] / _unit;
                for (int i = 0, at = 0; i < players; i++)
                {
                    for (int j = i + 1; j < players; j++)
                        values[at++] += each * ((up * ups[i] * ups[j]) + (down * downs[i] * downs[j]));
                }
            }
        }

        AddLowest(signed, factor, values);
    }

    /// <summary>
    /// Adds Σ β_T² over the products with each player, as far as two centers have a part in it: how much of the interactions is each
    /// player's. Products of one player are left out.
    /// </summary>
    public void AddSquares(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other, double factor, Span<double> squares)
    {
        double up = 1, down = 1;
        int players = _rates.Length;
        double sum = 0;
        for (int i = 0; i < players; i++)
        {
            double own = Squared(one, other, i);
            (up, down, sum) = (up * (1 + own), down * (1 - own), sum + own);
        }

        for (int i = 0; i < players; i++)
        {
            double own = Squared(one, other, i), with = up / (1 + own), without = down / (1 - own);
            double others = _parity == Parity.Odd
                ? ((with + without) / 2) - 1
                : ((with - without) / 2) + (((1 + LineTimes) * (1 + LineTimes)) - 1) * (sum - own);
            squares[i] += factor * own * others / (_unit * _unit);
        }
    }

    private double Squared(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other, int player) =>
        CoalitionSet.Has(one, player) == CoalitionSet.Has(other, player) ? _rates[player] * _rates[player] : -_rates[player] * _rates[player];

    private double Higher(double up, double down) => (_parity == Parity.Odd ? (up - down) / 2 : ((up + down) / 2) - 1) / _unit;

    // The sum of the products of two, from the sum of the scales with their signs.
    private double Pairs(double sum) => ((sum * sum) - _squares) / 2;

    private void AddLowest(ReadOnlySpan<double> signed, double factor, Span<double> values)
    {
        for (int i = 0, at = 0; i < signed.Length; i++)
        {
            if (_parity == Parity.Odd)
            {
                values[i] += 2 * LineTimes * factor * signed[i] / Rate;
                continue;
            }

            for (int j = i + 1; j < signed.Length; j++)
                values[at++] += 4 * LineTimes * factor * signed[i] * signed[j] / (Rate * Rate);
        }
    }

    private void Fill(int at)
    {
        for (int bits = 0; bits < 256; bits++)
        {
            double up = 1, down = 1, sum = 0;
            for (int bit = 0; bit < 8 && (8 * at) + bit < _rates.Length; bit++)
            {
                if ((bits >> bit & 1) == 0)
                    continue;
                double own = _rates[(8 * at) + bit];
                (up, down, sum) = (up * ((1 - own) / (1 + own)), down * ((1 + own) / (1 - own)), sum - (2 * _scales[(8 * at) + bit]));
            }

            (_up[(256 * at) + bits], _down[(256 * at) + bits], _sum[(256 * at) + bits]) = (up, down, sum);
        }
    }
}

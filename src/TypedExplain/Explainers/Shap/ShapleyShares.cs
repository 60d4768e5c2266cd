namespace TypedExplain.Explainers.Shap;

/// <summary>
/// What features get of an answer for which a features must be known and n must be unknown: each of the first
/// (a−1)!·n!/(a+n)!, each of the second minus a!·(n−1)!/(a+n)!.
/// </summary>
internal sealed class ShapleyShares
{
    private readonly double[] _shares;
    private readonly double[] _turned;
    private readonly int _most;

    /// <summary>Prepares for up to so many features.</summary>
    public ShapleyShares(int mostFeatures)
    {
        _most = mostFeatures + 1;
        (_shares, _turned) = (new double[_most * _most], new double[_most * _most]);

        // (a−1)!·n!/(a+n)! in row a, column n.
        for (int n = 0; n < _most && _most > 1; n++)
        {
            _shares[_most + n] = 1.0 / (n + 1);
            for (int a = 2; a < _most; a++)
                _shares[(a * _most) + n] = _shares[((a - 1) * _most) + n] * (a - 1) / (a + n);
        }

        for (int a = 0; a < _most; a++)
        {
            for (int n = 0; n < _most; n++)
                _turned[(n * _most) + a] = _shares[(a * _most) + n];
        }
    }

    /// <summary>The share of a known feature; 0 where none is.</summary>
    public double Known(int known, int unknown) => _shares[(known * _most) + unknown];

    /// <summary>The share of an unknown feature, without its sign; 0 where none is.</summary>
    public double Unknown(int known, int unknown) => _shares[(unknown * _most) + known];

    /// <summary>The share of a known feature beside so many unknown ones, by how many are known.</summary>
    public ReadOnlySpan<double> KnownBeside(int unknown) => _turned.AsSpan(unknown * _most, _most);

    /// <summary>The share of an unknown feature, without its sign, where so many are unknown, by how many are known.</summary>
    public ReadOnlySpan<double> UnknownBeside(int unknown) => _shares.AsSpan(unknown * _most, _most);
}

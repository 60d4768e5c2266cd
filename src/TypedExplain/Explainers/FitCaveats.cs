namespace TypedExplain.Explainers;

/// <summary>What a local fit itself gives reason to doubt.</summary>
internal static class FitCaveats
{
    private const double PoorR2 = 0.5;

    /// <summary>The caveats of a fit.</summary>
    /// <param name="fit">How well it fits.</param>
    /// <param name="convergence">How it was solved for.</param>
    /// <param name="isConstant">Whether there was nothing to attribute.</param>
    /// <param name="coefficients">How many numbers were fitted.</param>
    /// <param name="statistics">The statistics of the neighborhood.</param>
    /// <param name="instance">The encoded instance.</param>
    public static Caveats Of<T>(LocalFit fit, Convergence convergence, bool isConstant, int coefficients, FeatureStatistics<T> statistics, ReadOnlySpan<double> instance)
        where T : IFeatureRecord<T>
    {
        Caveats caveats = Caveats.None;
        if (isConstant)
            caveats |= Caveats.ConstantModel;
        else if (fit.R2 < PoorR2)
            caveats |= Caveats.PoorFit;
        if (convergence.Status == SolveStatus.NotConverged)
            caveats |= Caveats.NotConverged;
        if (fit.EffectiveSamples < coefficients)
            caveats |= Caveats.FewEffectiveSamples;
        if (statistics.HasConstants || statistics.Bins is { HasSingleBin: true } || statistics.NeverSawMissing(instance))
            caveats |= Caveats.HeldFeatures;
        return caveats;
    }

    /// <summary>The caveat of answers that have no log odds.</summary>
    public static Caveats Of(ClippedAnswers? clipped) => clipped is null ? Caveats.None : Caveats.ClippedAnswers;

    /// <summary>The caveat of an answer that rests on what no column holds.</summary>
    public static Caveats Of<T>(RowLoss<T>? loss)
        where T : IFeatureRecord<T> => loss is null ? Caveats.None : Caveats.RowLoss;
}

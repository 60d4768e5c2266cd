namespace TypedExplain.Explanations;

/// <summary>
/// SHAP values as a linear surrogate. For a linear model φ_j = a_j·(x_j − E[x_j]), so effects are
/// a_j = φ_j/(x_j − E[x_j]), 0 where the denominator is 0, and the surrogate is base value + Σ a_j·(x'_j − E[x_j]).
/// </summary>
internal static class LinearForm
{
    // A difference of this share of both numbers is the rounding of the mean.
    private const double Rounding = 1e-12;

    /// <summary>The linear form of values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="background">The background, for E[x].</param>
    /// <param name="answers">The model's answers for the rows of the background; asked for only where the instance is near a mean.</param>
    public static Explanation<T> Of<T>(ShapValues<T> values, WeightedRows<T> background, Func<double[]> answers)
        where T : IFeatureRecord<T>
    {
        FeatureStatistics<T> statistics = background.Statistics;
        double[] slopes = new double[T.Schema.Features.Length], means = new double[slopes.Length];
        double constant = values.BaseValue;
        Caveats caveats = values.Caveats;
        List<int> near = [];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double difference = Difference(feature, values.Columns, statistics), contribution = values.Contributions[feature];
            double effect = difference == 0 ? 0 : contribution / difference;
            double scale = statistics.Scale[feature.Index], mean = Mean(feature, values.Columns, statistics);
            if (!double.IsFinite(effect * scale) || !double.IsFinite(effect * mean))
                effect = 0;
            if (effect == 0 && contribution != 0)
                caveats |= Caveats.AtTheMean;
            else if (effect != 0 && NearTheMean.Is(difference, mean, feature, statistics))
                near.Add(feature.Index);

            // What is left of other numbers is taken off by the explanation, which knows their means.
            slopes[feature.Index] = effect * scale;
            if (!feature.IsNumeric || feature.Scale == FeatureScale.Cyclic)
            {
                constant -= effect * mean;
                means[feature.Index] = mean;
            }
        }

        LossNearTheMean? loss = near.Count == 0 ? null : NearTheMean.Loss(values.Columns, slopes, means, constant, near, background, answers());
        return new(values.Instance, values.Columns, slopes, constant, statistics)
        {
            Output = values.ModelOutput ?? values.Output,
            Kind = values.Kind,
            Scale = values.Scale,
            Prediction = values.Answer ?? values.Prediction,
            Queries = values.Queries,
            Convergence = values.Convergence,
            Caveats = caveats | (loss is null ? Caveats.None : Caveats.NearTheMean),
            LossNearTheMean = loss,
            RowLoss = values.RowLoss,
            Explainer = values.Explainer,
        };
    }

    /// <summary>
    /// x_j − E[x_j], a number on its scale; of a flag or a category, which counts 1 where it is as the instance's: 1 less the
    /// share of the background with the instance's own value. Exactly 0 where only rounding is left, and where the instance
    /// has no value, which counts as the mean.
    /// </summary>
    public static double Difference<T>(Feature<T> feature, ReadOnlySpan<double> instance, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T>
    {
        if (!feature.IsPresent(instance))
            return 0;
        double value = !feature.IsNumeric ? 1 : feature.Scale == FeatureScale.Cyclic ? 0 : T.Schema.Axes[feature.Index].Scaled(instance[feature.Column]);
        double mean = Mean(feature, instance, statistics), difference = value - mean;
        return Math.Abs(difference) <= Rounding * Math.Max(Math.Abs(value), Math.Abs(mean)) ? 0 : difference;
    }

    /// <summary>E[x_j], as the instance sees the values: on a circle how far the mean lies after its own.</summary>
    private static double Mean<T>(Feature<T> feature, ReadOnlySpan<double> instance, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T> => feature switch
        {
            { Scale: FeatureScale.Cyclic } => T.Schema.Axes[feature.Index].Turn(instance[feature.Column], statistics.Mean[feature]),
            { IsNumeric: true } => statistics.Mean[feature],
            { Kind: FeatureKind.Category } => statistics.Frequencies(feature)[feature.CategoryIn(instance)],
            _ => instance[feature.Column] == 1 ? statistics.Frequencies(feature)[0] : 1 - statistics.Frequencies(feature)[0],
        };
}

namespace TypedExplain.Decisions.Reasons.Contributions;

/// <summary>What each feature adds to a score against the reference, and how well that is known.</summary>
internal sealed class ContributionTable<T>
    where T : IFeatureRecord<T>
{
    // What sums of many answers are off by, as a share of the largest number in them.
    private const double Rounding = 1e-9;

    // The same of answers that were computed in single precision.
    private const double SingleRounding = 1e-6;

    /// <summary>What may be missing in the sum of contributions, as a share of the largest number in it.</summary>
    private const double SumRounding = 1e-6;

    /// <summary>φ of each feature.</summary>
    public required double[] Values { get; init; }

    /// <summary>The standard error of each; null where they are exact.</summary>
    public double[]? Errors { get; init; }

    /// <summary>The degrees of freedom of the errors.</summary>
    public double Freedom { get; init; }

    /// <summary>The score where nothing is known of the person.</summary>
    public required double BaseValue { get; init; }

    /// <summary>The score of the person, on the scale of the contributions.</summary>
    public required double Prediction { get; init; }

    /// <summary>The scale.</summary>
    public LinkFunction Link { get; init; }

    /// <summary>What of the score belongs to no feature because a surrogate misses it: it may be any feature's.</summary>
    public double Miss { get; init; }

    /// <summary>How the linear explanation misses its standard, in words; null where it does not.</summary>
    public string? PoorFit { get; init; }

    /// <summary>Reasons not to rely on the contributions.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>On what of the person the score rests that no feature holds; null where it does not.</summary>
    public string? RowLoss { get; init; }

    /// <summary>The method.</summary>
    public required IExplainer<T> Explainer { get; init; }

    /// <summary>The mean score of the reference, to be compared with the base value; null where the method is known to use it.</summary>
    public double? ReferenceMean { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required int Queries { get; init; }

    /// <summary>Whether the model's answers are of single precision.</summary>
    public bool IsSingle { get; init; }

    /// <summary>The largest number that was added up.</summary>
    private double Magnitude => Math.Max(Math.Max(Math.Abs(Prediction), Math.Abs(BaseValue)), Values.Sum(Math.Abs));

    /// <summary>Contributions that differ by no more are equal.</summary>
    public double Tolerance => Magnitude * (IsSingle ? SingleRounding : Rounding);

    /// <summary>How far base value, contributions and miss are from the score.</summary>
    public double Residual => Math.Max(0, Math.Abs(BaseValue + Values.Sum() - Prediction) - Miss);

    /// <summary>Whether the contributions add up to the score.</summary>
    public bool IsAdditive => Residual <= Magnitude * SumRounding;

    /// <summary>Whether the contributions are against the reference: their base value is its mean score.</summary>
    public bool IsAgainstReference => ReferenceMean is not { } mean || Link != LinkFunction.Identity || Math.Abs(mean - BaseValue) <= Math.Max(Magnitude, Math.Abs(mean)) * SumRounding;

    /// <summary>Whether a score is the one that was explained. Answers may differ in their last digits with the rows in the same batch.</summary>
    public bool IsOf(double score) => Link != LinkFunction.Identity || Math.Abs(score - Prediction) <= Magnitude * SumRounding;

    /// <summary>Whether numbers hold no more than single precision does, and are no whole numbers.</summary>
    public static bool AreSingle(params ReadOnlySpan<double> answers)
    {
        bool hasFraction = false;
        foreach (double answer in answers)
        {
            if (answer != (float)answer)
                return false;
            hasFraction |= answer != Math.Floor(answer);
        }

        return hasFraction;
    }
}

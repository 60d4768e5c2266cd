namespace TypedExplain;

/// <summary>What a model answers for one instance with each value of one feature in turn, all else as it is (ceteris paribus). Made by <see cref="CeterisParibus{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class CeterisParibusCurve<T> : FeatureCurve<T>
    where T : IFeatureRecord<T>
{
    internal CeterisParibusCurve()
    {
    }

    /// <summary>The record of which one feature is changed.</summary>
    public required T Instance { get; init; }

    /// <summary>The answer for the instance as it is.</summary>
    public required double Prediction { get; init; }

    private protected override string Title => "What if";
}

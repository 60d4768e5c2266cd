using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>
/// How a local fit chooses the features that it uses. Every way works on the weighted moments of the neighborhood
/// alone and costs no further pass over the samples.
/// </summary>
public sealed class FeatureSelection : IDescribed
{
    private enum Method
    {
        All,
        Forward,
        HighestWeights,
        LassoPath,
        Auto,
    }

    private readonly Method _method;
    private readonly int _features;

    private FeatureSelection(Method method, int features)
    {
        if (features < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"A feature selection was asked for {features} features; it must keep at least 1."));
        (_method, _features) = (method, features);
    }

    /// <summary>Every feature is used.</summary>
    public static FeatureSelection All { get; } = new(Method.All, int.MaxValue);

    /// <summary>One feature after the other, each time the one that raises the weighted R² of a plain fit most.</summary>
    /// <param name="features">How many to keep.</param>
    public static FeatureSelection Forward([OptionRange(AtLeast = 1)] int features) => new(Method.Forward, features);

    /// <summary>The features whose coefficient times the instance's own value is largest, in a ridge fit with α = 0.01.</summary>
    /// <param name="features">How many to keep.</param>
    public static FeatureSelection HighestWeights([OptionRange(AtLeast = 1)] int features) => new(Method.HighestWeights, features);

    /// <summary>The features of the last knot of the lasso path that has no more than the number asked for.</summary>
    /// <param name="features">How many to keep at most.</param>
    public static FeatureSelection LassoPath([OptionRange(AtLeast = 1)] int features) => new(Method.LassoPath, features);

    /// <summary><see cref="Forward"/> up to 6 features, <see cref="HighestWeights"/> for more (LIME's default).</summary>
    /// <param name="features">How many to keep.</param>
    public static FeatureSelection Auto([OptionRange(AtLeast = 1)] int features) => new(Method.Auto, features);

    /// <summary>The method and the number of features.</summary>
    public override string ToString() => _method == Method.All ? "all features" : $"{_method}({_features})";

    Description IDescribed.Describe() =>
        Description.OfLibrary(nameof(FeatureSelection)).With("method", _method.ToString()).With("features", _method == Method.All ? null : _features);

    /// <summary>Chooses features.</summary>
    /// <param name="equations">The normal equations of all features.</param>
    /// <param name="instance">The instance's own interpretable values.</param>
    /// <param name="chosen">Where their positions go, in the order of choice; as long as there are features.</param>
    /// <returns>How many were chosen.</returns>
    internal int Select(in NormalEquations equations, ReadOnlySpan<double> instance, Span<int> chosen) => _method switch
    {
        Method.LassoPath => Lasso.Select(equations, _features, chosen),
        Method.Forward => ForwardSelection.Select(equations, _features, chosen),
        Method.HighestWeights => ByWeight(equations, instance, chosen),
        Method.Auto when _features <= 6 => ForwardSelection.Select(equations, _features, chosen),
        Method.Auto => ByWeight(equations, instance, chosen),
        _ => Everything(equations.Size, chosen),
    };

    internal static int Everything(int size, Span<int> chosen)
    {
        for (int i = 0; i < size; i++)
            chosen[i] = i;
        return size;
    }

    private int ByWeight(in NormalEquations equations, ReadOnlySpan<double> instance, Span<int> chosen)
    {
        using Pooled products = new(equations.Size);
        WeightedRidge.Solve(equations, 0.01, products.Span);
        for (int i = 0; i < equations.Size; i++)
            products.Span[i] = Math.Abs(products.Span[i] * instance[i]);

        Everything(equations.Size, chosen);
        Ranking.Descending(products.Span, chosen);
        return Math.Min(_features, equations.Size);
    }
}

namespace TypedExplain.ML;

/// <summary>What a model of trees does to the sum of its trees at the end.</summary>
public enum ForestLink
{
    /// <summary>Nothing: the sum is the answer.</summary>
    Identity,

    /// <summary>Log odds become a probability, 1/(1 + exp(−x)).</summary>
    Sigmoid,

    /// <summary>The sums of all classes become shares of their exponentials.</summary>
    Softmax,

    /// <summary>Log odds of each class against all others become probabilities, which are divided by their sum, as ML.NET does.</summary>
    NormalizedSigmoid,

    /// <summary>The logarithm of a rate becomes the rate, exp(x).</summary>
    Exponential,

    /// <summary>The sum becomes log(1 + exp(x)), as that of LightGBM's cross_entropy_lambda.</summary>
    Softplus,

    /// <summary>The sum is a root and becomes its square, with its sign, as that of LightGBM's "regression sqrt".</summary>
    SignedSquare,

    /// <summary>A sum above 0 becomes 1 and every other one 0, as that of XGBoost's binary:hinge.</summary>
    Step,
}

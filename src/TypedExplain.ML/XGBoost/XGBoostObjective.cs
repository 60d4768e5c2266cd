using TypedExplain.Numerics;

namespace TypedExplain.ML.XGBoost;

/// <summary>What a model of XGBoost was trained for, and what that makes of sums of trees.</summary>
/// <param name="Link">What is done to sums at the end.</param>
/// <param name="BaseLink">What base_score is above; the sums begin below it.</param>
internal sealed record XGBoostObjective(ForestLink Link, ForestLink BaseLink)
{
    private static readonly string[] s_asItIs =
    [
        "reg:squarederror", "reg:linear", "reg:squaredlogerror", "reg:pseudohubererror", "reg:absoluteerror", "reg:quantileerror",
        "rank:pairwise", "rank:ndcg", "rank:map",
    ];

    /// <summary>Whether outputs are classes.</summary>
    public bool AreClasses { get; private init; }

    /// <summary>Whether sums are log odds.</summary>
    public bool AreLogOdds { get; private init; }

    /// <summary>What an objective's name stands for.</summary>
    /// <exception cref="InvalidModelException">It is not known.</exception>
    public static XGBoostObjective Of(string name) => name switch
    {
        "binary:logistic" => new(ForestLink.Sigmoid, ForestLink.Sigmoid) { AreClasses = true, AreLogOdds = true },
        "reg:logistic" => new(ForestLink.Sigmoid, ForestLink.Sigmoid) { AreLogOdds = true },
        "binary:logitraw" => new(ForestLink.Identity, ForestLink.Identity) { AreClasses = true, AreLogOdds = true },
        "binary:hinge" => new(ForestLink.Step, ForestLink.Identity) { AreClasses = true },
        "multi:softprob" or "multi:softmax" => new(ForestLink.Softmax, ForestLink.Identity) { AreClasses = true },
        "count:poisson" or "reg:gamma" or "reg:tweedie" or "survival:cox" or "survival:aft" => new(ForestLink.Exponential, ForestLink.Exponential),
        _ when s_asItIs.Contains(name) => new(ForestLink.Identity, ForestLink.Identity),
        _ => throw new InvalidModelException($"The model was trained for the objective {XGBoostFile.Shown(name)}, and what that does to the sum of its trees is not known. Known are binary:logistic, binary:logitraw, binary:hinge, reg:logistic, multi:softprob, multi:softmax, count:poisson, reg:gamma, reg:tweedie, survival:cox, survival:aft, {string.Join(", ", s_asItIs)}. Explain the model through a function with KernelShap."),
    };

    /// <summary>What sums begin with.</summary>
    /// <param name="score">The model's base_score.</param>
    /// <exception cref="InvalidModelException">It has no place below the link.</exception>
    public double Base(float score)
    {
        bool fits = BaseLink switch
        {
            ForestLink.Sigmoid => score is > 0 and < 1,
            ForestLink.Exponential => score > 0,
            _ => true,
        };
        if (!fits)
            throw new InvalidModelException($"The model's base_score is {score.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}, and it must be {(BaseLink == ForestLink.Sigmoid ? "between 0 and 1" : "above 0")}; the model is damaged.");

        // In single precision, as XGBoost does.
        return BaseLink switch
        {
            ForestLink.Sigmoid => (float)-VectorMath.Log((1f / score) - 1f),
            ForestLink.Exponential => (float)VectorMath.Log(score),
            _ => score,
        };
    }
}

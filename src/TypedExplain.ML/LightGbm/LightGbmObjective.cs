using System.Globalization;

namespace TypedExplain.ML.LightGbm;

/// <summary>What a model of LightGBM was trained for, and what that makes of sums of trees.</summary>
/// <param name="Link">What is done to sums at the end.</param>
internal sealed record LightGbmObjective(ForestLink Link)
{
    private static readonly string[] s_asItIs = ["regression", "regression_l2", "regression_l1", "huber", "fair", "quantile", "mape", "lambdarank", "rank_xendcg", "custom", "none", ""];

    /// <summary>What makes log odds of sums: LightGBM's sigmoid.</summary>
    public double Factor { get; private init; } = 1;

    /// <summary>Whether outputs are classes.</summary>
    public bool AreClasses { get; private init; }

    /// <summary>Reads what the line "objective=" says.</summary>
    /// <exception cref="InvalidModelException">It is not known.</exception>
    public static LightGbmObjective Read(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string name = words.FirstOrDefault("");
        return name switch
        {
            "binary" or "multiclassova" => new(ForestLink.Sigmoid) { Factor = Sigmoid(words, text), AreClasses = true },
            "multiclass" => new(ForestLink.Softmax) { AreClasses = true },
            "cross_entropy" or "xentropy" => new(ForestLink.Sigmoid),
            "cross_entropy_lambda" or "xentlambda" => new(ForestLink.Softplus),
            "poisson" or "gamma" or "tweedie" => new(ForestLink.Exponential),
            "regression" or "regression_l2" when words.Contains("sqrt") => new(ForestLink.SignedSquare),
            _ when s_asItIs.Contains(name) => new(ForestLink.Identity),
            _ => throw new InvalidModelException($"The model was trained for the objective {LightGbmSections.Shown(text)}, and what that does to the sum of its trees is not known. Known are binary, multiclass, multiclassova, cross_entropy, cross_entropy_lambda, poisson, gamma, tweedie, {string.Join(", ", s_asItIs.Where(known => known.Length > 0))}. Write objective=custom in the file's head to explain the sum itself."),
        };
    }

    private static double Sigmoid(string[] words, string text)
    {
        const string key = "sigmoid:";
        string? stated = Array.Find(words, word => word.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
        if (stated is null)
            return 1;
        return double.TryParse(stated, NumberStyles.Float, CultureInfo.InvariantCulture, out double factor) && factor > 0 && double.IsFinite(factor)
            ? factor
            : throw new InvalidModelException($"The model's objective is {LightGbmSections.Shown(text)}, and its sigmoid must be a number above 0; the model is damaged.");
    }
}

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>A question of a tree in a file, about the column of an encoded row: true for x in (Low, High], or for every other x.</summary>
/// <param name="Low">The largest number below; −∞ where there is none.</param>
/// <param name="High">The largest number inside; +∞ where there is no end.</param>
/// <param name="Inside">What the answer is inside.</param>
internal readonly record struct Branch(double Low, double High, bool Inside)
{
    /// <summary>A question with one answer.</summary>
    public static Branch Always(bool answer) => new(double.NegativeInfinity, double.PositiveInfinity, answer);

    /// <summary>Whether a mode of ONNX is known.</summary>
    public static bool IsMode(string mode) => mode is "BRANCH_LEQ" or "BRANCH_LT" or "BRANCH_GTE" or "BRANCH_GT" or "BRANCH_EQ" or "BRANCH_NEQ";

    /// <summary>The question of a mode where the numbers up to two bounds are known.</summary>
    /// <param name="mode">ONNX's name of the comparison with a threshold.</param>
    /// <param name="below">The largest number below the threshold.</param>
    /// <param name="upTo">The largest number that is at most the threshold.</param>
    public static Branch Of(string mode, double below, double upTo) => mode switch
    {
        "BRANCH_LEQ" => new(double.NegativeInfinity, upTo, true),
        "BRANCH_LT" => new(double.NegativeInfinity, below, true),
        "BRANCH_GT" => new(double.NegativeInfinity, upTo, false),
        "BRANCH_GTE" => new(double.NegativeInfinity, below, false),
        "BRANCH_EQ" => new(below, upTo, true),
        _ => new(below, upTo, false),
    };

    /// <summary>The answer of a mode for a number.</summary>
    public static bool Answers(string mode, double number, double threshold) => mode switch
    {
        "BRANCH_LEQ" => number <= threshold,
        "BRANCH_LT" => number < threshold,
        "BRANCH_GT" => number > threshold,
        "BRANCH_GTE" => number >= threshold,
        "BRANCH_EQ" => number == threshold,
        _ => number != threshold,
    };
}

namespace TypedExplain.Onnx.Files;

/// <summary>
/// How much of a model is read, so that time and memory grow with its bytes and not with what these say; docs/limits.md lists
/// the numbers.
/// </summary>
internal static class OnnxLimits
{
    /// <summary>Nodes of a graph.</summary>
    public const int MostNodes = 1 << 20;

    /// <summary>Inputs, and outputs.</summary>
    public const int MostValues = 1 << 12;

    /// <summary>Scores per row of an output.</summary>
    public const int MostScores = 1 << 16;

    /// <summary>Numbers per row of an input on which the output does not depend, and which is filled with zeros.</summary>
    public const int WidestZeros = 1 << 20;

    /// <summary>Questions one below the other in a tree; what walks trees does so by recursion.</summary>
    public const int DeepestTree = 1 << 10;

    /// <summary>Element types one after the other that a number may be cast to before trees ask about it.</summary>
    public const int MostCasts = 16;

    /// <summary>How many parts of values may be worked out for each byte of the file, and for a file of any size.</summary>
    public const int PartsPerByte = 8, LeastParts = 1 << 16;

    /// <summary>How many answers above a question may be looked at for each of these parts, on average.</summary>
    public const int StepsPerPart = 64;

    /// <summary>How many parts may be worked out for a file.</summary>
    /// <param name="bytes">Its length.</param>
    public static long Parts(long bytes) => LeastParts + (PartsPerByte * bytes);
}
